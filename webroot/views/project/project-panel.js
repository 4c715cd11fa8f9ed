// A project at a glance, beside a list: its lamp and the way back to green, its milestones, and the way to all of it.
import { nothing } from 'lit';
import { fullDate, shortDate } from '../../text/dates.js';
import { named, text } from '../../text/text.js';
import { Element } from '../part/element.js';
import { html } from '../part/html.js';
import { lamp } from '../part/lamp.js';
import { to } from '../part/link.js';
import './project-lamp.js';

class ProjectPanel extends Element {
  static properties = { card: { attribute: false }, rules: { attribute: false }, now: { type: Number } };

  render() {
    const { card } = this;
    const place = { project: card.id };
    return html`<h2>${lamp(card.lamp.colour)}<a href=${to(place)}>${named(card.name)}</a></h2>
      <project-lamp .card=${card} .rules=${this.rules} .now=${this.now}></project-lamp>
      ${card.milestones.length ? this.#milestones(card) : html`<p class="quiet">${text('reason.no-plan')}</p>`}
      <p class="acts"><a class="link-button" data-act="whole" href=${to(place)}>${text('project.whole')}</a></p>`;
  }

  #milestones({ id, milestones }) {
    return html`<table><thead><tr><th>${text('desk.milestone')}</th><th>${text('desk.plan')}</th><th>${text('desk.forecast')}</th>
      <th>${text('desk.progress')}</th></tr></thead><tbody>${milestones.map((step) => html`<tr>
        <td><a href=${to({ project: id, milestone: step.id })}>${named(step.name)}</a></td><td>${shortDate(step.baseline.finish)}</td>
        <td class=${step.forecast > step.baseline.finish && !step.actual ? 'late' : ''}>${step.actual
          ? text('desk.actual', { date: shortDate(step.actual) }) : step.forecast ? shortDate(step.forecast) : '—'}</td>
        <td title=${step.asOf ? text('desk.asOf', { date: fullDate(step.asOf) }) : ''}>${step.percent.verified ?? 0}%${step.percent.pending !== undefined
          ? html` <small>→ ${step.percent.pending}%</small>` : nothing}</td></tr>`)}</tbody></table>`;
  }
}
customElements.define('project-panel', ProjectPanel);
