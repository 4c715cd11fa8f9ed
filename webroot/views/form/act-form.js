// Tells one kind of update: of a project, of something open in it (`about`), or of the board when there is no card; then `facts`
// are what was agreed for the board, and `read` reads them again. A form that changes something opens with it as it is.
// Events: `told` (detail: the entry's seq), `close`.
import { nothing } from 'lit';
import { Problem } from '../../http/api.js';
import { shortDate } from '../../text/dates.js';
import { daysIn } from '../../text/days.js';
import { has, named, text } from '../../text/text.js';
import { html } from '../part/html.js';
import { field, typedIn } from './fields.js';
import { asked, EDITS, FINAL, formOf, grave, TELLS } from './forms.js';
import { isCounted, present } from '../part/present.js';
import { Sheet } from './draft-form.js';

const WORDS = { forecast: null, percent: null, stage: 'stage', level: 'level', weighting: 'weighting' };
const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

/** 'name.zh' → {name: {zh}} */
function put(target, path, value) {
  const [head, ...rest] = path.split('.');
  if (rest.length) put((target[head] ??= {}), rest.join('.'), value);
  else target[head] = value;
}

class ActForm extends Sheet {
  static properties = {
    kind: { type: String }, card: { attribute: false }, facts: { attribute: false }, read: { attribute: false }, more: { attribute: false }, about: { attribute: false }, api: { attribute: false }, day: { type: String },
    fixed: { attribute: false }, given: { attribute: false }, from: { type: String }, quiet: { type: Boolean }, grants: { state: true }, sure: { state: true }, chosen: { state: true },
  };

  get place() {
    return [this.card?.id ?? 'board', this.kind, this.about ?? this.from ?? ''].join('.');
  }

  get subject() {
    return this.card ?? this.facts;
  }

  get edits() {
    return EDITS.includes(this.kind);
  }

  /** What the press does, in a verb. */
  get #verb() {
    return has(`send.${this.kind}`) ? `send.${this.kind}` : `tell.${this.kind}`;
  }

  /** What the board says now, and today: for the fields. */
  get present() {
    return { now: this.#present(this.subject), day: this.day };
  }

  #present(subject, typed = this.chosen ?? { year: this.day?.slice(0, 4) }) {
    return present(this.kind, subject, typed, this.about, this.more ?? {});
  }

  get #fields() {
    return asked(formOf(this.kind), this.chosen ?? { counted: false });
  }

  connectedCallback() {
    super.connectedCallback();
    if (!formOf(this.kind).some(({ type }) => type === 'grant')) return;
    this.api.get(`/api/projects/${this.card.id}/grants`)
      .then(({ grants }) => { this.grants = grants.filter(({ revoked, until }) => !revoked && Date.parse(until) > Date.now()); })
      .catch(() => {}); // then the notice is the manager's to see to
  }

  render() {
    return html`<form class="act" data-kind=${this.kind} @submit=${this.#submit} @keydown=${this.#leave}>
      ${this.quiet ? nothing : html`<h3>${text(`tell.${this.kind}`)}</h3>`}
      ${this.#fields.filter(({ folded }) => !folded).map((each) => field(each, this))}
      ${this.#folded()}
      ${this.notes()}
      ${this.sure ? html`<p class="wide sure" role="status">${text(has(`sure.${this.kind}`) ? `sure.${this.kind}` : 'sure', { days: this.#lost.map(shortDate).join(text('join.and')), n: this.#lost.length })}</p>` : nothing}
      <p class="acts wide">${this.quiet ? nothing : html`<button type="button" @click=${() => this.#close()}>${text('desk.cancel')}</button>`}
        ${this.sender(this.sure ? 'sure.yes' : this.#verb)}</p></form>`;
  }

  /** What few ask for, behind one line; open where a field in it has a fault. */
  #folded() {
    const folded = this.#fields.filter((each) => each.folded);
    return folded.length ? html`<details class="wide folded"><summary>${text('field.more')} <small>${text('field.optional')}</small></summary><div>${folded.map((each) => field(each, this))}</div></details>` : nothing;
  }

  opened(form) {
    if (this.given) this.#give(form);
    this.#choose();
    if (this.quiet) return;
    form.scrollIntoView({ block: 'nearest' });
    const first = form.querySelector('input:not([type=file]), select, textarea, button.main');
    first?.focus({ preventScroll: true });
    if (this.edits) first?.select?.(); // what is typed takes the place of what is
  }

  /** What was found elsewhere stands in the form as if it had been typed, and what was not found is not there from another time. */
  #give(form) {
    for (const [name, value] of Object.entries(this.given)) {
      const field = form.elements.namedItem(name);
      if (!field) continue;
      field.value = value ?? '';
      super.typed({ target: field });
    }
  }

  typed(event) {
    super.typed(event);
    this.sure = false;
    this.#choose();
  }

  /** What the hints depend on. */
  #choose() {
    const chosen = Object.fromEntries(new FormData(this.form));
    this.chosen = { ...chosen, counted: isCounted(this.card, chosen.milestone ?? this.fixed?.milestone) };
  }

  differences(before, now) {
    const typed = Object.fromEntries(new FormData(this.form));
    const [was, is] = [before, now].map((subject) => this.#present(subject, typed));
    const word = (name, value) => (value && WORDS[name] ? text(`${WORDS[name]}.${value}`) : value);
    return Object.keys({ ...was, ...is }).filter((name) => was[name] !== is[name])
      .map((name) => ({ label: text(`field.${name}`), was: word(name, was[name]), now: word(name, is[name]), yours: word(name, typed[name]) }));
  }

  /** The form as the update it stands for. */
  #update() {
    const data = new FormData(this.form);
    const update = { kind: TELLS[this.kind] ?? this.kind };
    for (const each of this.#fields) {
      const value = typedIn(each, data);
      const unchanged = this.edits && each.optional && String(value) === String(this.present.now[each.name]);
      if (value !== undefined && !unchanged) put(update, each.name, value);
    }
    for (const name of ['name', 'capacity']) this.#wholeName(update, name);
    if (update.kind === 'progress-reported' && !update.forecast) delete update.cause;
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
    if (this.#unread()) return;
    if ((grave(this.kind, this.chosen) || this.#lost.length) && !this.sure) {
      this.sure = true;
      return;
    }
    const update = this.#update();
    const request = async () => {
      if (this.read) await this.#unmoved();
      const photos = await this.querySelector('photo-field')?.ids(this.api, this.card.id);
      if (photos?.length) update.photos = photos;
      return this.card ? { path: `/api/projects/${this.card.id}/updates`, body: update, match: this.expected } : { path: '/api/updates', body: update };
    };
    const receipt = FINAL.includes(this.kind) ? await this.sendLater(request, `${named(this.card.name)} · ${text(`tell.${this.kind}`)}`)
      : await this.send(async (key) => {
        const { path, body, match } = await request();
        return this.api.post(path, body, key, match);
      });
    this.sure = false;
    if (!receipt) return;
    this.querySelector('photo-field')?.clear();
    this.dispatchEvent(new CustomEvent('told', { detail: receipt.seq }));
  }

  /** Days that are agreed now and would be no more. */
  get #lost() {
    const { form, present: { now } } = this;
    if (this.kind !== 'calendar-adopted' || !form) return [];
    const data = new FormData(form);
    return ['off', 'on'].flatMap((name) => {
      const left = daysIn(data.get(name), data.get('year'), name).days;
      return daysIn(now[name], data.get('year'), name).days.filter((day) => !left.includes(day));
    });
  }

  /** Whether a list of days has a line that says no day; the field says which. */
  #unread() {
    const data = new FormData(this.form);
    const bad = this.#fields.filter(({ type, name }) => type === 'days' && daysIn(data.get(name), data.get('year'), name).faults.length);
    this.faults = bad.length ? new Map(bad.map(({ name }) => [name, text('days.unread')])) : this.faults;
    return bad.length > 0;
  }

  /** Rejects when somebody else agreed something else since one began: it is shown, and the next press is meant. */
  async #unmoved() {
    const before = this.draft.seen ?? this.facts;
    const now = await this.read();
    if (same(this.#present(before), this.#present(now))) return;
    this.draft.seen = now;
    this.moved = { entries: [], rows: this.differences(before, now) };
    throw new Problem(409, { code: 'moved-meanwhile', detail: text('board.moved') });
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
