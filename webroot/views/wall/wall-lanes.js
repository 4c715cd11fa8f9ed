// A project with much room: its milestones one below the other, each with its name over its bar.
import { named } from '../../text/text.js';
import { ems } from '../part/fitted.js';
import { svg } from '../part/html.js';
import { track } from '../part/track.js';
import { SAY } from './wall-row.js';

/** In rem: the names in a vast place. */
const LARGEST = 1.6;

/** Those of which the axis shows something; one that ended before it would be a name without a bar. */
export const laned = ({ milestones }, axis) => milestones.filter(({ baseline, forecast, actual }) => [baseline.finish, actual ?? forecast].some((day) => day && axis.at(day) > 0));

/** @param steps that are shown; width of the chart, in rem; size: how much of a vast place it has, 0–1 */
export function lanes(steps, axis, day, width, size) {
  const share = 100 / steps.length;
  return steps.map((step, i) => {
    const name = named(step.name);
    const high = Math.min(Math.max(SAY, LARGEST * size), width / ems(name));
    const room = 100 - ((ems(name) * high) / width) * 100;
    const x = Math.max(0, Math.min(axis.at(step.baseline.start), room));
    return svg`<svg y=${`${i * share}%`} height=${`${share}%`} width="100%">
      <text x=${`${x}%`} y="38%" .style=${`font-size: ${high.toFixed(3)}rem`}>${name}</text><svg y="38%" height="52%" width="100%">${track({ milestones: [step] }, axis, day)}</svg></svg>`;
  });
}
