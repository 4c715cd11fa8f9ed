// What the outbox holds, as all pages of this device see it: kept on the device, and where it takes no more, known to this
// page alone. Fires `change` when it was read anew.
import { older } from './lanes.js';
import { DeviceStore } from './device-store.js';

const KEPT_ANSWERED = 30;

export class OutboxRows extends EventTarget {
  /** Newest first. */
  all = [];
  /** Rows that the device could not take, as they are now; null: gone. */
  #loose = new Map();
  /** [key, row] of what the device held when it was last read: it may be away for a while. */
  #kept = [];
  #reading = Promise.resolve();
  #store;
  #others;

  constructor(name) {
    super();
    this.#store = new DeviceStore(name);
    this.#others = new BroadcastChannel(name);
    this.#others.onmessage = () => this.recall();
  }

  find(key) {
    return this.all.find((row) => row.key === key);
  }

  /** → null, or why the device did not take it: then it is nowhere. */
  put(row) {
    return this.#store.put(row.key, row).then(() => null, (fault) => fault);
  }

  /** What became of it; where there is no room for that either, this page knows. */
  async note(row) {
    await this.#store.put(row.key, row).then(() => this.#loose.delete(row.key), () => this.#loose.set(row.key, row));
    await this.changed();
  }

  /** With what was to follow it. */
  async remove(key) {
    for (const gone of this.all.filter((row) => row.key === key || row.after === key)) {
      await this.#store.delete(gone.key).then(() => this.#loose.delete(gone.key), () => this.#loose.set(gone.key, null));
    }
    await this.changed();
  }

  /** Only this page knows of it. */
  hold(row) {
    this.#loose.set(row.key, row);
    return this.recall();
  }

  letGo(key) {
    this.#loose.delete(key);
    return this.recall();
  }

  async changed() {
    this.#others.postMessage(null);
    await this.recall();
  }

  /** One after the other: what is read later is never older. */
  recall() {
    this.#reading = this.#reading.then(() => this.#read());
    return this.#reading;
  }

  async #read() {
    this.#kept = await this.#store.all().catch(() => this.#kept);
    const rows = new Map(this.#kept);
    this.#loose.forEach((row, key) => (row ? rows.set(key, row) : rows.delete(key)));
    const all = [...rows.values()].sort((a, b) => older(b, a));
    const needed = new Set(all.map(({ after }) => after));
    const old = all.filter(({ state, key }) => state === 'received' && !needed.has(key)).slice(KEPT_ANSWERED);
    await Promise.all(old.map(({ key }) => this.#store.delete(key).catch(() => {})));
    this.all = all.filter((row) => !old.includes(row));
    this.dispatchEvent(new Event('change'));
  }
}
