// Accounts: add, change the role and the projects, a new first password, disable and enable. Every act is an entry.
import { nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { newKey } from '../../http/key.js';
import { text } from '../../text/text.js';
import { Refresh } from '../../store/refresh.js';
import { Element } from '../part/element.js';
import './access-log.js';
import '../form/password-form.js';
import '../form/person-form.js';
import '../form/sure-button.js';
import { html } from '../part/html.js';
import { projectNames } from '../part/words.js';

class PeopleDesk extends Element {
  static properties = {
    api: { attribute: false }, cards: { attribute: false }, rev: { type: Number }, people: { state: true }, fault: { state: true }, open: { state: true }, saved: { state: true }, busy: { state: true },
  };

  constructor() {
    super();
    this.people = [];
    this.open = null;
  }

  #refresh = new Refresh(() => this.#load());

  connectedCallback() {
    super.connectedCallback();
    this.#load();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#refresh.end();
  }

  willUpdate(changed) {
    if (changed.get('rev') !== undefined) this.#refresh.moved();
  }

  render() {
    const edited = this.people.find(({ person }) => person === this.open?.person);
    const close = () => { this.open = null; };
    const told = ({ detail }) => {
      this.saved = text(detail.password ? 'people.first' : 'people.saved', detail);
      close();
      this.#load();
    };
    return html`<h2>${text('people.title')}</h2>
      <ul class="grants">${this.people.map((person) => this.#person(person))}</ul>
      ${this.fault ? html`<p class="fault" role="alert">${this.fault}</p>` : nothing}
      ${this.saved ? html`<p class="saved" role="status">${this.saved}</p>` : nothing}
      ${keyed(`${this.open?.form} ${edited?.person}`, this.open?.form === 'password' && edited
        ? html`<password-form .person=${edited} .api=${this.api} @close=${close} @told=${told}></password-form>`
        : html`<person-form .person=${edited ?? null} .api=${this.api} .cards=${this.cards} @close=${close} @told=${told}></person-form>`)}
      <access-log .api=${this.api} .people=${this.people}></access-log>`;
  }

  #person(person) {
    const { person: id, name, role, projects, disabled } = person;
    const tell = (kind) => this.#tell({ kind, person: id });
    return html`<li data-person=${id} class=${disabled ? 'over' : ''}><b>${name}</b><span>${id} · ${text(`role.${role}`)}</span>
      <small>${disabled ? text('people.disabled') : projectNames(projects, this.cards).join(text('join.and'))}</small>
      <span class="acts"><button data-act="edit" @click=${() => this.#open('person', id)}>${text('people.edit')}</button>
        <button data-act="password" @click=${() => this.#open('password', id)}>${text('people.reset')}</button>
        ${disabled ? html`<button data-act="enable" ?disabled=${this.busy} @click=${() => tell('person-enabled')}>${text('people.enable')}</button>`
          : html`<sure-button act="disable" label=${text('people.disable')} ?disabled=${this.busy} @sure=${() => tell('person-disabled')}></sure-button>`}</span></li>`;
  }

  #open(form, person) {
    this.saved = null;
    this.open = { form, person };
  }

  async #tell(update) {
    if (this.busy) return;
    this.busy = true;
    try {
      await this.api.post('/api/updates', update, newKey());
      await this.#load();
    } catch (problem) {
      this.fault = problem.message;
    }
    this.busy = false;
  }

  async #load() {
    try {
      this.people = (await this.api.get('/api/people')).people;
      this.fault = null;
    } catch (problem) {
      this.fault = problem.message;
    }
  }
}
customElements.define('people-desk', PeopleDesk);
