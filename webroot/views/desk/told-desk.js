// Which groups and programs hear from the board: add one, try it, change what it hears and when, remove it; and what they were told.
import { nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { newKey } from '../../http/key.js';
import { ToldPages } from '../../store/told-pages.js';
import { text } from '../../text/text.js';
import '../form/receiver-form.js';
import '../form/sure-button.js';
import { wishLine } from '../form/wish-fields.js';
import { Acting } from '../part/acting.js';
import { html } from '../part/html.js';
import { to } from '../part/link.js';
import { toldList } from './told-list.js';

const NEW = 'new';

class ToldDesk extends Acting {
  static properties = { api: { attribute: false }, cards: { attribute: false }, answer: { state: true }, open: { state: true }, saved: { state: true } };

  #pages = new ToldPages((query) => this.api.get(`/api/outbox${query}`), () => this.requestUpdate());

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
    if (!this.answer) return html`<h2>${text('nav.told')}</h2>${this.refusal}`;
    const { receivers, mail, links } = this.answer;
    const edited = receivers.find(({ id }) => id === this.open);
    return html`<h2>${text('nav.told')}</h2><p class="keys">${text('told.how')}</p>
      ${links ? nothing : html`<p class="fault">${text('told.linkless')} <a href=${to({ page: 'board' })}>${text('nav.board')}</a></p>`}
      <ul class="grants">${receivers.map((receiver) => this.#receiver(receiver))}${receivers.length ? nothing : html`<li class="quiet">${text('told.none')}</li>`}</ul>
      ${this.refusal}
      ${this.saved ? html`<p class="saved" role="status">${this.saved}</p>` : nothing}
      ${this.open ? keyed(this.open, html`<receiver-form .receiver=${edited ?? null} .api=${this.api} .cards=${this.cards} ?mail=${mail}
          @close=${() => { this.open = null; }} @told=${({ detail }) => this.#told(detail)}></receiver-form>`)
        : html`<p class="acts"><button class="main" data-act="add" @click=${() => this.#open(NEW)}>${text('told.add')}</button></p>`}
      <h3 class="heading">${text('told.messages')}</h3>
      ${this.#pages.fault ? html`<p class="fault" role="alert">${this.#pages.fault}</p>` : nothing}
      ${toldList(this.#pages.messages, new Map(receivers.map(({ id, name }) => [id, name])), Date.now(), this.#pages.more && (() => this.#pages.older()), ({ id }) => this.#do(() => this.api.post(`/api/outbox/${id}/again`), null))}`;
  }

  #receiver(receiver) {
    const { id, name, channel, shown, projects } = receiver;
    return html`<li data-receiver=${id}><b>${name}</b><span>${[text(`channel.${channel}`), shown].filter(Boolean).join(' · ')}</span>
      <small>${wishLine(receiver)}${projects ? ` · ${text('told.some', { n: projects.length })}` : ''}</small>
      <span class="acts"><button data-act="edit" @click=${() => this.#open(id)}>${text('people.edit')}</button>
        <button data-act="test" @click=${() => this.#do(() => this.api.post(`/api/receivers/${id}/tests`, null, newKey()), text('told.testing', { name }))}>${text('told.test.send')}</button>
        <sure-button act="remove" label=${text('told.remove')} @sure=${() => this.#do(() => this.api.delete(`/api/receivers/${id}`), text('told.gone', { name }))}></sure-button></span></li>`;
  }

  #open(what) {
    this.saved = null;
    this.open = what;
  }

  #told({ name }) {
    this.open = null;
    this.saved = text('told.saved', { name });
    this.#load();
  }

  async #do(act, done) {
    this.saved = null;
    if (!await this.attempt(act)) return;
    this.saved = done;
    await this.#load();
    this.#pages.look();
  }

  #load() {
    return this.attempt(async () => { this.answer = await this.api.get('/api/receivers'); });
  }
}
customElements.define('told-desk', ToldDesk);
