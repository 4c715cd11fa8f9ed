// A shelf of things on this device, by their key, in the order in which they were put there (IndexedDB). It keeps bytes as
// well as words, and outlives the page.
const NAME = 'guatu';
const STORE = 'reports';

const done = (request) => new Promise((resolve, reject) => {
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});

export class Shelf {
  #place;
  #base;

  constructor(place) {
    this.#place = place;
    const opening = indexedDB.open(NAME, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
    this.#base = done(opening);
  }

  async all() {
    return (await this.#ask('readonly', (store) => store.get(this.#place))) ?? [];
  }

  keep(items) {
    return this.#ask('readwrite', (store) => store.put(items, this.#place));
  }

  async #ask(mode, what) {
    return done(what((await this.#base).transaction(STORE, mode).objectStore(STORE)));
  }
}
