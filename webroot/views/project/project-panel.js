// One project explained: its lamp and the way back to green, milestones with plan and forecast.
import { html, nothing } from 'lit';
import { age, fullDate, shortDate } from '../../text/dates.js';
import { named, text } from '../../text/text.js';
import { Element } from '../part/element.js';
import { lamp } from '../part/lamp.js';
import './project-facts.js';
import { fresh, ways, why } from '../part/words.js';

class ProjectPanel extends Element {
  static properties = {
    card: { attribute: false }, detail: { attribute: false }, petitions: { attribute: false }, rules: { attribute: false }, now: { type: Number },
  };

  render() {
    const { card } = this;
    if (!card) return html`<p class="quiet">${text('desk.choose')}</p>`;
    const { freshness } = card;
    return html`
      <h2>${lamp(card.lamp.colour)}${named(card.name)}</h2>
      <div class="why ${card.lamp.colour}">
        ${why(card).map((sentence) => html`<p>${sentence}</p>`)}
        ${card.lamp.toGreen.length ? html`<small>${text('way.title')}${text('join.that')}${ways(card).join(text('join.clause'))}</small>` : nothing}
        ${this.rules ? html`<small>${text('rules', { rules: named(this.rules) })}</small>` : nothing}
        <small>${fresh(freshness, this.now)}${freshness.confirmed ? ` · ${text('desk.confirmed', { age: age(freshness.confirmed, this.now) })}` : ''}</small>
      </div>
      ${card.milestones.length ? this.#milestones(card) : html`<p class="quiet">${text('reason.no-plan')}</p>`}
      <project-facts .card=${card} .detail=${this.detail} .petitions=${this.petitions} .now=${this.now}></project-facts>`;
  }

  #milestones(card) {
    return html`<table><thead><tr><th>${text('desk.milestone')}</th><th>${text('desk.plan')}</th><th>${text('desk.forecast')}</th>
      <th>${text('desk.progress')}</th></tr></thead><tbody>${card.milestones.map((step) => html`<tr>
        <td>${named(step.name)} <small>${step.weight}%</small></td><td>${shortDate(step.baseline.finish)}</td>
        <td class=${step.forecast > step.baseline.finish && !step.actual ? 'late' : ''}>${step.actual
          ? text('desk.actual', { date: shortDate(step.actual) }) : step.forecast ? shortDate(step.forecast) : '—'}</td>
        <td title=${step.asOf ? text('desk.asOf', { date: fullDate(step.asOf) }) : ''}>${step.percent.verified ?? 0}%${step.asOf && !step.actual ? html`<small class="age">${text('desk.asOf', { date: shortDate(step.asOf) })}</small>` : nothing}${step.percent.pending !== undefined
          ? html` <small>→ ${step.percent.pending}%</small>` : nothing}</td></tr>`)}</tbody></table>`;
  }
}
customElements.define('project-panel', ProjectPanel);
