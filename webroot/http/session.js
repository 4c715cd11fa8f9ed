// Somebody who is logged in. The token lives a quarter of an hour, in this page's memory only; the browser holds a refresh token
// for the next one in a cookie that no script can read. Event: `renewed`.
import { Api, Problem } from './api.js';

const PLACE = '/api/session';
/** A token that is this near to its end is not begun with. */
const NEAR_MILLIS = 60_000;
const EARLY_MILLIS = 3 * 60_000;
const AGAIN_MILLIS = 15_000;

export class Session extends EventTarget {
  #person;
  #timer;
  #renewing = null;

  constructor(person) {
    super();
    this.#take(person);
  }

  /** The one that this browser is logged in with, or null. Rejects when there is no network. */
  static async resume() {
    try {
      const person = await new Api().post(`${PLACE}/renewal`);
      return person && new Session(person);
    } catch (problem) {
      if (problem.status === 401) return null;
      throw problem;
    }
  }

  /** @param newPassword for a first password, which opens nothing else; code: of whom the office asks one */
  static async open(name, password, { newPassword, code } = {}) {
    return new Session(await new Api().post(PLACE, { name, password, newPassword, code }));
  }

  get token() {
    return this.#person.token;
  }

  get person() {
    return this.#person;
  }

  /** Resolves when the token is good for a while. */
  async fresh() {
    if (Date.parse(this.#person.expires) - Date.now() < NEAR_MILLIS) await this.renew();
  }

  /** Rejects with 401 when the login is over. */
  renew() {
    return this.#once(() => new Api().post(`${PLACE}/renewal`));
  }

  /** It ends every login, this one's old token too: whoever asks for another meanwhile gets the one that comes with it. */
  async changePassword(password, newPassword) {
    await this.fresh();
    const { token } = this;
    await this.#once(() => new Api({ token, async fresh() {} }).post('/api/me/password', { password, newPassword }));
  }

  #once(ask) {
    this.#renewing ??= ask()
      .then((person) => {
        // Somebody else has logged in here since: this page does not go on in that name.
        if (person.id !== this.#person.id) throw new Problem(401, { code: 'session-over', detail: person.id });
        this.#take(person);
      })
      .finally(() => { this.#renewing = null; });
    return this.#renewing;
  }

  async close() {
    clearTimeout(this.#timer);
    await new Api().delete(PLACE);
  }

  #take(person) {
    this.#person = person;
    this.#wait(Math.max(AGAIN_MILLIS, Date.parse(person.expires) - Date.now() - EARLY_MILLIS));
    this.dispatchEvent(new Event('renewed'));
  }

  /** A renewal that fails for want of a network is tried again; one that is refused is for whoever needs the token to see. */
  #wait(millis) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.renew().catch(({ status }) => status !== 401 && this.#wait(AGAIN_MILLIS)), millis);
  }
}
