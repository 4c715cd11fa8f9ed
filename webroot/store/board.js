// What the frames add up to: cards by id at one epoch, day and seq. Pure; says what a frame did, never asks for one.
const NEWS = 40;

export class Board {
  epoch = null;
  day = null;
  seq = null;
  title = null;
  totals = null;
  cards = new Map();
  entries = [];

  /** Where this viewer is, as board.sync wants it. */
  get position() {
    return this.seq === null ? {} : { epoch: this.epoch, day: this.day, seq: this.seq };
  }

  /** → `applied`, `known` (a sign of life), or `gap`: ask for a sync. */
  take(frame) {
    const whole = frame.prev === 0;
    const other = frame.epoch !== this.epoch || frame.day !== this.day;
    if (whole && (other || this.seq === null || frame.seq >= this.seq)) {
      if (this.epoch && frame.epoch !== this.epoch) this.entries = [];
      this.cards = new Map();
      return this.#apply(frame);
    }
    if (other || this.seq === null) return 'gap';
    if (frame.seq <= this.seq) return 'known';
    return frame.prev <= this.seq ? this.#apply(frame) : 'gap';
  }

  /** What happened before this page was opened. */
  remember(entries) {
    const known = new Map([...entries, ...this.entries].map((entry) => [entry.seq, entry]));
    this.entries = [...known.values()].sort((a, b) => a.seq - b.seq).slice(-NEWS);
  }

  #apply(frame) {
    this.epoch = frame.epoch;
    this.day = frame.day;
    this.seq = frame.seq;
    this.title = frame.board;
    this.totals = frame.totals ?? this.totals;
    frame.gone?.forEach((id) => this.cards.delete(id));
    frame.cards.forEach((card) => this.cards.set(card.id, card));
    this.remember(frame.entries ?? []);
    return 'applied';
  }
}
