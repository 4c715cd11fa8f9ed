// The manager's own report on one project: counts at once. What was typed stays until it is in the ledger.
import { html, nothing } from 'lit';
import { named, text } from '../text/text.js';
import './cause-choice.js';
import { Element } from './element.js';

class ReportForm extends Element {
  static properties = { card: { attribute: false }, day: { type: String }, fault: { type: String }, saved: { type: Number } };

  render() {
    if (!this.card?.milestones.length) return nothing;
    return html`<details class="own"><summary>${text('desk.report')}</summary><form @submit=${this.#submit}>
      <label>${text('desk.milestone')}<select name="milestone">${this.card.milestones.map(({ id, name }) =>
        html`<option value=${id}>${named(name)}</option>`)}</select></label>
      <label>${text('desk.percent')}<input name="percent" type="number" min="0" max="100" step="0.1" required /></label>
      <label>${text('desk.date')}<input name="asOf" type="date" .value=${this.day} max=${this.day} required /></label>
      <label>${text('desk.forecast')}<input name="forecast" type="date" /></label>
      <label>${text('cause.title')}<cause-choice></cause-choice></label>
      <label class="wide">${text('desk.note')}<input name="note" maxlength="500" /></label>
      <button class="main">${text('desk.submit')}</button></form>
      <button data-act="still-true" @click=${() => this.#tell({ kind: 'still-true' })}>${text('desk.still')}</button></details>
      ${this.fault ? html`<p class="fault" role="alert">${this.fault}</p>` : nothing}
      ${this.saved ? html`<p class="saved" role="status">${text('desk.saved', { seq: this.saved })}</p>` : nothing}`;
  }

  updated(changed) {
    if (changed.has('saved') && this.saved) this.querySelector('form').reset();
  }

  #submit(event) {
    event.preventDefault();
    const { milestone, percent, asOf, forecast, cause, note } = Object.fromEntries(new FormData(event.target));
    this.#tell({ kind: 'progress-reported', milestone, percent: Number(percent), asOf, ...(note && { note }), ...(forecast && { forecast }), ...(forecast && cause && { cause }) });
  }

  #tell(update) {
    this.dispatchEvent(new CustomEvent('tell', { detail: { project: this.card.id, update } }));
  }
}
customElements.define('report-form', ReportForm);
