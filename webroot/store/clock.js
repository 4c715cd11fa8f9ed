// The server's clock, as far as frames tell: a screen's own clock may be wrong for years.
export class Clock {
  #offset = 0;

  /** `at` of a frame that has just arrived. */
  heard(at) {
    this.#offset = Date.parse(at) - Date.now();
  }

  /** By how much this device is wrong, for a page that begins without a line. */
  get noted() {
    return { offset: this.#offset, at: Date.now() };
  }

  /** @param noted by an earlier page; worth nothing once this device's clock was set back */
  begin(noted) {
    if (noted?.at <= Date.now()) this.#offset = noted.offset;
  }

  now() {
    return Date.now() + this.#offset;
  }
}
