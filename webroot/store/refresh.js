// What is on a page is asked for again when the board moved: one question at a time, and some seconds between two.
const REST_MILLIS = 3_000;

export class Refresh {
  #ask;
  #timer = 0;
  #asking = false;
  #moved = false;

  /** @param ask asks, and resolves when it has its answer or has none */
  constructor(ask) {
    this.#ask = ask;
  }

  moved() {
    this.#moved = true;
    if (!this.#asking && !this.#timer) this.#timer = setTimeout(() => this.#go(), REST_MILLIS);
  }

  end() {
    clearTimeout(this.#timer);
    this.#timer = 0;
    this.#moved = false;
  }

  async #go() {
    this.#timer = 0;
    this.#moved = false;
    this.#asking = true;
    await this.#ask();
    this.#asking = false;
    if (this.#moved) this.moved();
  }
}
