// A verdict on a report in words: why it goes back, which the contractor reads; or how it was checked although its photos raise a
// question: that is not done in passing. Events: `told`, `close`.
import { longest } from '../../text/kinds.js';
import { text } from '../../text/text.js';
import { html } from '../part/html.js';
import { Sheet } from './draft-form.js';

/** Of each verdict: what it is called, and the field that says why. */
const VERDICTS = {
  'progress-returned': { act: 'return', field: 'reason', words: 'desk.return', asks: 'desk.reason' },
  'progress-verified': { act: 'verify', field: 'note', words: 'desk.verify', asks: 'verify.how' },
};

class VerdictForm extends Sheet {
  static properties = { kind: { type: String }, project: { type: String }, report: { type: Number }, words: { type: String }, api: { attribute: false } };

  get place() {
    return `${this.#verdict.act}.${this.report}`;
  }

  /** While a verdict waits there is no other. */
  get waits() {
    return `report.${this.report}`;
  }

  get #verdict() {
    return VERDICTS[this.kind];
  }

  render() {
    const { act, field, words, asks } = this.#verdict;
    return html`<form class="reason" @submit=${this.#submit} @keydown=${this.#leave}>
      <input name=${field} required maxlength=${longest(this.kind, field)} placeholder=${text(asks)} aria-label=${text(asks)} />
      <button type="button" @click=${() => this.#close()}>${text('desk.cancel')}</button>
      <button class="main" data-act=${`${act}-send`} ?disabled=${this.busy}>${text(words)}</button>${this.flaw(field)}${this.notes()}</form>`;
  }

  opened(form) {
    form.elements[this.#verdict.field].focus();
  }

  async #submit(event) {
    event.preventDefault();
    const { field } = this.#verdict;
    const update = { kind: this.kind, report: this.report, [field]: this.form.elements[field].value };
    if (await this.sendLater(() => ({ path: `/api/projects/${this.project}/updates`, body: update }), this.words)) this.dispatchEvent(new Event('told'));
  }

  #leave(event) {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    this.#close();
  }

  #close() {
    this.dispatchEvent(new Event('close'));
  }
}
customElements.define('verdict-form', VerdictForm);
