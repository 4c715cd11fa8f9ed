// What is different between two days, or since the last meeting: every field, as the board showed it then.
import { nothing } from 'lit';
import { fullDate } from '../../text/dates.js';
import { named, text } from '../../text/text.js';
import { changed } from '../part/changed.js';
import { Element } from '../part/element.js';
import { html } from '../part/html.js';
import { lamp } from '../part/lamp.js';

const DAY = 86_400_000;
const back = (day, days) => new Date(Date.parse(`${day}T00:00:00Z`) - days * DAY).toISOString().slice(0, 10);

class ChangesDesk extends Element {
  static properties = {
    api: { attribute: false }, day: { type: String }, meeting: { attribute: false }, asked: { state: true }, changes: { state: true }, fault: { state: true },
  };

  connectedCallback() {
    super.connectedCallback();
    this.#look(this.meeting ? { fromSeq: this.meeting.seq } : { from: back(this.day, 7) });
  }

  render() {
    const { asked, changes } = this;
    const choices = [['changes.yesterday', { from: back(this.day, 1) }], ['changes.week', { from: back(this.day, 7) }],
      ...(this.meeting ? [['changes.meeting', { fromSeq: this.meeting.seq }]] : [])];
    const same = (one) => one.from === asked.from && one.fromSeq === asked.fromSeq && !asked.to;
    return html`<h2>${text('changes.title')}</h2>
      <div class="choices">${choices.map(([key, ask]) => html`<button class=${same(ask) ? 'chosen' : ''} @click=${() => this.#look(ask)}>${text(key)}</button>`)}
        <input type="date" name="from" aria-label=${text('ledger.from')} max=${asked.to ?? this.day} .value=${asked.from ?? changes?.from ?? ''}
          @change=${({ target }) => target.value && this.#look({ from: target.value, to: asked.to })} /> →
        <input type="date" name="to" aria-label=${text('ledger.to')} min=${asked.from ?? nothing} max=${this.day} .value=${asked.to ?? this.day}
          @change=${({ target }) => this.#look({ from: asked.from, fromSeq: asked.fromSeq, to: target.value })} /></div>
      ${this.fault ? html`<p class="fault" role="alert">${this.fault}</p>` : nothing}
      ${changes ? html`<p class="keys">${text('changes.between', { from: fullDate(changes.from), fromSeq: changes.fromSeq, to: fullDate(changes.to), toSeq: changes.toSeq, n: changes.projects.length })}</p>
        <table class="compare changes"><tbody>${changes.projects.map((change) => this.#project(change))}</tbody></table>
        ${changes.projects.length ? nothing : html`<p class="quiet">${text('changes.none')}</p>`}` : nothing}`;
  }

  #project(change) {
    const { id, name, lamp: colours, progress } = change;
    return html`<tr data-changed=${id}><th>${named(name)}</th>
      <td>${colours ? html`${colours.from ? lamp(colours.from) : '—'} → ${colours.to ? lamp(colours.to) : '—'}` : nothing}</td>
      <td>${progress ? `${progress.from ?? '—'}% → ${progress.to ?? '—'}%` : nothing}</td><td>${changed(change).map((each) => html`<p>${each}</p>`)}</td></tr>`;
  }

  async #look(asked) {
    this.asked = asked;
    try {
      const changes = await this.api.get(`/api/changes?${new URLSearchParams(Object.entries(asked).filter(([, value]) => value))}`);
      if (this.asked !== asked) return;
      this.changes = changes;
      this.fault = null;
    } catch (problem) {
      this.fault = problem.message;
    }
  }
}
customElements.define('changes-desk', ChangesDesk);
