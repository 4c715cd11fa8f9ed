// The event-bus bridge over one raw WebSocket: stays connected, registers again after every reconnection, fails what
// waits for an answer when the line closes. Knows nothing of boards.
import { newKey } from '../http/key.js';
import { Backoff } from './backoff.js';

const PING_MILLIS = 10_000;
const ANSWER_MILLIS = 10_000;
const NO_ACCESS = 4401;

export class Bridge extends EventTarget {
  #url;
  #credential;
  #socket = null;
  #registered = new Map();
  #waiting = new Map();
  #backoff = new Backoff();
  #timer = 0;
  #ended = false;
  #connecting = false;
  #refusal = null;

  /** Events: `open`, `renewed` (another token: say it), `close`, `denied` (detail: the reason; it does not come back by itself). */
  constructor(credential, url = `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/eventbus/websocket`) {
    super();
    this.#credential = credential;
    credential.addEventListener('renewed', () => this.dispatchEvent(new Event('renewed')));
    this.#url = url;
    setInterval(() => this.#send({ type: 'ping' }), PING_MILLIS);
    addEventListener('online', () => this.#hurry());
    document.addEventListener('visibilitychange', () => document.hidden || this.#hurry());
    this.#connect();
  }

  register(address, handler) {
    this.#registered.set(address, handler);
    this.#sayRegister(address);
  }

  /** One answer, or a rejection when the line closes or nobody answers. */
  request(address, body) {
    const replyAddress = newKey();
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.#settle(replyAddress, (waiting) => waiting.reject(new Error('timeout'))), ANSWER_MILLIS);
      this.#waiting.set(replyAddress, { resolve, reject, timer });
      if (!this.#send({ type: 'send', address, body, replyAddress, headers: this.#headers() })) {
        this.#settle(replyAddress, (waiting) => waiting.reject(new Error('closed')));
      }
    });
  }

  send(address, body) {
    this.#send({ type: 'send', address, body, headers: this.#headers() });
  }

  /** Throws the line away and connects anew: for when it is open and silent. */
  restart() {
    const dead = this.#socket;
    if (!dead) return;
    // A dead line does not answer the closing handshake either: nobody waits for it.
    dead.onopen = dead.onmessage = dead.onclose = null;
    this.#socket = null;
    dead.close();
    clearTimeout(this.#timer);
    this.#fail();
    if (!this.#ended) this.#connect();
  }

  #headers() {
    return { Authorization: `Bearer ${this.#credential.token}` };
  }

  async #connect() {
    if (this.#connecting) return;
    this.#connecting = true;
    try {
      await this.#credential.fresh();
    } catch (problem) {
      this.#afterRefusal(problem, 'token-expired');
      return;
    } finally {
      this.#connecting = false;
    }
    this.#refusal = null;
    const socket = new WebSocket(this.#url);
    socket.binaryType = 'arraybuffer';
    this.#socket = socket;
    socket.onopen = () => {
      this.#backoff.reset();
      this.#registered.forEach((handler, address) => this.#sayRegister(address));
      this.dispatchEvent(new Event('open'));
    };
    socket.onmessage = ({ data }) => this.#receive(JSON.parse(typeof data === 'string' ? data : new TextDecoder().decode(data)));
    socket.onclose = ({ code, reason }) => this.#closed(code, reason);
  }

  #fail() {
    [...this.#waiting.keys()].forEach((address) => this.#settle(address, (waiting) => waiting.reject(new Error('closed'))));
  }

  #closed(code, reason) {
    this.#fail();
    if (this.#ended) return;
    this.dispatchEvent(new Event('close'));
    const refusal = this.#refusal ?? (code === NO_ACCESS ? reason : null);
    if (refusal) this.#refused(refusal);
    else this.#later();
  }

  #later() {
    this.#timer = setTimeout(() => this.#connect(), this.#backoff.next());
  }

  /** A session may have a newer token than the one that ended; a link has not. */
  async #refused(reason) {
    if (!this.#credential.renew) {
      this.#deny(reason);
      return;
    }
    try {
      await this.#credential.renew();
      this.#later();
    } catch (problem) {
      this.#afterRefusal(problem, reason);
    }
  }

  #afterRefusal({ status }, reason) {
    if (status === 401) this.#deny(reason);
    else this.#later();
  }

  /** The network is back or the lid is open: no reason to wait out the pause. */
  #hurry() {
    if (!this.#ended && (this.#socket?.readyState ?? WebSocket.CLOSED) === WebSocket.CLOSED) {
      clearTimeout(this.#timer);
      this.#connect();
    }
  }

  #deny(reason) {
    this.#ended = true;
    this.#socket?.close();
    this.dispatchEvent(new CustomEvent('denied', { detail: reason }));
  }

  #receive(message) {
    if (this.#waiting.has(message.address)) {
      this.#settle(message.address, (waiting) =>
        message.type === 'err' ? waiting.reject(new Error(message.message)) : waiting.resolve(message.body));
    } else if (message.type === 'rec') {
      this.#registered.get(message.address)?.(message.body);
    }
    if (message.type === 'err' && message.failureCode === 401) {
      this.#refusal = message.message;
      this.#socket.close();
    }
  }

  #settle(address, how) {
    const waiting = this.#waiting.get(address);
    clearTimeout(waiting.timer);
    this.#waiting.delete(address);
    how(waiting);
  }

  #sayRegister(address) {
    this.#send({ type: 'register', address, headers: this.#headers() });
  }

  #send(message) {
    if (this.#socket?.readyState !== WebSocket.OPEN) return false;
    this.#socket.send(JSON.stringify(message));
    return true;
  }
}
