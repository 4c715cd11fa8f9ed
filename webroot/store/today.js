// What waits for whoever is logged in, as the board lists it. Asked again whenever the board moved; questions do not queue up.
const AGAIN_MILLIS = 5_000;

export class Today {
  /** null until it was read once. */
  items = null;
  #api;
  #tell;
  #asking = false;
  #moved = false;
  #timer = 0;

  constructor(api, tell) {
    this.#api = api;
    this.#tell = tell;
  }

  async look() {
    this.#moved = true;
    if (this.#asking) return;
    clearTimeout(this.#timer);
    this.#asking = true;
    try {
      while (this.#moved) {
        this.#moved = false;
        this.items = (await this.#api.get('/api/today')).items;
        this.#tell();
      }
    } catch {
      this.#timer = setTimeout(() => this.look(), AGAIN_MILLIS); // what is shown stays until there is an answer
    }
    this.#asking = false;
  }

  end() {
    clearTimeout(this.#timer);
  }
}
