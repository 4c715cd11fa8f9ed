// The HTTP API. Errors are the server's problems (RFC 9457); no network is a problem with status 0, and so is one that
// accepts and never answers. An answer that is none of ours (a firewall's, a hotel's log-in page) is `foreign`.
import { language, text } from '../text/text.js';
import { ahead } from './ahead.js';
import { newKey } from './key.js';
import { patience } from './patience.js';

const PATIENCE_MILLIS = 15_000;
/** Browsers keep 64 KiB alive beyond a page. */
const KEPT_LENGTH = 8_000;
/** A photo or a file takes its time where there is little network. */
const PHOTO_PATIENCE_MILLIS = 120_000;

export class Problem extends Error {
  constructor(status, body) {
    super(body.detail);
    this.status = status;
    this.code = body.code;
    this.errors = body.errors ?? [];
    this.current = body.current;
    this.secondFactor = body.secondFactor;
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
    return this.#answer(`/api/projects/${project}/photos`, { method: 'POST', body: file, headers, millis: PHOTO_PATIENCE_MILLIS });
  }

  /** Reads a list: nothing is told by it. `body`: a file, or the text of pasted cells. */
  sheet(path, body, type) {
    return this.#answer(path, { method: 'POST', body, headers: { 'Content-Type': type }, millis: PHOTO_PATIENCE_MILLIS });
  }

  /** Sends a form as its office made it: it is kept, once. */
  form(path, file, key = newKey()) {
    const headers = { 'Content-Type': 'application/octet-stream', 'Idempotency-Key': key };
    return this.#answer(path, { method: 'POST', body: file, headers, millis: PHOTO_PATIENCE_MILLIS });
  }

  /** A picture or a workbook that only its reader may see. */
  async blob(path) {
    return this.#answer(path, { headers: {}, millis: PHOTO_PATIENCE_MILLIS });
  }

  /** A write happens once: give the same key again after a failure whose outcome is unknown. `match`: only while the project is still there. */
  post(path, body, key = newKey(), match = null) {
    return this.#call('POST', path, body, key, match);
  }

  /** What is told so is so, however often it is sent. */
  put(path, body) {
    return this.#call('PUT', path, body);
  }

  delete(path) {
    return this.#call('DELETE', path);
  }

  async #call(method, path, body, key, match = null) {
    const headers = {};
    if (body) headers['Content-Type'] = 'application/json';
    if (key) headers['Idempotency-Key'] = key;
    if (match !== null) headers['If-Match'] = `"${match}"`;
    return this.#answer(path, { method, headers, body: body && JSON.stringify(body) });
  }

  /** What a good answer holds. A session whose token ended unnoticed (the lid was closed) gets another and asks once more. */
  async #answer(path, request) {
    await this.#credential?.fresh();
    try {
      return await this.#ask(path, request);
    } catch (problem) {
      if (problem.code !== 'token-invalid' || !this.#credential?.renew) throw problem;
      await this.#credential.renew();
      return this.#ask(path, request);
    }
  }

  async #ask(path, { millis = PATIENCE_MILLIS, ...request }) {
    const headers = { ...request.headers, 'Accept-Language': language };
    if (this.#credential) headers.Authorization = `Bearer ${this.#credential.token}`;
    try {
      // What is on its way when the page is left still arrives.
      const keepalive = typeof request.body === 'string' && request.body.length < KEPT_LENGTH;
      const early = request.method === 'GET' ? await ahead(path, this.#credential?.token) : null;
      const answer = early ?? (await fetch(path, { ...request, headers, keepalive, signal: patience(millis) }));
      if (!answer.ok) throw await refusal(answer);
      return await content(answer);
    } catch (fault) {
      throw fault instanceof Problem ? fault : noNetwork();
    }
  }
}

const noNetwork = () => new Problem(0, { code: 'network', detail: text('error.network') });
/** Status 0: what a stranger answers says nothing of us, nor of who is logged in. A gate of ours whose server is away is no stranger. */
const foreign = ({ status }) => (status >= 500 ? noNetwork() : new Problem(0, { code: 'foreign', detail: text('error.foreign', { status }) }));
const typeOf = (answer) => answer.headers.get('Content-Type') ?? '';

function content(answer) {
  if (answer.status === 204) return null;
  const type = typeOf(answer);
  if (type.startsWith('image/') || type.includes('officedocument') || type.startsWith('text/csv')) return answer.blob();
  if (!type.includes('json')) throw foreign(answer);
  return answer.json();
}

async function refusal(answer) {
  return typeOf(answer).includes('problem+json') ? new Problem(answer.status, await answer.json()) : foreign(answer);
}
