// What is fetched beside the frames: the programme's curve, and how many lamps changed since yesterday and since the last
// meeting; the server has it ready for every wall. It is asked for when the board changed, but not more often than every ten
// seconds, and again when the answer failed; it knows when it was true, so that one that is old shows it.

const REST_MILLIS = 10_000;

export class Digest {
  /** The newest answer, or null. */
  value = null;
  /** When it was true, in this device's time. */
  at = 0;
  failed = false;
  #api;
  #tell;
  #wanted = false;
  #resting = false;

  constructor(api, tell) {
    this.#api = api;
    this.#tell = tell;
  }

  refresh() {
    this.#wanted = true;
    if (!this.#resting) this.#fetch();
  }

  async #fetch() {
    this.#wanted = false;
    this.#resting = true;
    try {
      this.value = await this.#api.get('/api/digest');
      this.at = Date.now();
      this.failed = false;
    } catch {
      this.failed = true;
      this.#wanted = true;
    }
    this.#tell();
    setTimeout(() => {
      this.#resting = false;
      if (this.#wanted) this.#fetch();
    }, REST_MILLIS);
  }
}
