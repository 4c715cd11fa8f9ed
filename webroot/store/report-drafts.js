// What was typed and not yet sent, photos too, by what it is about: a cheap phone ends the page while its camera is open.
// Its key goes with the content: what is sent again after a lost answer happens once. All pages of this device write the same
// drafts: what one of them keeps, the others show. Event: `change`.
import { newKey } from '../http/key.js';
import { DeviceStore } from './device-store.js';

const NAME = 'guatu.drafts';

export class Drafts extends EventTarget {
  /** Whether the newest change could not be kept: it lives as long as this page. */
  unkept = false;
  #known = null;
  /** Places of which the device holds something else than this page: it took no more. */
  #loose = new Set();
  #changes = 0;
  #store;
  #others;

  constructor(store = new DeviceStore(NAME), others = new BroadcastChannel(NAME)) {
    super();
    this.#store = store;
    this.#others = others;
    others.onmessage = () => this.#recall();
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

  async drop(place) {
    this.unkept = false; // what could not be kept is no more
    this.#is(place, {});
    await this.#written(place, this.#store.delete(place));
  }

  /** What is typed while the device is read is newer than what was read. */
  async #recall() {
    const before = this.#changes;
    const rows = await this.#store.all().catch(() => this.#known ?? []);
    if (this.#changes !== before) return this.#recall();
    const own = [...this.#loose].map((place) => [place, this.#known.get(place)]);
    this.#known = new Map([...rows, ...own]);
    this.dispatchEvent(new Event('change'));
  }

  async #keep(place, draft) {
    this.#is(place, draft);
    this.unkept = !await this.#written(place, this.#store.put(place, draft));
    this.dispatchEvent(new Event('change'));
  }

  /** → whether the device holds it now. */
  async #written(place, writing) {
    const kept = await writing.then(() => true, () => false);
    if (kept) this.#loose.delete(place);
    else this.#loose.add(place);
    this.#others.postMessage(null);
    return kept;
  }

  #is(place, draft) {
    this.#changes += 1;
    this.#known.set(place, draft);
    this.dispatchEvent(new Event('change'));
  }
}
