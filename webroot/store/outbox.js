// Reports on their way: kept on this device until they are in the ledger, photos too, whatever grant they were made under.
// Each has its key from birth, and each of its photos one of its own, so that however often it is sent it is one entry.
// Sent on open, when the network is back, and on a timer; all pages of this device share them, and one of them sends. Words
// and photos go beside each other, and each item that fails waits by itself: nothing holds up what it has nothing to do with.
// States: queued · sending · received · failed (with what to do). A queued one may say in `detail` why it still waits, and may
// be `edited`: it stays, unsent, until what replaces it is here.
import { newKey } from '../http/key.js';
import { Forbearance } from './forbearance.js';
import { nextPhoto, nextWords } from './lanes.js';
import { isFull, isUnknown } from './device-store.js';
import { OutboxRows } from './outbox-rows.js';
import { Tracks } from './tracks.js';

const NAME = 'guatu.outbox';
const AGAIN_MILLIS = 4_000;
/** The day's photos are used up: each try costs the phone a photo. */
const HELD_MILLIS = 600_000;
const LATER = [0, 408, 425, 429];
/** So often a stranger's refusal is taken for a passing trouble of the network. */
const STRANGE = 2;

/** It was neither kept nor sent. `full`: for want of room; `unknown`: the browser does not say why; `problem`: what came of sending it. */
export class Unkept extends Error {
  constructor(fault, problem) {
    super(fault.message);
    this.full = isFull(fault);
    this.unknown = isUnknown(fault);
    this.problem = problem;
  }
}

export class Outbox extends EventTarget {
  /** Resolves when what an earlier visit left is known. */
  ready;
  #rows = new OutboxRows(NAME);
  #sending = new Set();
  #reasons = new Map();
  #tracks = new Tracks(NAME, () => this.#rows.recall());
  #forbearance = new Forbearance();
  #grants;

  constructor(grants) {
    super();
    this.#grants = grants;
    this.#rows.addEventListener('change', () => this.dispatchEvent(new Event('change')));
    this.ready = this.#rows.recall();
    addEventListener('online', () => this.wake());
    setInterval(() => this.send(), AGAIN_MILLIS);
  }

  /** Newest first. */
  get items() {
    return this.#rows.all.map((item) => (this.#sending.has(item.key) ? { ...item, state: 'sending' }
      : item.state === 'queued' && this.#reasons.has(item.key) ? { ...item, detail: this.#reasons.get(item.key) } : item));
  }

  get waiting() {
    return this.#rows.all.filter(({ state }) => state === 'queued').length;
  }

  /**
   * `item`: {grant, project, company, update, photos: [{key, bytes}], about: its names, after: the key of what must have
   * arrived before, lane: what it must not overtake in}. → true once it is on this device; false when it could not be kept and went at
   * once. A key that is given twice is one item. @throws Unkept when it is neither kept nor sent
   */
  async add(item, key = newKey()) {
    await this.ready;
    navigator.storage?.persist?.();
    const n = 1 + Math.max(0, ...this.#rows.all.map((each) => each.n ?? 0));
    const row = { photos: [], ...item, key, n, state: 'queued', at: new Date().toISOString() };
    const fault = await this.#rows.put(row);
    if (fault) await this.#sendUnkept(row, fault);
    await this.#rows.changed();
    this.send();
    return !fault;
  }

  /** Once more, after what was in the way is gone, or as it was. */
  async again(key) {
    this.#forbearance.asked(key);
    await this.#rows.note({ ...this.#rows.find(key), state: 'queued', edited: false });
    this.send();
  }

  /** It is being written anew: it is not sent meanwhile, and stays until `remove`. */
  async edit(key) {
    await this.#rows.note({ ...this.#rows.find(key), edited: true });
  }

  async remove(key) {
    await this.#rows.remove(key);
    this.send();
  }

  /** There is a line: what failed for want of one goes at once. */
  wake() {
    this.#forbearance.wake();
    this.send();
  }

  /** In the order of `lanes`. Resolves when nothing more can be sent now. */
  async send() {
    await Promise.all([this.#tracks.run('words', () => this.#oneWord()), this.#tracks.run('photos', () => this.#onePhoto())]);
    await this.#tracks.idle('words'); // what waited for the photos
  }

  async #oneWord() {
    await this.#revive();
    const item = nextWords(this.#rows.all, (each) => this.#may(each));
    if (!item) return false;
    const sender = this.#grants.sender(item);
    if (sender) await this.#try(item, sender, () => this.#tell(sender.api, item));
    else await this.#rows.note({ ...item, state: 'failed', ended: true });
    return true;
  }

  async #onePhoto() {
    const [item, photo] = nextPhoto(this.#rows.all, (each) => this.#may(each) && this.#grants.sender(each)) ?? [];
    if (!item) return false;
    const sender = this.#grants.sender(item);
    await this.#try(item, sender, () => this.#upload(sender.api, item, photo));
    this.#tracks.run('words', () => this.#oneWord());
    return true;
  }

  /** What was made under a grant that ended goes as soon as the phone gets another that covers it. */
  async #revive() {
    for (const item of this.#rows.all) {
      if (item.state === 'failed' && item.ended && this.#grants.sender(item)) await this.#rows.note({ ...item, state: 'queued', ended: false });
    }
  }

  #may(item) {
    return item.state === 'queued' && !item.edited && this.#forbearance.over(item.key) && (!item.after || this.#rows.find(item.after)?.state === 'received');
  }

  async #try(item, sender, job) {
    this.#sending.add(item.key);
    this.dispatchEvent(new Event('change'));
    try {
      await job();
      this.#reasons.delete(item.key);
      this.#forbearance.forget(item.key);
      this.#forbearance.wake();
    } catch (problem) {
      await this.#failed(item, sender, problem);
    } finally {
      this.#sending.delete(item.key);
      this.dispatchEvent(new Event('change'));
    }
  }

  async #failed({ key }, sender, problem) {
    const { status, code, message, errors } = problem;
    if (status === 401) this.#grants.ended(sender.id);
    else if (code === 'photo-quota') {
      this.#forbearance.failed(key, HELD_MILLIS);
      this.#reasons.set(key, message);
    } else if (status === undefined || status >= 500 || LATER.includes(status)) {
      const tries = this.#forbearance.failed(key);
      if (code !== 'foreign') this.#reasons.delete(key);
      else if (tries >= STRANGE) this.#reasons.set(key, message);
    } else if (this.#rows.find(key)) {
      await this.#rows.note({ ...this.#rows.find(key), state: 'failed', detail: message, code, errors });
    }
  }

  /** A photo that has arrived is remembered: a resend goes on where the last one broke off. */
  async #upload(api, item, photo) {
    const { id } = await api.photo(item.project, new Blob([photo.bytes], { type: 'image/jpeg' }), photo.key);
    const now = this.#rows.find(item.key);
    if (now) await this.#rows.note({ ...now, photos: now.photos.map((each) => (each.key === photo.key ? { ...each, id } : each)) });
  }

  /** What follows a find is about that hazard, as soon as this has its number; then it stands on its own. */
  async #numbered({ after, ...item }) {
    const numbered = { ...item, update: { ...item.update, hazard: this.#rows.find(after).seq } };
    await this.#rows.note(numbered);
    return numbered;
  }

  async #tell(api, kept) {
    const item = kept.after ? await this.#numbered(kept) : kept;
    const photos = item.photos.map(({ id }) => id);
    const update = { ...item.update, ...(photos.length && { photos }) };
    const { seq } = await api.post(`/api/projects/${item.project}/updates`, update, item.key);
    await this.#rows.note({ ...item, state: 'received', seq, update, photos: [] });
  }

  /** Nothing is said to be kept that is not: with a line it goes at once, after what it must not overtake. */
  async #sendUnkept(row, fault) {
    await this.send();
    this.#forbearance.forget(row.key);
    await this.#rows.hold(row);
    await this.send();
    const { state, detail: message, code, errors } = this.#rows.find(row.key);
    if (state === 'received') return;
    await this.#rows.letGo(row.key);
    throw new Unkept(fault, state === 'failed' && message ? { message, code, errors } : null);
  }
}
