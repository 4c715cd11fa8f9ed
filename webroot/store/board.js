// What the frames add up to: cards by id at one epoch, day, seq and seal (its entry's first digits: after a restore the same
// number may stand for another entry). Pure; says what a frame did, never asks for one. A card
// that did not change stays the same object.
import { applied } from './delta.js';

const NEWS = 40;

/** A photo is no news: its report is. A phone that sends many must not push out what was said before. */
export const isNews = ({ update }) => update.kind !== 'photo-received';

/** A node of the version before says no seal. */
const isAnother = (said, mine) => Boolean(said && mine && said !== mine);

export class Board {
  epoch = null;
  day = null;
  seq = null;
  seal = null;
  title = null;
  totals = null;
  cards = new Map();
  entries = [];

  /** Where this viewer is, as board.sync wants it. */
  get position() {
    return this.seq === null ? {} : { epoch: this.epoch, day: this.day, seq: this.seq, seal: this.seal };
  }

  isAheadOf({ epoch, day, seq, prev, cards }) {
    return this.seq !== null && epoch === this.epoch && day === this.day && seq < this.seq && !(prev === 0 && cards);
  }

  /** → `applied`, `known` (a sign of life), or `gap`: ask for a sync. */
  take(frame) {
    const whole = frame.prev === 0 && frame.cards;
    const other = frame.epoch !== this.epoch || frame.day !== this.day;
    if (whole) {
      // Also one that is behind: then what this viewer has seen is no more.
      if (this.epoch && frame.epoch !== this.epoch) this.entries = [];
      this.entries = this.entries.filter(({ seq }) => seq <= frame.seq);
      this.cards = new Map();
      return this.#apply(frame);
    }
    if (other || this.seq === null) return 'gap';
    if (frame.seq < this.seq) return 'known';
    if (frame.seq === this.seq) return isAnother(frame.seal, this.seal) ? 'gap' : 'known';
    // A delta is right on its own base only; and whole cards of a sync begin where this viewer said it was.
    return frame.prev === this.seq && !isAnother(frame.prevSeal, this.seal) ? this.#apply(frame) : 'gap';
  }

  /** What happened before this page was opened, or was missed: neighbours, whose place nothing else takes. */
  remember(entries) {
    const seqs = entries.map(({ seq }) => seq);
    const others = this.entries.filter(({ seq }) => seq < Math.min(...seqs) || seq > Math.max(...seqs));
    const known = new Map([...others, ...entries.filter(isNews)].map((entry) => [entry.seq, entry]));
    this.entries = [...known.values()].sort((a, b) => a.seq - b.seq).slice(-NEWS);
  }

  #apply(frame) {
    this.epoch = frame.epoch;
    this.day = frame.day;
    this.seq = frame.seq;
    this.seal = frame.seal;
    if (frame.delta) this.#change(frame.delta);
    else this.#replace(frame);
    this.remember(frame.entries ?? []);
    return 'applied';
  }

  #change(delta) {
    const was = { board: this.title, cards: [...this.cards.values()], totals: this.totals };
    const { board, cards, totals } = applied(was, delta);
    this.title = board;
    this.cards = new Map(cards.map((card) => [card.id, card]));
    this.totals = totals;
  }

  #replace({ board, cards = [], gone = [], totals }) {
    this.title = board ?? this.title;
    this.totals = totals ?? this.totals;
    this.cards = new Map(this.cards);
    gone.forEach((id) => this.cards.delete(id));
    cards.forEach((card) => this.cards.set(card.id, card));
  }
}
