// The bars beside the rows of a plan: what is promised as it is edited (solid, drawn by hand at its middle or its ends), what was
// promised before (hollow), what is now expected or was done (a mark), and where what it comes after ends.
import { nothing } from 'lit';
import { html, svg } from '../part/html.js';
import { hasBar, moved } from '../../store/bars.js';
import { named as idsIn } from '../../store/typed.js';
import { text } from '../../text/text.js';
import { Axis } from '../part/axis.js';
import { spaced } from './project-plan.js';

const WRITTEN = /^\d{4}-\d{2}-\d{2}$/;
const pct = (x) => `${x.toFixed(3)}%`;

/** Around all that is drawn. */
export function axisOf(rows, card, day) {
  const days = [...rows.flatMap(({ cells }) => [cells.start, cells.finish]), ...card.milestones.flatMap(({ baseline, forecast, actual }) => [baseline.start, baseline.finish, forecast, actual]), day]
    .filter((date) => date && WRITTEN.test(date)).sort();
  return Axis.over(day, days[0], days[days.length - 1]);
}

export const head = (axis) => html`<div class="months">${spaced(axis.months, axis.today).map(({ x, name, year }) => html`<span class=${year ? 'year' : ''} .style=${`left: ${x}%`}>${name}</span>`)}
  <b .style=${`left: ${axis.today}%`}>${text('wall.today')}</b></div>`;

const diamond = (date, axis, kind) => svg`<svg x=${pct(axis.at(date))} y="50%" overflow="visible"><rect class="mark ${kind}" x="-0.24rem" y="-0.24rem" width="0.48rem" height="0.48rem" transform="rotate(45)" /></svg>`;

/** From the end of what it comes after down to its own beginning; marked where it begins before that. */
function link(before, { start }, axis) {
  const from = axis.at(before.finish);
  const to = axis.at(start);
  return svg`<g class="link ${before.finish > start ? 'early' : ''}"><line x1=${pct(from)} x2=${pct(to)} y1="8%" y2="8%" /><line x1=${pct(from)} x2=${pct(from)} y1="0" y2="8%" /><line x1=${pct(to)} x2=${pct(to)} y1="8%" y2="30%" /></g>`;
}

/** @param was the milestone as the board has it, or undefined */
export function bars(row, rows, axis, was) {
  const { cells } = row;
  const before = idsIn(cells.after ?? '').map((id) => rows.find((each) => each.id === id)?.cells).filter((each) => each && hasBar(each));
  const from = axis.at(cells.start);
  const width = axis.at(cells.finish) - from;
  const changed = was && (was.baseline.start !== cells.start || was.baseline.finish !== cells.finish);
  return html`<svg class="bars" data-bars=${row.id} .style=${`--today: ${axis.today}%`} role="img" aria-label=${hasBar(cells) ? text('plan.bar', { step: cells.zh, start: cells.start, finish: cells.finish }) : text('plan.bar.none')}>
    ${svg`<line class="now" x1=${pct(axis.today)} x2=${pct(axis.today)} y1="0" y2="100%" />`}
    ${changed ? svg`<rect class="was" x=${pct(axis.at(was.baseline.start))} width=${pct(Math.max(0.4, axis.at(was.baseline.finish) - axis.at(was.baseline.start)))} y="74%" height="14%" />` : nothing}
    ${hasBar(cells) ? svg`${before.map((each) => link(each, cells, axis))}<rect class="verified" data-end="" x=${pct(from)} width=${pct(Math.max(0.4, width))} y="30%" height="40%" />
      <svg x=${pct(from)} y="20%" height="60%" overflow="visible"><rect class="grip" data-end="start" x="-0.3rem" width="0.6rem" height="100%" /></svg>
      <svg x=${pct(from + Math.max(0.4, width))} y="20%" height="60%" overflow="visible"><rect class="grip" data-end="finish" x="-0.3rem" width="0.6rem" height="100%" /></svg>` : nothing}
    ${was?.forecast && !was.actual ? diamond(was.forecast, axis, 'forecast') : nothing}${was?.actual ? diamond(was.actual, axis, 'met') : nothing}</svg>`;
}

/**
 * A bar that a pointer holds: the axis stays while it does.
 *
 * @param show called with (id, cells) while it moves; @param drop called with (id, end, days) when it is let go
 */
export function grab(event, rows, axis, show, drop) {
  const end = event.target.dataset?.end;
  const drawn = event.target.closest('[data-bars]');
  const row = drawn && rows.find(({ id }) => id === drawn.dataset.bars);
  if (end === undefined || !row || event.button !== 0) return;
  event.preventDefault();
  const { width } = drawn.getBoundingClientRect();
  const days = ({ clientX }) => Math.round(((clientX - event.clientX) / width) * axis.days);
  const move = (at) => show(row.id, moved(row.cells, end || null, days(at)));
  const stop = (at) => {
    removeEventListener('pointermove', move);
    removeEventListener('pointerup', stop);
    removeEventListener('pointercancel', stop);
    drop(row.id, end || null, at.type === 'pointerup' ? days(at) : 0);
  };
  addEventListener('pointermove', move);
  addEventListener('pointerup', stop);
  addEventListener('pointercancel', stop);
}
