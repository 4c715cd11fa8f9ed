// How long to wait before the next try: doubling, with full jitter, so that a thousand screens do not come back at once.
export class Backoff {
  #tries = 0;

  next() {
    const ceiling = Math.min(15_000, 300 * 2 ** this.#tries++);
    return 100 + Math.random() * ceiling;
  }

  reset() {
    this.#tries = 0;
  }
}
