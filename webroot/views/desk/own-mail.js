// What one hears oneself, by mail: whether, what and when, a test, and what one was told.
import { nothing } from 'lit';
import { newKey } from '../../http/key.js';
import { ToldPages } from '../../store/told-pages.js';
import { longest } from '../../text/kinds.js';
import { text } from '../../text/text.js';
import { Sheet } from '../form/draft-form.js';
import '../form/sure-button.js';
import { wishFields, wishOf } from '../form/wish-fields.js';
import { html } from '../part/html.js';
import { toldList } from './told-list.js';

class OwnMail extends Sheet {
  static properties = { api: { attribute: false }, answer: { state: true }, saved: { state: true } };

  #pages = new ToldPages((query) => this.api.get(`/api/me/outbox${query}`), () => this.requestUpdate());

  get place() {
    return 'own-mail';
  }

  connectedCallback() {
    super.connectedCallback();
    this.#load();
    this.#pages.begin();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#pages.end();
  }

  render() {
    if (!this.answer) return html`<h3 class="heading">${text('mail.title')}</h3>${this.notes()}`;
    const { setUp, mail } = this.answer;
    const { messages, more } = this.#pages;
    if (!setUp && !mail) return html`<h3 class="heading">${text('mail.title')}</h3><p class="quiet">${text('mail.none')}</p>`;
    return html`<h3 class="heading">${text('mail.title')}</h3><form class="sheet" data-form="mail" @submit=${this.#save}>
      <p class="wide">${text('mail.how')}</p>
      <label class="wide">${text('told.mailbox')}<input name="address" data-unkept type="email" autocomplete="email" maxlength=${longest('own-mail-asked', 'address')} ?required=${!mail} />
        ${mail ? html`<small>${text('told.stays', { shown: mail.shown })}</small>` : nothing}${this.flaw('address')}</label>
      ${wishFields('own-mail-asked', mail, (name) => this.flaw(name))}
      ${this.notes()}
      ${this.saved ? html`<p class="saved wide" role="status">${this.saved}</p>` : nothing}
      <p class="acts wide">${mail ? html`<sure-button act="remove" label=${text('mail.remove')} @sure=${() => this.#act(() => this.api.delete('/api/me/mail'), text('mail.gone'))}></sure-button>
        <button type="button" data-act="test" @click=${() => this.#act(() => this.api.post('/api/me/mail/tests', null, newKey()), text('mail.testing'))}>${text('told.test.send')}</button>` : nothing}
        ${this.sender(mail ? 'told.save' : 'mail.begin')}</p></form>
      ${messages.length ? toldList(messages, null, Date.now(), more && (() => this.#pages.older())) : nothing}`;
  }

  async #save(event) {
    event.preventDefault();
    this.saved = null;
    const data = new FormData(this.form);
    const asked = { ...wishOf(data), ...(data.get('address') && { address: data.get('address').trim() }) };
    const answer = await this.send(() => this.api.put('/api/me/mail', asked));
    if (!answer) return;
    this.answer = answer;
    this.saved = text('mail.saved');
    this.form.elements.address.value = '';
  }

  async #act(act, done) {
    this.saved = null;
    const answer = await this.send(async () => (await act()) ?? true);
    if (!answer) return;
    this.saved = done;
    await this.#load();
    this.#pages.look();
  }

  async #load() {
    try {
      this.answer = await this.api.get('/api/me/mail');
    } catch (problem) {
      this.fault = problem.message;
    }
  }
}
customElements.define('own-mail', OwnMail);
