// The manager's own report on one project: counts at once. Or in one tap: nothing changed. Event: `told` (detail: seq).
import { nothing } from 'lit';
import { named, text } from '../../text/text.js';
import { html } from '../part/html.js';
import './act-form.js';
import { Sheet } from './draft-form.js';

class ReportForm extends Sheet {
  static properties = { card: { attribute: false }, api: { attribute: false }, day: { type: String }, saved: { state: true } };

  /** Today's: a confirmation that was never answered is not tomorrow's. */
  get place() {
    return `${this.card.id}.still-true.${this.day}`;
  }

  get subject() {
    return this.card;
  }

  render() {
    const { card } = this;
    return html`<div class="own">${card.milestones.some(({ actual }) => !actual) ? html`<details @toggle=${this.#focus}><summary>${text('desk.report')}</summary>
        <act-form kind="progress-reported" quiet .card=${card} .api=${this.api} .day=${this.day} @told=${({ detail }) => this.#told(detail)}></act-form></details>` : nothing}
      <button data-act="still-true" ?disabled=${this.busy} @click=${this.#still}>${text('desk.still')}</button>
      ${this.notes()}
      ${this.saved ? html`<p class="saved" role="status">${text('desk.saved', { seq: this.saved })}</p>` : nothing}</div>`;
  }

  /** The form within is the other sheet's own. */
  get form() {
    return null;
  }

  async #still() {
    const { card, day } = this; // told later, it is of the day on which it was pressed
    const receipt = await this.sendLater(() => ({ path: `/api/projects/${card.id}/updates`, body: { kind: 'still-true', asOf: day }, match: this.expected }),
      `${named(card.name)} · ${text('desk.still')}`);
    if (receipt) this.#told(receipt.seq);
  }

  #told(seq) {
    this.saved = seq;
    this.dispatchEvent(new CustomEvent('told', { detail: seq }));
  }

  #focus({ target }) {
    if (target.open) target.querySelector('select, input')?.focus();
  }
}
customElements.define('report-form', ReportForm);
