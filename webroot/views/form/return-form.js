// Why a report goes back: the contractor reads it. Events: `told`, `close`.
import { html } from 'lit';
import { text } from '../../text/text.js';
import { Sheet } from './draft-form.js';

class ReturnForm extends Sheet {
  static properties = { project: { type: String }, report: { type: Number }, api: { attribute: false } };

  get place() {
    return `return.${this.report}`;
  }

  render() {
    return html`<form class="reason" @submit=${this.#submit} @keydown=${this.#leave}>
      <input name="reason" required maxlength="500" placeholder=${text('desk.reason')} aria-label=${text('desk.reason')} />
      <button type="button" @click=${() => this.#close()}>${text('desk.cancel')}</button>
      <button class="main" data-act="return-send" ?disabled=${this.busy}>${text('desk.return')}</button>${this.flaw('reason')}${this.notes()}</form>`;
  }

  opened(form) {
    form.elements.reason.focus();
  }

  async #submit(event) {
    event.preventDefault();
    const update = { kind: 'progress-returned', report: this.report, reason: this.form.elements.reason.value };
    if (await this.send((key) => this.api.post(`/api/projects/${this.project}/updates`, update, key))) this.dispatchEvent(new Event('told'));
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
customElements.define('return-form', ReturnForm);
