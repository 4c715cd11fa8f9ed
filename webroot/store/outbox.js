// Reports on their way: kept on this device until they are in the ledger, photos too. Each has its key from birth, and each
// of its photos one of its own, so that however often it is sent it is one entry. Sent on open, when the network is back,
// and on a timer.
// States: queued · sending · received · failed (with the problem's sentence).
import { newKey } from '../http/key.js';
import { Shelf } from './shelf.js';

const AGAIN_MILLIS = 8_000;
const KEPT_ANSWERED = 30;

export class Outbox extends EventTarget {
  /** Newest first. */
  items = [];
  /** Resolves when what an earlier visit left is known. */
  ready;
  #api;
  #shelf;
  #busy = false;

  constructor(api, place) {
    super();
    this.#api = api;
    this.#shelf = new Shelf(place);
    this.ready = this.#recall();
    addEventListener('online', () => this.send());
    setInterval(() => this.send(), AGAIN_MILLIS);
  }

  get waiting() {
    return this.items.filter(({ state }) => state === 'queued' || state === 'sending').length;
  }

  /** `photos`: the bytes of JPEGs. */
  async add(project, update, photos = []) {
    await this.ready;
    this.items = [{ key: newKey(), project, update, photos, state: 'queued', at: new Date().toISOString() }, ...this.items];
    await this.#keep();
    this.send();
  }

  remove(key) {
    this.items = this.items.filter((item) => item.key !== key);
    this.#keep();
  }

  /** In the order in which they were made: a later percent must not overtake an earlier one. */
  async send() {
    if (this.#busy) return;
    this.#busy = true;
    try {
      await this.ready;
      for (const item of this.items.filter(({ state }) => state === 'queued').reverse()) {
        if (!(await this.#post(item))) break;
      }
    } finally {
      this.#busy = false;
    }
  }

  /** What was on its way when the page was closed may or may not have arrived: the key makes asking again harmless. */
  async #recall() {
    this.items = (await this.#shelf.all()).map((item) => (item.state === 'sending' ? { ...item, state: 'queued' } : item));
    this.dispatchEvent(new Event('change'));
  }

  /** → false when the line is away and the rest must wait. */
  async #post(item) {
    this.#mark(item.key, { state: 'sending' });
    try {
      const photos = [];
      for (const [i, bytes] of (item.photos ?? []).entries()) {
        const file = new Blob([bytes], { type: 'image/jpeg' });
        photos.push((await this.#api.photo(item.project, file, `${item.key}-photo-${i}`)).id);
      }
      const update = photos.length ? { ...item.update, photos } : item.update;
      const { seq } = await this.#api.post(`/api/projects/${item.project}/updates`, update, item.key);
      this.#mark(item.key, { state: 'received', seq, update, photos: [] });
      return true;
    } catch (problem) {
      const later = problem.status === 0 || problem.status === 429 || problem.status === 401 || problem.status >= 500;
      this.#mark(item.key, later ? { state: 'queued' } : { state: 'failed', detail: problem.message });
      return !later;
    }
  }

  #mark(key, change) {
    this.items = this.items.map((item) => (item.key === key ? { ...item, ...change } : item));
    this.#keep();
  }

  #keep() {
    let answered = 0;
    this.items = this.items.filter(({ state }) => state !== 'received' || ++answered <= KEPT_ANSWERED);
    this.dispatchEvent(new Event('change'));
    return this.#shelf.keep(this.items);
  }
}
