// Reports on their way: kept on this device until they are in the ledger. Each has its key from birth, so that however
// often it is sent it is one entry. Sent on open, when the network is back, and on a timer.
// States: queued · sending · received · failed (with the problem's sentence).
import { newKey } from '../http/key.js';

const AGAIN_MILLIS = 8_000;
const KEPT_ANSWERED = 30;

export class Outbox extends EventTarget {
  #api;
  #place;
  #items;
  #busy = false;

  constructor(api, place) {
    super();
    this.#api = api;
    this.#place = place;
    // What was on its way when the page was closed may or may not have arrived: the key makes asking again harmless.
    this.#items = JSON.parse(localStorage.getItem(place) ?? '[]')
      .map((item) => (item.state === 'sending' ? { ...item, state: 'queued' } : item));
    addEventListener('online', () => this.send());
    setInterval(() => this.send(), AGAIN_MILLIS);
  }

  /** Newest first. */
  get items() {
    return this.#items;
  }

  get waiting() {
    return this.#items.filter(({ state }) => state === 'queued' || state === 'sending').length;
  }

  add(project, update) {
    this.#items = [{ key: newKey(), project, update, state: 'queued', at: new Date().toISOString() }, ...this.#items];
    this.#keep();
    this.send();
  }

  remove(key) {
    this.#items = this.#items.filter((item) => item.key !== key);
    this.#keep();
  }

  /** In the order in which they were made: a later percent must not overtake an earlier one. */
  async send() {
    if (this.#busy) return;
    this.#busy = true;
    try {
      for (const item of this.#items.filter(({ state }) => state === 'queued').reverse()) {
        if (!(await this.#post(item))) break;
      }
    } finally {
      this.#busy = false;
    }
  }

  /** → false when the line is away and the rest must wait. */
  async #post(item) {
    this.#mark(item.key, { state: 'sending' });
    try {
      const { seq } = await this.#api.post(`/api/projects/${item.project}/updates`, item.update, item.key);
      this.#mark(item.key, { state: 'received', seq });
      return true;
    } catch (problem) {
      const later = problem.status === 0 || problem.status === 429 || problem.status === 401 || problem.status >= 500;
      this.#mark(item.key, later ? { state: 'queued' } : { state: 'failed', detail: problem.message });
      return !later;
    }
  }

  #mark(key, change) {
    this.#items = this.#items.map((item) => (item.key === key ? { ...item, ...change } : item));
    this.#keep();
  }

  #keep() {
    let answered = 0;
    this.#items = this.#items.filter(({ state }) => state !== 'received' || ++answered <= KEPT_ANSWERED);
    localStorage.setItem(this.#place, JSON.stringify(this.#items));
    this.dispatchEvent(new Event('change'));
  }
}
