// Keeps a board true: registers, syncs, applies frames in order, and knows how fresh the line is.
// Events: `change` (detail: ids of the cards that changed, with their earlier state; empty when everything is new), `line`,
// `caught-up` (news was missed that no frame tells), `outdated` (another program speaks than the one this page came from),
// `denied` (detail: reason).
import { standIn } from '../text/dates.js';
import { Board } from './board.js';
import { Clock } from './clock.js';

/** So long after the ledger was last read, as far as anybody here knows, what is shown is not now: whoever was silent meanwhile. */
const STALE_MILLIS = 15_000;
const SYNC_AGAIN_MILLIS = 2_000;
const TICK_MILLIS = 1_000;
/** A tick that comes so late was slept through: the lid was closed, and nobody knows what was missed. */
const SLEPT_MILLIS = 5_000;

export class Store extends EventTarget {
  board = new Board();
  clock = new Clock();
  /** live · catching-up · stale */
  line = 'catching-up';
  /** When what is shown was last known to be so, in server time; 0: nothing is known yet. */
  heard = 0;
  /** The entry that the node of this line does not understand, and before which it stands; 0: none. */
  stoppedAt = 0;
  #bridge;
  #project;
  #syncing = false;
  /** Whether the node of this line has answered where this page stands. */
  #vouched = false;
  #again = 0;
  #heardHere = performance.now();
  #ticked = Date.now();
  #version = null;

  /** `project`: the site's view of one project; else the whole board. */
  constructor(bridge, project = null) {
    super();
    this.#bridge = bridge;
    this.#project = project;
    bridge.register(project ? `project.${project}.live` : 'board.live', (frame) => this.#take(frame));
    // A socket that opens proves nothing: the node behind it may not know itself what is so. Only a frame makes it live.
    bridge.addEventListener('open', () => this.#opened());
    bridge.addEventListener('renewed', () => this.#sync());
    bridge.addEventListener('close', () => {
      this.stoppedAt = 0;
      this.#say('stale');
    });
    bridge.addEventListener('denied', ({ detail }) => this.dispatchEvent(new CustomEvent('denied', { detail })));
    setInterval(() => this.#watch(), TICK_MILLIS);
    this.#sync();
  }

  #opened() {
    this.#vouched = false;
    this.#sync();
  }

  async #sync() {
    if (this.#syncing) return;
    this.#syncing = true;
    clearTimeout(this.#again);
    const { seq: from, seal } = this.board;
    try {
      const body = { ...this.board.position, ...(this.#project && { project: this.#project }) };
      const answer = await this.#bridge.request('board.sync', body);
      this.#vouched = true;
      this.#take(answer);
      // The answer is state, not history: what was said meanwhile is to be asked for.
      if (from !== null && (this.board.seq !== from || this.board.seal !== seal)) this.dispatchEvent(new Event('caught-up'));
    } catch {
      this.#again = setTimeout(() => this.#sync(), SYNC_AGAIN_MILLIS);
    } finally {
      this.#syncing = false;
    }
  }

  #take(frame) {
    this.clock.heard(frame.at);
    // A node that is behind knows nothing of what is shown here, unless it was asked: it may be of a past that is no more.
    if (!this.#vouched && this.board.isAheadOf(frame)) return;
    const age = frame.age ?? 0; // a node of the version before does not say it
    this.stoppedAt = frame.stoppedAt ?? 0;
    // A node that stopped knows less than a page that came from another one.
    if (!this.stoppedAt || !this.heard) {
      this.heard = this.clock.now() - age;
      this.#heardHere = performance.now() - age;
    }
    if (frame.board) this.#recognise(frame.board.version);
    const { cards: before, seq } = this.board;
    const did = this.board.take(frame);
    if (did === 'gap') {
      if (this.line === 'live') this.#say('catching-up');
      this.#sync();
      return;
    }
    standIn(this.board.title.zone, this.board.day);
    this.#say(this.stoppedAt ? 'stale' : 'live');
    if (did === 'known') return;
    const changed = seq === null || frame.cards && frame.prev === 0 ? [] : [...this.board.cards].filter(([id, card]) => before.get(id) !== card);
    this.dispatchEvent(new CustomEvent('change', { detail: new Map(changed.map(([id]) => [id, before.get(id)])) }));
  }

  #recognise(version) {
    this.#version ??= version;
    if (this.#version !== version) this.dispatchEvent(new Event('outdated'));
  }

  #watch() {
    const slept = Date.now() - this.#ticked > SLEPT_MILLIS;
    this.#ticked = Date.now();
    if (slept || performance.now() - this.#heardHere > STALE_MILLIS) {
      this.#say('stale');
      this.#heardHere = performance.now() - STALE_MILLIS / 2; // an open and silent line gets another try, not one a second
      this.#bridge.restart();
    }
  }

  #say(line) {
    if (this.line !== line) {
      this.line = line;
      this.dispatchEvent(new Event('line'));
    }
  }
}
