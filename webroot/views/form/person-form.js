// An account: a new one with its first password, or another name, role or projects for one that is there. If somebody else
// changed it meanwhile, that is shown before anything is sent. Events: `told`, `close`.
import { nothing } from 'lit';
import { Problem } from '../../http/api.js';
import { longest, optionsOf } from '../../text/kinds.js';
import { named, opening, text } from '../../text/text.js';
import { html } from '../part/html.js';
import { shownOf, sieve } from '../part/sieve.js';
import { PEOPLE } from '../part/known-names.js';
import { projectNames } from '../part/words.js';
import { Sheet } from './draft-form.js';
import { firstPassword, proposal } from './first-password.js';

class PersonForm extends Sheet {
  static properties = { person: { attribute: false }, api: { attribute: false }, cards: { attribute: false } };

  #proposed = proposal();

  get place() {
    return `person.${this.person?.person ?? ''}`;
  }

  /** The account as it was when the typing began. */
  get subject() {
    return this.person;
  }

  render() {
    const { person } = this;
    return html`<form class="sheet" @submit=${this.#save}>
      <h3 class="wide">${person ? text('people.changing', person) : text('people.adding')}</h3>
      <label>${text('people.person')}<input name="person" required pattern="[a-z0-9]+(-[a-z0-9]+)*" maxlength=${longest('person-asked', 'person')} autocapitalize="none" .defaultValue=${person?.person ?? ''} ?readonly=${Boolean(person)} />${this.flaw('person')}</label>
      <label>${text('people.name')}<input name="name" list=${PEOPLE} required maxlength=${longest('person-asked', 'name')} .defaultValue=${person?.name ?? ''} />${this.flaw('name')}</label>
      <label>${text('people.role')}<select name="role" required>${person ? nothing : html`<option value="">${text('field.choose')}</option>`}${optionsOf('person-asked', 'role').map((role) =>
        html`<option value=${role} ?selected=${role === person?.role}>${opening(text(`role.${role}`))}</option>`)}</select></label>
      ${person ? nothing : html`<label>${text('people.password')}${firstPassword('person-asked', this.#proposed)}<small>${text('people.password.once')}</small>${this.flaw('password')}</label>`}
      <fieldset><legend>${text('people.projects')} ${this.cards.length > 3 ? html`<button type="button" class="plain" data-act="all-projects" @click=${this.#all}>${text('people.projects.all')}</button>` : nothing}</legend>${sieve(this.cards.length)}<div class="many">${this.cards.map(({ id, name }) =>
        html`<label><input type="checkbox" name="projects" value=${id} ?checked=${person?.projects.includes(id) ?? false} /> ${named(name)}</label>`)}</div></fieldset>
      ${this.notes()}
      <p class="acts wide">${person ? html`<button type="button" @click=${() => this.dispatchEvent(new Event('close'))}>${text('desk.cancel')}</button>` : nothing}
        ${this.sender(person ? 'people.change' : 'people.add')}</p></form>`;
  }

  opened(form) {
    if (!this.person) return;
    form.scrollIntoView({ block: 'nearest' });
    form.elements.name.focus();
  }

  /** All that are shown, or none where all of these are chosen. */
  #all() {
    const boxes = shownOf(this.form.querySelectorAll('[name=projects]'));
    const every = boxes.every(({ checked }) => checked);
    for (const box of boxes) {
      box.checked = !every;
      this.typed({ target: box });
    }
  }

  async #save(event) {
    event.preventDefault();
    const data = new FormData(this.form);
    const asked = { person: data.get('person'), name: data.get('name'), role: data.get('role'), projects: this.#projects(data), ...(data.get('password') && { password: data.get('password') }) };
    const receipt = await this.send(async (key) => {
      await this.#unchanged(asked);
      return this.api.post('/api/people', asked, key);
    });
    if (!receipt) return;
    this.#proposed = proposal();
    this.dispatchEvent(new CustomEvent('told', { detail: asked }));
  }

  /** Projects that are not on the board now stay as they were. */
  #projects(data) {
    const shown = new Set(this.cards.map(({ id }) => id));
    return [...data.getAll('projects'), ...(this.person?.projects ?? []).filter((id) => !shown.has(id))];
  }

  /** Rejects when somebody else changed the account, or made one of this name: it is shown, and the next press is meant. */
  async #unchanged(asked) {
    const before = this.draft.seen ?? this.person;
    const { people } = await this.api.get('/api/people');
    const now = people.find(({ person }) => person === asked.person);
    if (JSON.stringify(now ?? null) === JSON.stringify(before ?? null)) return;
    const words = { name: (it) => it.name, role: (it) => text(`role.${it.role}`), projects: (it) => projectNames(it.projects, this.cards).join(text('join.and')) };
    this.draft.seen = now;
    this.moved = { entries: [], rows: Object.entries(words).map(([field, word]) => ({ label: text(`people.${field}`), was: before && word(before), now: word(now), yours: word(asked) }))
      .filter(({ was, now: is, yours }) => was !== is || is !== yours) };
    throw new Problem(409, { code: 'moved-meanwhile', detail: text('people.moved') });
  }
}
customElements.define('person-form', PersonForm);
