// How long something that failed is left alone: longer each time. By this page's own steady clock; a phone's clock jumps.
const FIRST_MILLIS = 4_000;
const LONGEST_MILLIS = 60_000;

export class Forbearance {
  #of = new Map();

  /** It failed once more. @param least not before so many milliseconds → how often it has failed */
  failed(key, least = 0) {
    const tries = this.tries(key) + 1;
    const wait = Math.max(least, Math.min(LONGEST_MILLIS, FIRST_MILLIS * 2 ** (tries - 1)));
    this.#of.set(key, { tries, until: performance.now() + wait, held: least > 0 });
    return tries;
  }

  tries(key) {
    return this.#of.get(key)?.tries ?? 0;
  }

  /** Whether it may be tried again. */
  over(key) {
    return (this.#of.get(key)?.until ?? 0) <= performance.now();
  }

  /** Somebody asks for it: it may be tried at once, and what was in the way is not forgotten. */
  asked(key) {
    if (this.#of.has(key)) Object.assign(this.#of.get(key), { until: 0, held: false });
  }

  forget(key) {
    this.#of.delete(key);
  }

  /** The line is back: whatever failed for want of one may be tried now. */
  wake() {
    for (const waiting of this.#of.values()) if (!waiting.held) waiting.until = 0;
  }
}
