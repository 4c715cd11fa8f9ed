// A wall without access shows a code until the office has typed it: the device flow of RFC 8628. The code is replaced when it ends,
// and is never shown as good while the server cannot be reached or has said that it is over. Event: `change`.
import { Api } from '../http/api.js';

const AGAIN_MILLIS = 3_000;
/** After an answer that there are too many codes. */
const LATER_MILLIS = 10_000;

export class Pairing extends EventTarget {
  /** asking, shown, expired (the next one is on its way), unreached, refused (the server says why), paired */
  state = 'asking';
  /** What the server said of the code, while there is one. */
  code = null;
  /** Why there is none: the server's sentence. */
  fault = null;
  /** {name, token} */
  screen = null;
  #ends = 0;
  #api = new Api();

  constructor() {
    super();
    this.#open();
  }

  /** Whole seconds until the code is replaced. By this page's own clock: a television's may be years away, and be set at any moment. */
  get left() {
    return Math.max(0, Math.ceil((this.#ends - performance.now()) / 1_000));
  }

  async #open() {
    try {
      this.code = await this.#api.post('/api/pairings');
      this.#ends = performance.now() + this.code.expiresIn * 1_000;
      this.#is('shown');
      this.#in(this.code.interval * 1_000, () => this.#ask());
    } catch (problem) {
      this.#failed(problem, () => this.#open());
    }
  }

  async #ask() {
    try {
      const screen = await this.#api.post('/api/pairings/token', { deviceCode: this.code.deviceCode });
      if (screen) {
        this.screen = screen;
        this.#is('paired');
        return;
      }
      this.#is('shown');
      this.#in(this.code.interval * 1_000, () => this.#ask());
    } catch (problem) {
      if (problem.status === 410) {
        this.code = null;
        this.#is('expired');
        this.#open();
      } else {
        this.#failed(problem, () => this.#ask());
      }
    }
  }

  #failed(problem, again) {
    if (problem.status === undefined) throw problem; // ours
    if (!this.left) this.code = null; // it ended while nobody could say so
    this.fault = problem.status === 429 ? problem.message : null;
    this.#is(this.fault ? 'refused' : 'unreached');
    this.#in(this.fault ? LATER_MILLIS : AGAIN_MILLIS, this.code ? again : () => this.#open());
  }

  #in(millis, act) {
    setTimeout(act, millis);
  }

  #is(state) {
    this.state = state;
    this.dispatchEvent(new Event('change'));
  }
}
