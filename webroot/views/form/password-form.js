// A new first password for somebody, told by phone: they choose their own with it. Events: `told`, `close`.
import { text } from '../../text/text.js';
import { html } from '../part/html.js';
import { Sheet } from './draft-form.js';
import { firstPassword, proposal } from './first-password.js';

class PasswordForm extends Sheet {
  static properties = { person: { attribute: false }, api: { attribute: false } };

  #proposed = proposal();

  get place() {
    return `password.${this.person.person}`;
  }

  render() {
    return html`<form class="sheet" data-form="password" @submit=${this.#send}><h3 class="wide">${text('people.resetting', this.person)}</h3>
      <label>${text('people.password')}${firstPassword('password-asked', this.#proposed)}
        <small>${text('people.password.once')}</small>${this.flaw('password')}</label>
      ${this.notes()}
      <p class="acts wide"><button type="button" @click=${() => this.dispatchEvent(new Event('close'))}>${text('desk.cancel')}</button>${this.sender('people.reset')}</p></form>`;
  }

  opened(form) {
    form.scrollIntoView({ block: 'nearest' });
    form.elements.password.focus();
  }

  async #send(event) {
    event.preventDefault();
    const password = this.form.elements.password.value;
    if (await this.send((key) => this.api.post(`/api/people/${this.person.person}/password`, { password }, key))) this.dispatchEvent(new CustomEvent('told', { detail: { ...this.person, password } }));
  }
}
customElements.define('password-form', PasswordForm);
