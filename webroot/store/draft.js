// What somebody is typing into one form about one thing: it outlives the page, with what the board said when the typing
// began. Its key goes with the content: what is sent again after a lost answer happens once. Passwords and files are not kept.
import { newKey } from '../http/key.js';

const LEFT_OUT = ['password', 'file', 'hidden', 'submit', 'button'];

const ticks = ({ type }) => type === 'checkbox' || type === 'radio';
const keeps = (field) => field.name && field.type && !LEFT_OUT.includes(field.type);
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

  constructor(place) {
    this.place = place;
    this.#place = `guatu.draft.${Draft.whose}.${place}`;
    this.#held = { typed: {}, ...JSON.parse(localStorage.getItem(this.#place) ?? '{}') };
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

  keep(form, more = {}) {
    const typed = {};
    for (const field of form.elements) if (keeps(field) && valueOf(field) !== usual(field)) typed[placeOf(field)] = valueOf(field);
    this.#hold({ typed, ...more, key: newKey() });
  }

  fill(form) {
    for (const field of form.elements) {
      const value = keeps(field) ? this.#held.typed[placeOf(field)] : undefined;
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
    localStorage.setItem(this.#place, JSON.stringify(this.#held));
  }
}
