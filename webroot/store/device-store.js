// What is kept on this device, one row each, by their key (IndexedDB). It keeps bytes as well as words, outlives the
// page, and is shared by all pages of this place: a row is written without touching the others. Kept means that the
// transaction is complete: a full disk lets the request succeed and undoes it afterwards. A browser may close the base of
// a page that waits in the background; then it is opened again.
const STORE = 'rows';
const FULL = 'QuotaExceededError';
/** What Chromium says of a disk that is really full, and of a broken one. */
const UNKNOWN = 'UnknownError';

const done = (request) => new Promise((resolve, reject) => {
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});

const complete = (transaction) => new Promise((resolve, reject) => {
  transaction.oncomplete = resolve;
  transaction.onabort = () => reject(transaction.error ?? new DOMException('closed', 'AbortError'));
});

/** Whether something was not kept because there is no room for it. */
export const isFull = ({ name }) => name === FULL;

/** Whether the browser does not know why: most often the disk is full. */
export const isUnknown = ({ name }) => name === UNKNOWN;

export class DeviceStore {
  #name;
  #opening = null;

  constructor(name) {
    this.#name = name;
  }

  /** [key, row] of everything. */
  async all() {
    const [keys, rows] = await this.#within('readonly', (store) => Promise.all([done(store.getAllKeys()), done(store.getAll())]));
    return keys.map((key, i) => [key, rows[i]]);
  }

  /** Resolves when it is on the disk; rejects when it is not kept (see `isFull`). */
  put(key, row) {
    return this.#within('readwrite', (store) => done(store.put(row, key)));
  }

  delete(key) {
    return this.#within('readwrite', (store) => done(store.delete(key)));
  }

  /** What failed because the base was closed under it is done once more with another. */
  async #within(mode, work) {
    try {
      return await this.#once(mode, work);
    } catch (fault) {
      if (isFull(fault)) throw fault;
      this.#opening = null;
      return this.#once(mode, work);
    }
  }

  async #once(mode, work) {
    const base = await this.#base();
    const transaction = base.transaction(STORE, mode, { durability: 'strict' });
    const kept = complete(transaction);
    const found = work(transaction.objectStore(STORE));
    found.catch(() => {}); // the transaction knows better why
    await kept;
    return found;
  }

  #base() {
    this.#opening ??= this.#open().catch((fault) => {
      this.#opening = null;
      throw fault;
    });
    return this.#opening;
  }

  async #open() {
    const opening = indexedDB.open(this.#name, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
    const base = await done(opening);
    base.onclose = () => { this.#opening = null; };
    base.onversionchange = () => {
      this.#opening = null;
      base.close();
    };
    return base;
  }
}
