// A wall that shows a code: the office types it and names the wall. Event: `paired` (detail: the screen).
import { longest } from '../../text/kinds.js';
import { text } from '../../text/text.js';
import { html } from '../part/html.js';
import { Sheet } from './draft-form.js';

class PairForm extends Sheet {
  static properties = { api: { attribute: false }, code: { type: String } };

  /** A code that was scanned is another form than the one that was begun with another code. */
  get place() {
    return `screens.pair.${this.code ?? ''}`;
  }

  render() {
    return html`<form class="sheet pair" @submit=${this.#submit}>
      <label>${text('pair.code')}<input name="userCode" class="code" required autocomplete="off" autocapitalize="characters" spellcheck="false" maxlength=${longest('pairing-approval', 'userCode')} .defaultValue=${this.code ?? ''} />${this.flaw('userCode')}</label>
      <label>${text('screens.name')}<input name="name" required maxlength=${longest('pairing-approval', 'name')} />${this.flaw('name')}</label>
      <p class="wide quiet">${this.code ? text('pair.sure') : text('pair.where')}</p>
      ${this.notes()}
      ${this.sender('pair.do')}</form>`;
  }

  opened(form) {
    if (this.code) form.elements.name.focus();
  }

  async #submit(event) {
    event.preventDefault();
    const asked = Object.fromEntries(new FormData(this.form));
    const screen = await this.send((key) => this.api.post('/api/pairings/approval', asked, key));
    if (screen) this.dispatchEvent(new CustomEvent('paired', { detail: screen }));
  }
}
customElements.define('pair-form', PairForm);
