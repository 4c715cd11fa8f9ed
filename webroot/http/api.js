// The HTTP API. Errors are the server's problems (RFC 9457); no network is a problem with status 0.
import { language, text } from '../text/text.js';
import { newKey } from './key.js';

export class Problem extends Error {
  constructor(status, body) {
    super(body.detail);
    this.status = status;
    this.code = body.code;
    this.errors = body.errors ?? [];
  }
}

export class Api {
  #token;

  constructor(token = null) {
    this.#token = token;
  }

  get(path) {
    return this.#call('GET', path);
  }

  /** A picture that only its reader may see. */
  async blob(path) {
    const answer = await fetch(path, { headers: this.#token ? { Authorization: `Bearer ${this.#token}` } : {} });
    if (!answer.ok) throw new Problem(answer.status, { code: 'network', detail: text('error.network') });
    return answer.blob();
  }

  /** A write happens once: give the same key again after a failure whose outcome is unknown. */
  post(path, body, key = newKey()) {
    return this.#call('POST', path, body, key);
  }

  delete(path) {
    return this.#call('DELETE', path);
  }

  async #call(method, path, body, key) {
    const headers = { 'Accept-Language': language };
    if (this.#token) headers.Authorization = `Bearer ${this.#token}`;
    if (body) headers['Content-Type'] = 'application/json';
    if (key) headers['Idempotency-Key'] = key;
    let answer;
    try {
      answer = await fetch(path, { method, headers, body: body && JSON.stringify(body) });
    } catch {
      throw new Problem(0, { code: 'network', detail: text('error.network') });
    }
    const type = answer.headers.get('Content-Type') ?? '';
    const json = type.includes('json') ? await answer.json() : null;
    if (!answer.ok) throw new Problem(answer.status, json ?? { code: 'network', detail: text('error.network') });
    return json;
  }
}
