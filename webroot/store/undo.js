// The states that something had while it was edited: a step back, and forth again until something else is done. Pure.
const KEPT = 200;

export class Undo {
  #before = [];
  #after = [];
  #now;

  constructor(state) {
    this.#now = state;
  }

  get now() {
    return this.#now;
  }

  /** The same state again is no step. */
  done(state) {
    if (state === this.#now) return;
    this.#before = [...this.#before, this.#now].slice(-KEPT);
    this.#after = [];
    this.#now = state;
  }

  get back() {
    return this.#before.length;
  }

  get forth() {
    return this.#after.length;
  }

  goBack() {
    if (!this.back) return this.#now;
    this.#after = [this.#now, ...this.#after];
    this.#now = this.#before[this.#before.length - 1];
    this.#before = this.#before.slice(0, -1);
    return this.#now;
  }

  goForth() {
    if (!this.forth) return this.#now;
    this.#before = [...this.#before, this.#now];
    [this.#now] = this.#after;
    this.#after = this.#after.slice(1);
    return this.#now;
  }
}
