// Reports on their way: kept on this device until they are in the ledger, photos too, whatever grant they were made under.
// Each has its key from birth, and each of its photos one of its own, so that however often it is sent it is one entry.
// Sent on open, when the network is back, and on a timer; all pages of this device share them, and one of them sends.
// States: queued · sending · received · failed (with what to do). A queued one may be `held`: not before that instant, with the
// server's reason.
import { newKey } from '../http/key.js';
import { DeviceStore } from './device-store.js';

const NAME = 'guatu.outbox';
const AGAIN_MILLIS = 8_000;
const KEPT_ANSWERED = 30;
/** The day's photos are used up: each try costs the phone a photo. */
const HELD_MILLIS = 600_000;
const LATER = new Set([0, 408, 429]);

/** Without locks (a browser has none over plain HTTP) two pages may send the same: it is one entry all the same. */
const alone = (job) => (navigator.locks
  ? navigator.locks.request(NAME, { ifAvailable: true }, (lock) => lock && job()) : job());

/** No answer, or none of ours: a gate to the internet answers too. */
const passes = ({ status, code }) => !status || LATER.has(status) || status >= 500 || code === 'network';

export class Outbox extends EventTarget {
  /** Resolves when what an earlier visit left is known. */
  ready;
  #items = [];
  #sending = null;
  #busy = false;
  #grants;
  #store = new DeviceStore(NAME);
  #others = new BroadcastChannel(NAME);

  constructor(grants) {
    super();
    this.#grants = grants;
    this.ready = this.#recall();
    this.#others.onmessage = () => this.#recall();
    addEventListener('online', () => this.send());
    setInterval(() => this.send(), AGAIN_MILLIS);
  }

  /** Newest first. */
  get items() {
    return this.#items.map((item) => (item.key === this.#sending ? { ...item, state: 'sending' } : item));
  }

  get waiting() {
    return this.#items.filter(({ state }) => state === 'queued').length;
  }

  /**
   * `item`: {grant, project, company, update, photos: [{key, bytes}], about: its names, after: the key of what must have
   * arrived before}. → its key, once it is on this device.
   */
  async add(item) {
    await this.ready;
    navigator.storage?.persist?.();
    const key = newKey();
    await this.#keep({ photos: [], ...item, key, state: 'queued', at: new Date().toISOString() });
    this.send();
    return key;
  }

  /** Once more, after what was in the way is gone. */
  async again(key) {
    await this.#keep({ ...this.#find(key), state: 'queued', held: 0 });
    this.send();
  }

  async remove(key) {
    const gone = this.#items.filter((item) => item.key === key || item.after === key);
    await Promise.all(gone.map((item) => this.#store.delete(item.key)));
    await this.#changed();
  }

  /** In the order in which they were made: a later percent must not overtake an earlier one. */
  async send() {
    if (this.#busy) return;
    this.#busy = true;
    try {
      await alone(() => this.#sendAll());
    } finally {
      this.#busy = false;
    }
  }

  async #sendAll() {
    await this.#recall();
    const seen = new Set();
    const oldest = () => [...this.#items].reverse().find((item) => !seen.has(item.key) && this.#sendable(item));
    for (let item = oldest(); item; item = oldest()) {
      seen.add(item.key);
      if (!(await this.#post(item))) return;
    }
  }

  /** What was made under a grant that ended goes as soon as the phone gets another that covers it. */
  #sendable(item) {
    if (item.held > Date.now() || this.#overtakes(item)) return false;
    if (item.after && this.#find(item.after)?.state !== 'received') return false;
    return item.state === 'queued' || item.state === 'failed' && item.ended && this.#grants.sender(item) !== null;
  }

  /** What is held holds up its own milestone only. */
  #overtakes({ at, project, update: { milestone } }) {
    return milestone && this.#items.some((other) => other.held && other.state === 'queued' && other.at < at
      && other.project === project && other.update.milestone === milestone);
  }

  /** What follows a find is about that hazard, as soon as this has its number; then it stands on its own. */
  async #numbered({ after, ...item }) {
    const numbered = { ...item, update: { ...item.update, hazard: this.#find(after).seq } };
    await this.#keep(numbered);
    return numbered;
  }

  /** → false when the line is away and the rest must wait. */
  async #post(item) {
    if (item.after) return this.#post(await this.#numbered(item));
    const sender = this.#grants.sender(item);
    if (!sender) {
      await this.#keep({ ...item, state: 'failed', ended: true });
      return true;
    }
    this.#sending = item.key;
    this.dispatchEvent(new Event('change'));
    try {
      await this.#tell(sender.api, item);
      return true;
    } catch (problem) {
      if (problem.status === 401) {
        this.#grants.ended(sender.id);
        return this.#post(this.#find(item.key));
      }
      if (problem.code === 'photo-quota') {
        await this.#keep({ ...this.#find(item.key), state: 'queued', ended: false, held: Date.now() + HELD_MILLIS, detail: problem.message });
        return true;
      }
      if (passes(problem)) return false;
      await this.#keep({ ...this.#find(item.key), state: 'failed', ended: false, detail: problem.message });
      return true;
    } finally {
      this.#sending = null;
      this.dispatchEvent(new Event('change'));
    }
  }

  /** A photo that has arrived is remembered: a resend goes on where the last one broke off. */
  async #tell(api, item) {
    const photos = [...item.photos];
    for (const [i, photo] of photos.entries()) {
      if (photo.id) continue;
      const { id } = await api.photo(item.project, new Blob([photo.bytes], { type: 'image/jpeg' }), photo.key);
      photos[i] = { ...photo, id };
      await this.#keep({ ...item, photos: [...photos] });
    }
    const update = { ...item.update, ...(photos.length && { photos: photos.map(({ id }) => id) }) };
    const { seq } = await api.post(`/api/projects/${item.project}/updates`, update, item.key);
    await this.#keep({ ...item, state: 'received', ended: false, seq, update, photos: [] });
  }

  #find(key) {
    return this.#items.find((item) => item.key === key);
  }

  async #keep(item) {
    await this.#store.put(item.key, item);
    await this.#changed();
  }

  async #changed() {
    this.#others.postMessage(null);
    await this.#recall();
  }

  async #recall() {
    const items = (await this.#store.all()).map(([, row]) => row).sort((a, b) => b.at.localeCompare(a.at));
    const old = items.filter(({ state }) => state === 'received').slice(KEPT_ANSWERED);
    await Promise.all(old.map(({ key }) => this.#store.delete(key)));
    this.#items = items.filter((item) => !old.includes(item));
    this.dispatchEvent(new Event('change'));
  }
}
