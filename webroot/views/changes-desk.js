// What is different since a day: yesterday, a week ago, the last meeting, or any other; as the board showed it then.
import { html, nothing } from 'lit';
import { dayOf, shortDate } from '../text/dates.js';
import { named, text } from '../text/text.js';
import { Element } from './element.js';
import { lamp } from './lamp.js';

const DAY = 86_400_000;
const back = (day, days) => new Date(Date.parse(`${day}T00:00:00Z`) - days * DAY).toISOString().slice(0, 10);

class ChangesDesk extends Element {
  static properties = { api: { attribute: false }, day: { type: String }, meeting: { type: String }, from: { state: true }, changes: { state: true }, fault: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.#look(this.meeting ? dayOf(this.meeting) : back(this.day, 7));
  }

  render() {
    const choices = [[back(this.day, 1), 'changes.yesterday'], [back(this.day, 7), 'changes.week'], ...(this.meeting ? [[dayOf(this.meeting), 'changes.meeting']] : [])];
    return html`<h2>${text('changes.title')}</h2>
      <div class="choices">${choices.map(([day, key]) => html`<button class=${day === this.from ? 'chosen' : ''} @click=${() => this.#look(day)}>${text(key)}</button>`)}
        <input type="date" aria-label=${text('ledger.from')} max=${this.day} .value=${this.from ?? ''} @change=${(event) => event.target.value && this.#look(event.target.value)} /></div>
      ${this.fault ? html`<p class="fault" role="alert">${this.fault}</p>` : nothing}
      ${this.changes ? html`<table class="compare"><tbody>${this.changes.projects.map((change) => this.#project(change))}</tbody></table>
        ${this.changes.projects.length ? nothing : html`<p class="quiet">${text('changes.none')}</p>`}` : nothing}`;
  }

  #project({ id, name, lamp: colours, progress, dates, raised, cleared, hazards, directives }) {
    const said = [
      ...(dates ?? []).map((date) => text('changes.date', { milestone: named(date.name), from: shortDate(date.from), to: shortDate(date.to) })),
      ...(raised ?? []).map((blocker) => text('changes.raised', { factor: text(`factor.${blocker.factor}`), text: blocker.text })),
      ...(cleared ?? []).map((blocker) => text('changes.cleared', { factor: text(`factor.${blocker.factor}`), text: blocker.text })),
      ...(hazards ? [text('changes.hazards', hazards)] : []), ...(directives ? [text('changes.directives', directives)] : []),
    ];
    return html`<tr data-changed=${id}><th>${named(name)}</th>
      <td>${colours ? html`${colours.from ? lamp(colours.from) : '—'} → ${colours.to ? lamp(colours.to) : '—'}` : nothing}</td>
      <td>${progress ? `${progress.from ?? '—'}% → ${progress.to ?? '—'}%` : nothing}</td><td>${said.map((each) => html`<p>${each}</p>`)}</td></tr>`;
  }

  async #look(from) {
    this.from = from;
    try {
      this.changes = await this.api.get(`/api/changes?from=${from}`);
      this.fault = null;
    } catch (problem) {
      this.fault = problem.message;
    }
  }
}
customElements.define('changes-desk', ChangesDesk);
