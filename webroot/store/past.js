// A day of the past that a page shows in place of the present: gone to by days, or from meeting to meeting. The present is
// kept true meanwhile by its store, so that nothing is lost; and the page returns to it by itself when nobody has touched it for a
// while. One day is asked for at a time, and then the one that is wanted by then: a slider may run through a year.
import { dayOf, endOf } from '../text/dates.js';
import { Board, isNews } from './board.js';

const QUIET_MILLIS = 60_000;
const REACH_DAYS = 365;
const DAY = 86_400_000;
const KEPT = 60;
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
  #kept = new Map();

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
      while (this.day && this.reading) await this.#read(this.day);
      this.failed = false;
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
    const board = this.#kept.get(day) ?? await this.#boardOf(day);
    if (this.#kept.size > KEPT) this.#kept.clear();
    this.#kept.set(day, board);
    if (!this.day) return;
    this.board = board;
    this.#tell();
  }

  async #boardOf(day) {
    const frame = await this.#api.get(`/api/board?asOf=${day}`);
    const board = new Board();
    board.take(frame);
    if (this.day === day && frame.seq) {
      const { entries } = await this.#api.get(`/api/entries?limit=${ENTRIES}&before=${frame.seq + 1}`);
      board.remember(entries.filter(isNews));
    }
    return board;
  }
}
