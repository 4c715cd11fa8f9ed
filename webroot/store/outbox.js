// Reports on their way: kept on this device until they are in the ledger, photos too, whatever grant they were made under.
// Each has its key from birth, and each of its photos one of its own, so that however often it is sent it is one entry.
// Sent on open, when the network is back, and on a timer; all pages of this device share them, and one of them sends. Words
// and photos go beside each other, and each item that fails waits by itself: nothing holds up what it has nothing to do with.
// States: queued · sending · received · failed (with what to do). A queued one may say in `detail` why it still waits, and may
// be `edited`: it stays, unsent, until what replaces it is here.
import { newKey } from '../http/key.js';
import { Forbearance } from './forbearance.js';
import { nextPhoto, nextWords, older } from './lanes.js';
import { DeviceStore, isFull } from './device-store.js';

const NAME = 'guatu.outbox';
const AGAIN_MILLIS = 4_000;
const KEPT_ANSWERED = 30;
/** The day's photos are used up: each try costs the phone a photo. */
const HELD_MILLIS = 600_000;
const LATER = [0, 408, 425, 429];
/** So often a stranger's refusal is taken for a passing trouble of the network. */
const STRANGE = 2;

/** Without locks (a browser has none over plain HTTP) two pages may send the same: it is one entry all the same. */
const alone = (track, job) => (navigator.locks
  ? navigator.locks.request(`${NAME}.${track}`, { ifAvailable: true }, (lock) => lock && job()) : job());

/** It was neither kept nor sent. `full`: for want of room; `problem`: what came of sending it. */
export class Unkept extends Error {
  constructor(fault, problem) {
    super(fault.message);
    this.full = isFull(fault);
    this.problem = problem;
  }
}

export class Outbox extends EventTarget {
  /** Resolves when what an earlier visit left is known. */
  ready;
  #items = [];
  /** Rows that the shelf could not take, as they are now; null: gone. */
  #loose = new Map();
  #sending = new Set();
  #reasons = new Map();
  #running = new Map();
  #reading = Promise.resolve();
  #forbearance = new Forbearance();
  #grants;
  #store = new DeviceStore(NAME);
  #others = new BroadcastChannel(NAME);

  constructor(grants) {
    super();
    this.#grants = grants;
    this.ready = this.#recall();
    this.#others.onmessage = () => this.#recall();
    addEventListener('online', () => this.wake());
    setInterval(() => this.send(), AGAIN_MILLIS);
  }

  /** Newest first. */
  get items() {
    return this.#items.map((item) => (this.#sending.has(item.key) ? { ...item, state: 'sending' }
      : item.state === 'queued' && this.#reasons.has(item.key) ? { ...item, detail: this.#reasons.get(item.key) } : item));
  }

  get waiting() {
    return this.#items.filter(({ state }) => state === 'queued').length;
  }

  /**
   * `item`: {grant, project, company, update, photos: [{key, bytes}], about: its names, after: the key of what must have
   * arrived before, lane: what it must not overtake in}. → true once it is on this device; false when it could not be kept and went at
   * once. A key that is given twice is one item. @throws Unkept when it is neither kept nor sent
   */
  async add(item, key = newKey()) {
    await this.ready;
    navigator.storage?.persist?.();
    const n = 1 + Math.max(0, ...this.#items.map((each) => each.n ?? 0));
    const row = { photos: [], ...item, key, n, state: 'queued', at: new Date().toISOString() };
    const fault = await this.#store.put(key, row).then(() => null, (reason) => reason);
    if (fault) await this.#sendUnkept(row, fault);
    await this.#changed();
    this.send();
    return !fault;
  }

  /** Once more, after what was in the way is gone, or as it was. */
  async again(key) {
    this.#forbearance.asked(key);
    await this.#note({ ...this.#find(key), state: 'queued', edited: false });
    this.send();
  }

  /** It is being written anew: it is not sent meanwhile, and stays until `remove`. */
  async edit(key) {
    await this.#note({ ...this.#find(key), edited: true });
  }

  async remove(key) {
    for (const gone of this.#items.filter((item) => item.key === key || item.after === key)) {
      await this.#store.delete(gone.key).then(() => this.#loose.delete(gone.key), () => this.#loose.set(gone.key, null));
    }
    await this.#changed();
    this.send();
  }

  /** There is a line: what failed for want of one goes at once. */
  wake() {
    this.#forbearance.wake();
    this.send();
  }

  /** In the order of `lanes`. Resolves when nothing more can be sent now. */
  async send() {
    await Promise.all([this.#run('words', () => this.#oneWord()), this.#run('photos', () => this.#onePhoto())]);
    await this.#running.get('words')?.done; // what waited for the photos
  }

  /** One run of a track at a time; whoever asks meanwhile makes it look once more. `step` → whether there was anything to do. */
  async #run(track, step) {
    const running = this.#running.get(track);
    if (running) {
      running.again = true;
      return running.done;
    }
    const run = { again: true };
    this.#running.set(track, run);
    run.done = alone(track, async () => {
      while (run.again) {
        run.again = false;
        await this.#recall();
        let more = true;
        while (more) more = await step();
      }
    }).finally(() => this.#running.delete(track));
    return run.done;
  }

  async #oneWord() {
    await this.#revive();
    const item = nextWords(this.#items, (each) => this.#may(each));
    if (!item) return false;
    const sender = this.#grants.sender(item);
    if (sender) await this.#try(item, sender, () => this.#tell(sender.api, item));
    else await this.#note({ ...item, state: 'failed', ended: true });
    return true;
  }

  async #onePhoto() {
    const [item, photo] = nextPhoto(this.#items, (each) => this.#may(each) && this.#grants.sender(each)) ?? [];
    if (!item) return false;
    const sender = this.#grants.sender(item);
    await this.#try(item, sender, () => this.#upload(sender.api, item, photo));
    this.#run('words', () => this.#oneWord());
    return true;
  }

  /** What was made under a grant that ended goes as soon as the phone gets another that covers it. */
  async #revive() {
    for (const item of this.#items) {
      if (item.state === 'failed' && item.ended && this.#grants.sender(item)) await this.#note({ ...item, state: 'queued', ended: false });
    }
  }

  #may(item) {
    return item.state === 'queued' && !item.edited && this.#forbearance.over(item.key) && (!item.after || this.#find(item.after)?.state === 'received');
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
    } else if (this.#find(key)) {
      await this.#note({ ...this.#find(key), state: 'failed', detail: message, code, errors });
    }
  }

  /** A photo that has arrived is remembered: a resend goes on where the last one broke off. */
  async #upload(api, item, photo) {
    const { id } = await api.photo(item.project, new Blob([photo.bytes], { type: 'image/jpeg' }), photo.key);
    const now = this.#find(item.key);
    if (now) await this.#note({ ...now, photos: now.photos.map((each) => (each.key === photo.key ? { ...each, id } : each)) });
  }

  /** What follows a find is about that hazard, as soon as this has its number; then it stands on its own. */
  async #numbered({ after, ...item }) {
    const numbered = { ...item, update: { ...item.update, hazard: this.#find(after).seq } };
    await this.#note(numbered);
    return numbered;
  }

  async #tell(api, kept) {
    const item = kept.after ? await this.#numbered(kept) : kept;
    const photos = item.photos.map(({ id }) => id);
    const update = { ...item.update, ...(photos.length && { photos }) };
    const { seq } = await api.post(`/api/projects/${item.project}/updates`, update, item.key);
    await this.#note({ ...item, state: 'received', seq, update, photos: [] });
  }

  /** Nothing is said to be kept that is not: with a line it goes at once, after what it must not overtake. */
  async #sendUnkept(row, fault) {
    await this.send();
    this.#forbearance.forget(row.key);
    this.#loose.set(row.key, row);
    await this.#recall();
    await this.send();
    const { state, detail: message, code, errors } = this.#find(row.key);
    if (state === 'received') return;
    this.#loose.delete(row.key);
    await this.#recall();
    throw new Unkept(fault, state === 'failed' && message ? { message, code, errors } : null);
  }

  #find(key) {
    return this.#items.find((item) => item.key === key);
  }

  /** What became of it; where there is no room for that either, this page knows. */
  async #note(item) {
    await this.#store.put(item.key, item).then(() => this.#loose.delete(item.key), () => this.#loose.set(item.key, item));
    await this.#changed();
  }

  async #changed() {
    this.#others.postMessage(null);
    await this.#recall();
  }

  /** One after the other: what is read later is never older. */
  #recall() {
    this.#reading = this.#reading.then(() => this.#read());
    return this.#reading;
  }

  async #read() {
    const rows = new Map(await this.#store.all().catch(() => this.#items.map((item) => [item.key, item])));
    this.#loose.forEach((row, key) => (row ? rows.set(key, row) : rows.delete(key)));
    const items = [...rows.values()].sort((a, b) => older(b, a));
    const needed = new Set(items.map(({ after }) => after));
    const old = items.filter(({ state, key }) => state === 'received' && !needed.has(key)).slice(KEPT_ANSWERED);
    await Promise.all(old.map(({ key }) => this.#store.delete(key).catch(() => {})));
    this.#items = items.filter((item) => !old.includes(item));
    this.dispatchEvent(new Event('change'));
  }
}
