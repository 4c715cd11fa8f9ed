// The HTTP API. Errors are the server's problems (RFC 9457); no network is a problem with status 0.
import { language, text } from '../text/text.js';
import { newKey } from './key.js';

export class Problem extends Error {
  constructor(status, body) {
    super(body.detail);
    this.status = status;
    this.code = body.code;
    this.errors = body.errors ?? [];
    this.current = body.current;
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

  /** Sends a photo; the answer names it. */
  async photo(project, file, key = newKey()) {
    const headers = { 'Accept-Language': language, 'Content-Type': file.type, 'Idempotency-Key': key, Authorization: `Bearer ${this.#token}` };
    return this.#answer(`/api/projects/${project}/photos`, { method: 'POST', body: file, headers });
  }

  /** A picture that only its reader may see. */
  async blob(path) {
    const answer = await fetch(path, { headers: this.#token ? { Authorization: `Bearer ${this.#token}` } : {} });
    if (!answer.ok) throw new Problem(answer.status, { code: 'network', detail: text('error.network') });
    return answer.blob();
  }

  /** A write happens once: give the same key again after a failure whose outcome is unknown. `match`: only while the project is still there. */
  post(path, body, key = newKey(), match = null) {
    return this.#call('POST', path, body, key, match);
  }

  delete(path) {
    return this.#call('DELETE', path);
  }

  async #call(method, path, body, key, match = null) {
    const headers = { 'Accept-Language': language };
    if (this.#token) headers.Authorization = `Bearer ${this.#token}`;
    if (body) headers['Content-Type'] = 'application/json';
    if (key) headers['Idempotency-Key'] = key;
    if (match !== null) headers['If-Match'] = `"${match}"`;
    return this.#answer(path, { method, headers, body: body && JSON.stringify(body) });
  }

  async #answer(path, request) {
    let answer;
    try {
      answer = await fetch(path, request);
    } catch {
      throw new Problem(0, { code: 'network', detail: text('error.network') });
    }
    const type = answer.headers.get('Content-Type') ?? '';
    const json = type.includes('json') ? await answer.json() : null;
    if (!answer.ok) throw new Problem(answer.status, json ?? { code: 'network', detail: text('error.network') });
    return json;
  }
}
