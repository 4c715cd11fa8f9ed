// Accounts: add, change the role and the projects, a new password, disable and enable. Every act is an entry.
import { html, nothing } from 'lit';
import { named, text } from '../text/text.js';
import { Element } from './element.js';

class PeopleDesk extends Element {
  static properties = { api: { attribute: false }, cards: { attribute: false }, people: { state: true }, fault: { state: true }, editing: { state: true } };

  constructor() {
    super();
    this.people = [];
  }

  connectedCallback() {
    super.connectedCallback();
    this.#try(() => {});
  }

  render() {
    const edited = this.people.find(({ person }) => person === this.editing);
    return html`<h2>${text('people.title')}</h2>
      <ul class="grants">${this.people.map((person) => this.#person(person))}</ul>
      ${this.fault ? html`<p class="fault" role="alert">${this.fault}</p>` : nothing}
      <form class="sheet" @submit=${this.#save}>
        <label>${text('people.person')}<input name="person" required pattern="[a-z0-9]+(-[a-z0-9]+)*" .value=${edited?.person ?? ''} ?readonly=${Boolean(edited)} /></label>
        <label>${text('people.name')}<input name="name" required maxlength="40" .value=${edited?.name ?? ''} /></label>
        <label>${text('people.role')}<select name="role">${['manager', 'leader', 'office'].map((role) =>
          html`<option value=${role} ?selected=${role === edited?.role}>${text(`role.${role}`)}</option>`)}</select></label>
        <label>${text('people.password')}<input name="password" type="password" minlength="10" autocomplete="new-password" required /></label>
        <fieldset><legend>${text('people.projects')}</legend>${this.cards.map(({ id, name }) =>
          html`<label><input type="checkbox" name="projects" value=${id} .checked=${edited?.projects.includes(id) ?? false} /> ${named(name)}</label>`)}</fieldset>
        <button class="main">${text(edited ? 'people.change' : 'people.add')}</button>
        ${edited ? html`<button type="button" @click=${() => { this.editing = null; }}>${text('desk.cancel')}</button>` : nothing}</form>`;
  }

  #person({ person, name, role, projects, disabled }) {
    return html`<li data-person=${person} class=${disabled ? 'over' : ''}><b>${name}</b><span>${person} · ${text(`role.${role}`)}</span>
      <small>${disabled ? text('people.disabled') : projects.map((id) => named(this.cards.find((card) => card.id === id)?.name) || id).join('、')}</small>
      <span class="acts"><button data-act="edit" @click=${() => { this.editing = person; }}>${text('people.edit')}</button>
        <button data-act=${disabled ? 'enable' : 'disable'} @click=${() => this.#try(() => this.api.post('/api/updates', { kind: disabled ? 'person-enabled' : 'person-disabled', person }))}>${
          text(disabled ? 'people.enable' : 'people.disable')}</button></span></li>`;
  }

  #save(event) {
    event.preventDefault();
    const form = event.target;
    const data = new FormData(form);
    this.#try(async () => {
      await this.api.post('/api/people', {
        person: data.get('person'), name: data.get('name'), role: data.get('role'), password: data.get('password'), projects: data.getAll('projects') });
      this.editing = null;
      form.reset();
    });
  }

  async #try(act) {
    try {
      await act();
      this.people = (await this.api.get('/api/people')).people;
      this.fault = null;
    } catch (problem) {
      this.fault = [problem.message, ...(problem.errors ?? []).map(({ path, message }) => `${path} ${message}`)].join(' ');
    }
  }
}
customElements.define('people-desk', PeopleDesk);
