// What was typed and not yet sent, photos too, by what it is about: a cheap phone ends the page while its camera is open.
// Event: `change`.
import { DeviceStore } from './device-store.js';

export class Drafts extends EventTarget {
  #store = new DeviceStore('guatu.drafts');
  #known = new Map();

  /** The draft, {} for a new one; null until this device has said. */
  of(place) {
    if (!this.#known.has(place)) {
      this.#known.set(place, null);
      this.#store.get(place).catch(() => {}).then((draft) => this.#is(place, draft ?? {}));
    }
    return this.#known.get(place);
  }

  change(place, change) {
    const draft = { ...this.#known.get(place), ...change };
    this.#is(place, draft);
    return this.#store.put(place, draft).catch(() => {}); // a full device: it stays while the page does
  }

  drop(place) {
    this.#is(place, {});
    return this.#store.delete(place).catch(() => {});
  }

  #is(place, draft) {
    this.#known.set(place, draft);
    this.dispatchEvent(new Event('change'));
  }
}
