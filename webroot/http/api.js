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
  #credential;

  /** @param credential a session or a link's token; null: as nobody */
  constructor(credential = null) {
    this.#credential = credential;
  }

  get(path) {
    return this.#call('GET', path);
  }

  /** Sends a photo; the answer names it. */
  async photo(project, file, key = newKey()) {
    const headers = { 'Content-Type': file.type, 'Idempotency-Key': key };
    return (await this.#answer(`/api/projects/${project}/photos`, { method: 'POST', body: file, headers })).json();
  }

  /** A picture that only its reader may see. */
  async blob(path) {
    return (await this.#answer(path, { headers: {} })).blob();
  }

  /** A write happens once: give the same key again after a failure whose outcome is unknown. `match`: only while the project is still there. */
  post(path, body, key = newKey(), match = null) {
    return this.#call('POST', path, body, key, match);
  }

  delete(path) {
    return this.#call('DELETE', path);
  }

  async #call(method, path, body, key, match = null) {
    const headers = {};
    if (body) headers['Content-Type'] = 'application/json';
    if (key) headers['Idempotency-Key'] = key;
    if (match !== null) headers['If-Match'] = `"${match}"`;
    const answer = await this.#answer(path, { method, headers, body: body && JSON.stringify(body) });
    return answer.status === 204 ? null : answer.json();
  }

  /** An answer that is good. A session whose token ended unnoticed (the lid was closed) gets another and asks once more. */
  async #answer(path, request) {
    await this.#credential?.fresh();
    const answer = await this.#ask(path, request);
    if (answer.ok) return answer;
    const problem = await refusal(answer);
    if (problem.code !== 'token-invalid' || !this.#credential?.renew) throw problem;
    await this.#credential.renew();
    const second = await this.#ask(path, request);
    if (second.ok) return second;
    throw await refusal(second);
  }

  async #ask(path, request) {
    const headers = { ...request.headers, 'Accept-Language': language };
    if (this.#credential) headers.Authorization = `Bearer ${this.#credential.token}`;
    try {
      return await fetch(path, { ...request, headers });
    } catch {
      throw new Problem(0, { code: 'network', detail: text('error.network') });
    }
  }
}

async function refusal(answer) {
  const json = (answer.headers.get('Content-Type') ?? '').includes('json') ? await answer.json() : null;
  return new Problem(answer.status, json ?? { code: 'network', detail: text('error.network') });
}
