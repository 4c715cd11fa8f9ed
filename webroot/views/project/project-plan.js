// The plan on an axis of its own: each milestone with its bar, its days and how far it is; the one in question is marked.
// `past`: the day is not today, and its mark says so.
import { nothing } from 'lit';
import { fullDate, shortDate } from '../../text/dates.js';
import { named, text } from '../../text/text.js';
import { Axis } from '../part/axis.js';
import { Element } from '../part/element.js';
import { html } from '../part/html.js';
import { to } from '../part/link.js';
import { track } from '../part/track.js';
import { daysOf } from '../part/words.js';

/** Names of months stand so far from each other, from today's mark and from the end, in hundredths of the axis. */
const APART = 11;
/** A year's name is longer, and does not give way to today's mark: it moves aside. */
const YEAR_APART = 14;

/** The months that have room. */
export function spaced(months, today) {
  const shown = [];
  for (const each of months) {
    const month = each.year && Math.abs(each.x - today) < YEAR_APART ? { ...each, x: today + (each.x < today ? -YEAR_APART : YEAR_APART) } : each;
    if (Math.abs(month.x - today) > APART && month.x < 100 - APART / 2 && month.x - (shown[shown.length - 1]?.x ?? -APART) >= APART) shown.push(month);
  }
  return shown;
}

class ProjectPlan extends Element {
  static properties = { card: { attribute: false }, day: { type: String }, past: { type: Boolean }, chosen: { type: String } };

  render() {
    const { card, day } = this;
    if (!card.milestones.length) return html`<p class="quiet">${text('reason.no-plan')}</p>`;
    const days = card.milestones.flatMap(({ baseline, forecast, actual }) => [baseline.start, baseline.finish, forecast, actual]).filter(Boolean).concat(day).sort();
    const axis = Axis.over(day, days[0], days[days.length - 1]);
    return html`<table class="gantt"><thead><tr><th>${text('desk.milestone')}</th><th class="axis"><div class="months">${spaced(axis.months, axis.today).map(({ x, name, year }) =>
        html`<span class=${year ? 'year' : ''} .style=${`left: ${x}%`}>${name}</span>`)}<b .style=${`left: ${axis.today}%`}>${text(this.past ? 'past.thatDay' : 'wall.today')}</b></div></th>
      <th>${text('desk.plan')}</th><th>${text('desk.forecast')}</th><th>${text('desk.progress')}</th></tr></thead>
      <tbody>${card.milestones.map((step) => this.#row(step, axis))}</tbody></table>`;
  }

  #row(step, axis) {
    const { card, day } = this;
    const { name, weight, baseline, forecast, actual, percent, asOf, pushed, measure } = step;
    return html`<tr data-milestone=${step.id} class=${step.id === this.chosen ? 'chosen' : ''}>
      <td><a href=${to({ project: card.id, milestone: step.id })}>${named(name)}</a><small>${text('desk.weight')} ${weight}% · ${daysOf(step)}</small></td>
      <td class="axis ${card.lamp.colour}" .style=${`--today: ${axis.today}%`}><svg aria-hidden="true">${track({ milestones: [step] }, axis, day)}</svg></td>
      <td>${shortDate(baseline.finish)}</td>
      <td class=${forecast > baseline.finish && !actual ? 'late' : ''}>${actual ? text('desk.actual', { date: shortDate(actual) }) : forecast ? shortDate(forecast) : '—'}${pushed && !actual
        ? html`<small>${text('focus.pushed', { date: shortDate(pushed.to) })}</small>` : nothing}</td>
      <td title=${asOf ? text('desk.asOf', { date: fullDate(asOf) }) : ''}><b>${percent.verified ?? 0}%</b>${percent.pending !== undefined ? html` → ${percent.pending}%` : nothing}${measure
        ? html`<small>${text('desk.measure', { ...measure, done: measure.done ?? 0 })}</small>` : nothing}${asOf && !actual
        ? html`<small>${text('desk.asOf', { date: shortDate(asOf) })}</small>` : nothing}</td></tr>`;
  }
}
customElements.define('project-plan', ProjectPlan);
