// A day of the past that a page shows in place of the present: gone to by days, or from meeting to meeting. The present is
// kept true meanwhile by its store, so that nothing is lost; and the page returns to it by itself when nobody has touched it for a
// while. One day is asked for at a time, and then the one that is wanted by then: a slider may run through a year. Where one
// has come to, the next day that way is asked for ahead.
import { dayOf, endOf } from '../text/dates.js';
import { Board, isNews } from './board.js';

const QUIET_MILLIS = 60_000;
const REACH_DAYS = 365;
const DAY = 86_400_000;
/** So many cards of past days are kept: a week of a board of hundreds, months of a small one. */
const KEPT_CARDS = 4_000;
const ENTRIES = 20;
const AGAIN_MILLIS = 3_000;

const moved = (day, days) => new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
const between = (from, to) => Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY);

export class Past {
  /** The day that is wanted, or null: the present. */
  day = null;
  /** The board of the last day that was read, or null: the present's is to be shown. */
  board = null;
  /** What was wanted could not be read; it is asked for again. */
  failed = false;
  /** It is being put together from a long history: that takes longer than one answer. */
  coming = false;
  #api;
  #present;
  #tell;
  #touched = 0;
  #asking = false;
  #again = 0;
  #meetings = null;
  /** By day, each asked for once, the oldest first. */
  #kept = new Map();
  #way = -1;

  /** @param present the board of now, as a function */
  constructor(api, present, tell) {
    this.#api = api;
    this.#present = present;
    this.#tell = tell;
  }

  get today() {
    return this.#present().day;
  }

  /** How many days before today is shown; 0 is the present. */
  get ago() {
    return this.day ? between(this.day, this.today) : 0;
  }

  get reach() {
    return REACH_DAYS;
  }

  get reading() {
    return this.day !== null && this.board?.day !== this.day;
  }

  /** The instant at which the day that is shown ended, or null. */
  get until() {
    return this.board && endOf(this.board.day);
  }

  /** Somebody is there. */
  touched() {
    this.#touched = Date.now();
  }

  /** So many days on; negative: back. */
  step(days) {
    this.to(this.ago - days);
  }

  /** So many days before today. */
  to(ago) {
    if (!this.today) return;
    this.touched();
    if (ago <= 0) return this.leave();
    this.#way = ago < this.ago ? 1 : -1;
    this.day = moved(this.today, -Math.min(ago, REACH_DAYS));
    this.#ask();
    this.#tell();
  }

  /** To the day of the meeting before or after: −1, 1. After the last one is the present. */
  async meeting(way) {
    this.touched();
    try {
      this.#meetings ??= (await this.#api.get('/api/meetings')).meetings.map(({ at }) => dayOf(at)).sort();
    } catch {
      this.failed = true;
      return this.#tell();
    }
    const here = this.day ?? this.today;
    const day = way < 0 ? this.#meetings.filter((each) => each < here).pop() : this.#meetings.find((each) => each > here);
    if (day) this.to(between(day, this.today));
    else if (way > 0) this.leave();
  }

  leave() {
    if (!this.day) return;
    this.day = null;
    this.board = null;
    this.failed = false;
    this.#meetings = null; // another may have been held by the next time
    clearTimeout(this.#again);
    this.#tell();
  }

  /** Once a second: back to the present when nobody is there. */
  tick() {
    if (this.day && Date.now() - this.#touched > QUIET_MILLIS) this.leave();
  }

  /** ← → by day, with shift by meeting, Esc back to the present. → whether it was one of them. */
  key({ key, shiftKey }) {
    const way = { ArrowLeft: -1, ArrowRight: 1 }[key];
    if (way && (this.day || way < 0)) {
      if (shiftKey) this.meeting(way);
      else this.step(way);
      return true;
    }
    if (key !== 'Escape' || !this.day) return false;
    this.leave();
    return true;
  }

  async #ask() {
    clearTimeout(this.#again);
    if (this.#asking) return;
    this.#asking = true;
    try {
      while (this.day && this.reading) {
        await this.#read(this.day);
        if (this.day && !this.reading) await this.#rest(this.board);
      }
    } catch (problem) {
      this.failed = true;
      this.coming = problem.code === 'past-being-read';
      this.#again = setTimeout(() => this.#ask(), AGAIN_MILLIS);
    } finally {
      this.#asking = false;
    }
    this.#tell();
  }

  async #read(day) {
    const board = await this.#boardOf(day);
    if (!this.day) return;
    this.board = board;
    this.failed = false;
    this.#tell();
  }

  /** Where one has come to: what had just been told then, and the next day that way. The board is shown before. */
  async #rest(board) {
    if (board.seq && !board.entries.length) {
      const { entries } = await this.#api.get(`/api/entries?limit=${ENTRIES}&before=${board.seq + 1}`);
      board.remember(entries.filter(isNews));
      this.#tell();
    }
    const next = moved(board.day, this.#way);
    if (!this.reading && next < this.today && between(next, this.today) <= REACH_DAYS) await this.#boardOf(next).catch(() => {}); // asked for again when it is wanted
  }

  #boardOf(day) {
    const known = this.#kept.get(day);
    if (known) return known;
    const asked = this.#asked(day);
    this.#kept.set(day, asked);
    asked.then(({ cards }) => this.#forget(cards.size), () => this.#kept.delete(day));
    return asked;
  }

  async #asked(day) {
    const frame = await this.#api.get(`/api/board?asOf=${day}`);
    const board = new Board();
    board.take(frame);
    return board;
  }

  #forget(cards) {
    const most = Math.max(3, KEPT_CARDS / Math.max(1, cards));
    for (const day of this.#kept.keys()) if (this.#kept.size > most) this.#kept.delete(day);
  }
}
