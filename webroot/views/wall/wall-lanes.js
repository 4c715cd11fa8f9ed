// A project with much room: its milestones one below the other, each with its name over its bar.
import { named } from '../../text/text.js';
import { ems } from '../part/fitted.js';
import { svg } from '../part/html.js';
import { track } from '../part/track.js';
import { SAY } from './wall-row.js';

/** @param width of the chart, in rem */
export function lanes(card, axis, day, width) {
  const share = 100 / card.milestones.length;
  return card.milestones.map((step, i) => {
    const name = named(step.name);
    const room = 100 - ((ems(name) * SAY) / width) * 100;
    const x = Math.max(0, Math.min(axis.at(step.baseline.start), room));
    return svg`<svg y=${`${i * share}%`} height=${`${share}%`} width="100%">
      <text x=${`${x}%`} y="38%">${name}</text><svg y="38%" height="52%" width="100%">${track({ milestones: [step] }, axis, day)}</svg></svg>`;
  });
}
