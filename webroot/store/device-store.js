// What is kept on this device, one row each, by their key (IndexedDB). It keeps bytes as well as words, outlives the
// page, and is shared by all pages of this place: a row is written without touching the others.
const STORE = 'rows';

const done = (request) => new Promise((resolve, reject) => {
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});

export class DeviceStore {
  #base;

  constructor(name) {
    const opening = indexedDB.open(name, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
    this.#base = done(opening);
    this.#base.catch(() => {}); // said by whoever asks
  }

  /** [key, row] of everything. */
  async all() {
    const store = await this.#store('readonly');
    const [keys, rows] = await Promise.all([done(store.getAllKeys()), done(store.getAll())]);
    return keys.map((key, i) => [key, rows[i]]);
  }

  async get(key) {
    return done((await this.#store('readonly')).get(key));
  }

  async put(key, row) {
    return done((await this.#store('readwrite')).put(row, key));
  }

  async delete(key) {
    return done((await this.#store('readwrite')).delete(key));
  }

  async #store(mode) {
    return (await this.#base).transaction(STORE, mode).objectStore(STORE);
  }
}
