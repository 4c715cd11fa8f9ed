// Keeps a board true: registers, syncs, applies frames in order, and knows how fresh the line is.
// Events: `change` (detail: ids of the cards that changed, with their earlier state), `line`, `denied` (detail: reason).
import { Board } from './board.js';
import { Clock } from './clock.js';

const STALE_MILLIS = 15_000;
const SYNC_AGAIN_MILLIS = 2_000;

export class Store extends EventTarget {
  board = new Board();
  clock = new Clock();
  /** live · catching-up · stale */
  line = 'catching-up';
  /** When the last frame came, in server time; 0: none yet. */
  heard = 0;
  #bridge;
  #project;
  #syncing = false;
  #heardHere = performance.now();
  #version = null;

  /** `project`: the site's view of one project; else the whole board. */
  constructor(bridge, project = null) {
    super();
    this.#bridge = bridge;
    this.#project = project;
    bridge.register(project ? `project.${project}.live` : 'board.live', (frame) => this.#take(frame));
    bridge.addEventListener('open', () => this.#sync());
    bridge.addEventListener('renewed', () => this.#sync());
    bridge.addEventListener('close', () => this.#say('stale'));
    bridge.addEventListener('denied', ({ detail }) => this.dispatchEvent(new CustomEvent('denied', { detail })));
    setInterval(() => this.#watch(), 1_000);
    this.#sync();
  }

  /** A newer program speaks on the other side than when this page was loaded. */
  get outdated() {
    return this.#version !== null && this.board.title?.version !== this.#version;
  }

  async #sync() {
    if (this.#syncing) return;
    this.#syncing = true;
    try {
      const body = { ...this.board.position, ...(this.#project && { project: this.#project }) };
      this.#take(await this.#bridge.request('board.sync', body));
    } catch {
      setTimeout(() => this.#sync(), SYNC_AGAIN_MILLIS);
    } finally {
      this.#syncing = false;
    }
  }

  #take(frame) {
    this.clock.heard(frame.at);
    this.heard = this.clock.now();
    this.#heardHere = performance.now();
    const before = this.board.cards;
    const earlier = new Map(frame.cards.map((card) => [card.id, before.get(card.id)]));
    const first = this.board.seq === null;
    const did = this.board.take(frame);
    if (did === 'gap') {
      this.#say('catching-up');
      this.#sync();
      return;
    }
    this.#version ??= frame.board.version;
    this.#say('live');
    if (did === 'applied') {
      this.dispatchEvent(new CustomEvent('change', { detail: first ? new Map() : earlier }));
    }
  }

  #watch() {
    if (performance.now() - this.#heardHere > STALE_MILLIS) {
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
