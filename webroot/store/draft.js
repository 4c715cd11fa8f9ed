// What somebody is typing into one form about one thing: it outlives the page, with what the board said when the typing
// began. Its key goes with the content: what is sent again after a lost answer happens once. Passwords and files are not kept, nor
// what says `data-unkept`.
import { newKey } from '../http/key.js';
import { recalled, remember } from '../http/pocket.js';

const LEFT_OUT = ['password', 'file', 'hidden', 'submit', 'button'];

const ticks = ({ type }) => type === 'checkbox' || type === 'radio';
const keeps = (field) => field.name && field.type && !LEFT_OUT.includes(field.type) && field.dataset.unkept === undefined;
const placeOf = (field) => (ticks(field) ? `${field.name}=${field.value}` : field.name);
const valueOf = (field) => (ticks(field) ? field.checked : field.value);

/** What the field holds when nobody touched it. */
function usual(field) {
  if (ticks(field)) return field.defaultChecked;
  if (field.options) return ([...field.options].find(({ defaultSelected }) => defaultSelected) ?? field.options[0])?.value;
  return field.defaultValue;
}

export class Draft {
  /** Whose drafts these are: two people may share a browser. */
  static whose = '';
  #place;
  #held;
  /** Fields that hold what was kept of them, or what somebody has typed since: some appear after others. */
  #met = new WeakSet();

  constructor(place) {
    this.place = place;
    this.#place = `guatu.draft.${Draft.whose}.${place}`;
    this.#held = { typed: {}, ...recalled(this.#place, {}) };
  }

  /** The same until the content changes. */
  get key() {
    if (!this.#held.key) this.#hold({ key: newKey() });
    return this.#held.key;
  }

  /** What the board said when the typing began, or null. */
  get seen() {
    return this.#held.seen ?? null;
  }

  set seen(state) {
    this.#hold({ seen: state });
  }

  /** Something that is no field of the form. */
  get rows() {
    return this.#held.rows ?? null;
  }

  set rows(rows) {
    this.#hold({ rows, key: newKey() });
  }

  /** `touched`: the field that somebody has just typed in. */
  keep(form, touched, more = {}) {
    if (touched) this.#met.add(touched);
    const typed = { ...this.#held.typed };
    for (const field of form.elements) {
      if (!keeps(field) || !this.#met.has(field)) continue;
      if (valueOf(field) === usual(field)) delete typed[placeOf(field)];
      else typed[placeOf(field)] = valueOf(field);
    }
    this.#hold({ typed, ...more, key: newKey() });
  }

  /** Fields that are new to it; a choice whose option is not there yet is filled when it is. */
  fill(form) {
    for (const field of form.elements) {
      if (!keeps(field) || this.#met.has(field)) continue;
      const value = this.#held.typed[placeOf(field)];
      if (value !== undefined && field.options && ![...field.options].some((option) => option.value === value)) continue;
      this.#met.add(field);
      if (value === undefined) continue;
      if (ticks(field)) field.checked = value;
      else field.value = value;
    }
  }

  clear() {
    this.#held = { typed: {} };
    localStorage.removeItem(this.#place);
  }

  #hold(change) {
    this.#held = { ...this.#held, ...change };
    remember(this.#place, JSON.stringify(this.#held)); // a full device: it stays while the page does
  }
}
