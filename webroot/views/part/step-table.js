// The milestones of a project as a table on a time axis of their own: weight, plan, forecast or actual, verified against
// time progress.
import { nothing } from 'lit';
import { shortDate } from '../../text/dates.js';
import { whole } from '../../text/numbers.js';
import { named, text } from '../../text/text.js';
import { Axis } from './axis.js';
import { html, svg } from './html.js';
import { track } from './track.js';

const NEAR_TODAY = 10;
/** How far from the name of a year a month's name stays, in hundredths of the axis. */
const YEAR = 16;
const dates = ({ baseline, forecast, actual }) => [baseline.start, baseline.finish, forecast, actual].filter(Boolean);

function expected(step) {
  if (step.actual) return text('desk.actual', { date: shortDate(step.actual) });
  if (step.forecast) return shortDate(step.forecast);
  return step.pushed ? text('focus.pushed', { date: shortDate(step.pushed.to) }) : '—';
}

function percent({ percent: { verified = 0, pending }, asOf, actual }) {
  return html`${asOf && !actual ? html`<small>${shortDate(asOf)}</small> ` : nothing}<b>${verified}%</b>${pending === undefined ? nothing : html` <small>→ ${pending}%</small>`}`;
}

const row = (card, step, axis, day) => html`<tr class=${card.lamp.colour}><th>${named(step.name)}</th><td class="number">${step.weight}</td>
  <td>${shortDate(step.baseline.finish)}</td>
  <td class=${!step.actual && step.forecast > step.baseline.finish ? 'late' : ''}>${expected(step)}</td>
  <td class="number">${percent(step)}</td><td class="number">${whole(step.time)}%</td>
  <td class="time"><svg class="track" aria-hidden="true">${track({ milestones: [step] }, axis, day)}
    ${svg`<line class="now" x1="${axis.today}%" x2="${axis.today}%" y1="0" y2="100%" />`}</svg></td></tr>`;

function spaced({ months, today }, crowd) {
  const every = Math.ceil(months.length / crowd);
  if (every === 1) return months.filter(({ x }) => Math.abs(x - today) > NEAR_TODAY && x < 97);
  const year = months.findIndex((month) => month.year);
  return months.filter(({ x }, i) => x < 97 && (i - Math.max(0, year)) % every === 0 && (i === year || year < 0 || Math.abs(x - months[year].x) > YEAR));
}

/**
 * @param crowd how many months' names have room side by side
 * @param past whether the day is not today
 */
export function stepTable(card, day, crowd = Infinity, past = false) {
  if (!card.milestones.length) return html`<p class="quiet">${text('why.no-plan')}</p>`;
  const days = [day, ...card.milestones.flatMap(dates)].sort();
  const axis = Axis.over(day, days[0], days[days.length - 1]);
  const months = spaced(axis, crowd);
  return html`<table><thead><tr><th>${text('desk.milestone')}</th><th class="number">${text('desk.weight')}</th><th>${text('desk.plan')}</th>
      <th>${text('desk.forecast')}</th><th class="number">${text('wall.progress')}</th><th class="number">${text('wall.timeShort')}</th>
      <th class="time"><div class="months">${months.map(({ x, name, year }) => html`<span class=${year ? 'year' : ''} .style=${`left: ${x}%`}>${name}</span>`)}<b .style=${`left: ${axis.today}%`}>${text(past ? 'past.thatDay' : 'wall.today')}</b></div></th></tr></thead>
    <tbody>${card.milestones.map((step) => row(card, step, axis, day))}</tbody></table>`;
}
