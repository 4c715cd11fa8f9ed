// The server's clock, as far as frames tell: a screen's own clock may be wrong for years.
export class Clock {
  #offset = 0;

  /** `at` of a frame that has just arrived. */
  heard(at) {
    this.#offset = Date.parse(at) - Date.now();
  }

  now() {
    return Date.now() + this.#offset;
  }
}
