// What was typed and not yet sent, photos too, by what it is about: a cheap phone ends the page while its camera is open.
// Its key goes with the content: what is sent again after a lost answer happens once. Event: `change`.
import { newKey } from '../http/key.js';
import { DeviceStore } from './device-store.js';

export class Drafts extends EventTarget {
  /** Whether the newest change could not be kept: it lives as long as this page. */
  unkept = false;
  #store = new DeviceStore('guatu.drafts');
  #known = null;

  constructor() {
    super();
    this.#recall();
  }

  /** The draft, {} for a new one; null until this device has said. */
  of(place) {
    return this.#known && (this.#known.get(place) ?? {});
  }

  /** [rest of the place, draft] of all that hold something and whose place begins so. */
  under(beginning) {
    return [...this.#known ?? []].filter(([place, draft]) => place.startsWith(beginning) && Object.keys(draft).length)
      .map(([place, draft]) => [place.slice(beginning.length), draft]);
  }

  /** The key to send it with, the same until the content changes. */
  async key(place) {
    const draft = this.of(place);
    if (!draft.key) await this.#keep(place, { ...draft, key: newKey() });
    return this.of(place).key;
  }

  /** What is undefined in the change is taken out. Resolves when it is kept, or is not: see `unkept`. */
  change(place, change) {
    const { key, ...draft } = { ...this.of(place), ...change };
    return this.#keep(place, Object.fromEntries(Object.entries(draft).filter(([, value]) => value !== undefined)));
  }

  drop(place) {
    this.unkept = false; // what could not be kept is no more
    this.#is(place, {});
    return this.#store.delete(place).catch(() => {});
  }

  async #recall() {
    const rows = await this.#store.all().catch(() => []);
    this.#known = new Map(rows);
    this.dispatchEvent(new Event('change'));
  }

  async #keep(place, draft) {
    this.#is(place, draft);
    this.unkept = await this.#store.put(place, draft).then(() => false, () => true);
    this.dispatchEvent(new Event('change'));
  }

  #is(place, draft) {
    this.#known.set(place, draft);
    this.dispatchEvent(new Event('change'));
  }
}
