// Tells one kind of update: of a project, of something open in it (`about`), or of the board when there is no card.
// Events: `told` (detail: the entry's seq), `close`.
import { html, nothing } from 'lit';
import { has, text } from '../../text/text.js';
import { field, typedIn } from './fields.js';
import { FORMS, grave } from './forms.js';
import { present } from '../part/present.js';
import { Sheet } from './draft-form.js';

const WORDS = { forecast: null, percent: null, stage: 'stage', level: 'level' };

/** 'name.zh' → {name: {zh}} */
function put(target, path, value) {
  const [head, ...rest] = path.split('.');
  if (rest.length) put((target[head] ??= {}), rest.join('.'), value);
  else target[head] = value;
}

class ActForm extends Sheet {
  static properties = {
    kind: { type: String }, card: { attribute: false }, about: { attribute: false }, api: { attribute: false }, day: { type: String },
    fixed: { attribute: false }, quiet: { type: Boolean }, grants: { state: true }, sure: { state: true }, chosen: { state: true },
  };

  get place() {
    return [this.card?.id ?? 'board', this.kind, this.about ?? ''].join('.');
  }

  get subject() {
    return this.card;
  }

  /** What the board says now, and today: for the fields' hints. */
  get present() {
    return { now: present(this.kind, this.card, this.chosen ?? {}, this.about), day: this.day };
  }

  get #fields() {
    return FORMS[this.kind].filter(({ when = {} }) => Object.entries(when).every(([name, value]) => this.chosen?.[name] === value));
  }

  connectedCallback() {
    super.connectedCallback();
    if (!FORMS[this.kind].some(({ type }) => type === 'grant')) return;
    this.api.get(`/api/projects/${this.card.id}/grants`)
      .then(({ grants }) => { this.grants = grants.filter(({ revoked, until }) => !revoked && Date.parse(until) > Date.now()); })
      .catch(() => {}); // then the notice is the manager's to see to
  }

  render() {
    return html`<form class="act" data-kind=${this.kind} @submit=${this.#submit} @keydown=${this.#leave}>
      ${this.quiet ? nothing : html`<h3>${text(`tell.${this.kind}`)}</h3>`}
      ${this.#fields.map((each) => field(each, this))}
      ${this.notes()}
      ${this.sure ? html`<p class="wide sure" role="status">${text(has(`sure.${this.kind}`) ? `sure.${this.kind}` : 'sure')}</p>` : nothing}
      <p class="acts wide">${this.quiet ? nothing : html`<button type="button" @click=${() => this.#close()}>${text('desk.cancel')}</button>`}
        ${this.sender(this.sure ? 'sure.yes' : this.kind === 'progress-reported' ? 'desk.submit' : 'tell.send')}</p></form>`;
  }

  opened(form) {
    this.#choose();
    if (this.quiet) return;
    form.scrollIntoView({ block: 'nearest' });
    form.querySelector('input:not([type=file]), select, textarea, button.main')?.focus({ preventScroll: true });
  }

  typed(event) {
    super.typed(event);
    this.sure = false;
    this.#choose();
  }

  /** What the hints depend on. */
  #choose() {
    this.chosen = Object.fromEntries(new FormData(this.form));
  }

  differences(before, now) {
    const typed = Object.fromEntries(new FormData(this.form));
    const [was, is] = [before, now].map((card) => present(this.kind, card, typed, this.about));
    const word = (name, value) => (value && WORDS[name] ? text(`${WORDS[name]}.${value}`) : value);
    return Object.keys({ ...was, ...is }).filter((name) => was[name] !== is[name])
      .map((name) => ({ label: text(`field.${name}`), was: word(name, was[name]), now: word(name, is[name]), yours: word(name, typed[name]) }));
  }

  /** The form as the update it stands for. */
  #update() {
    const data = new FormData(this.form);
    const update = { kind: this.kind };
    for (const each of this.#fields) {
      const value = typedIn(each, data);
      if (value !== undefined) put(update, each.name, value);
    }
    for (const name of ['name', 'capacity']) this.#wholeName(update, name);
    if (this.kind === 'progress-reported' && !update.forecast) delete update.cause;
    const [noun] = this.kind.split('-');
    if (this.about && this.kind !== 'notice-issued') update[noun] = this.about;
    return { ...update, ...this.fixed };
  }

  /** Who amends one language of a name keeps the other. */
  #wholeName(update, name) {
    if (this.kind === 'project-amended' && update[name]) update[name] = { ...this.card[name], ...update[name] };
  }

  async #submit(event) {
    event.preventDefault();
    if (grave(this.kind, this.chosen) && !this.sure) {
      this.sure = true;
      return;
    }
    const update = this.#update();
    const receipt = await this.send(async (key) => {
      const photos = await this.querySelector('photo-field')?.ids(this.api, this.card.id);
      if (photos?.length) update.photos = photos;
      return this.card ? this.api.post(`/api/projects/${this.card.id}/updates`, update, key, this.expected) : this.api.post('/api/updates', update, key);
    });
    this.sure = false;
    if (!receipt) return;
    this.querySelector('photo-field')?.clear();
    this.dispatchEvent(new CustomEvent('told', { detail: receipt.seq }));
  }

  #leave(event) {
    if (event.key !== 'Escape' || this.quiet) return;
    event.stopPropagation();
    this.#close();
  }

  #close() {
    this.dispatchEvent(new Event('close'));
  }
}
customElements.define('act-form', ActForm);
