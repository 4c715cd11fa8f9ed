// The plan that a project would get: its steps with their days and weights, before it is told.
import { nothing } from 'lit';
import { fullDate } from '../../text/dates.js';
import { named, text } from '../../text/text.js';
import { Axis } from '../part/axis.js';
import { Element } from '../part/element.js';
import { html, svg } from '../part/html.js';

const bar = ({ start, finish }, axis, y, height) => {
  const from = axis.at(start);
  return svg`<rect class="verified" x="${from}%" width="${Math.max(0.6, axis.at(finish) - from)}%" y="${y}%" height="${height}%" />`;
};

const axisOf = (updates, day) => Axis.over(day, updates.map(({ start }) => start).sort()[0], updates.map(({ finish }) => finish).sort().pop());

/** The steps under each other, as small as a line of a table. */
export function mini(updates) {
  const axis = axisOf(updates, updates[0].start);
  return html`<svg class="mini" aria-hidden="true">${updates.map((each, i) => bar(each, axis, (i * 100) / updates.length, 80 / updates.length))}</svg>`;
}

class StagedPlan extends Element {
  static properties = { card: { attribute: false }, state: { attribute: false }, day: { type: String } };

  render() {
    const { card, state: { updates, kind, detail } } = this;
    if (!updates || kind === 'told') return nothing;
    const axis = axisOf(updates, this.day);
    return html`<h3 class="heading">${text('plans.preview', { project: named(card.name) })}</h3>${kind === 'refused' ? html`<p class="flaw">${detail}</p>` : nothing}
      <table class="gantt staged"><thead><tr><th>${text('desk.milestone')}</th><th class="number">${text('desk.weight')}</th><th class="axis"></th><th>${text('field.start')}</th><th>${text('field.finish')}</th></tr></thead>
      <tbody>${updates.map((each) => html`<tr><td>${named(each.name)}</td><td class="number">${each.weight}%</td><td class="axis"><svg aria-hidden="true">${bar(each, axis, 32, 36)}</svg></td>
        <td>${fullDate(each.start)}</td><td>${fullDate(each.finish)}</td></tr>`)}</tbody></table>`;
  }
}
customElements.define('staged-plan', StagedPlan);
