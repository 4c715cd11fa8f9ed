// A time axis: dates as percentages of its width, and the first of each month. The wall's own reaches six months back and
// four ahead of the board's day.
import { monthOf, yearOf } from '../../text/dates.js';

const DAY = 86_400_000;
const BACK = 184;
const AHEAD = 122;
const time = (date) => Date.parse(`${date}T00:00:00Z`);

export class Axis {
  #from;
  #length;
  #day;

  constructor(day, from = time(day) - BACK * DAY, to = time(day) + AHEAD * DAY) {
    this.#day = day;
    this.#from = from;
    this.#length = to - from;
  }

  /** From a first date to a last, with a little air at both ends. */
  static over(day, first, last) {
    const air = Math.max(DAY, (time(last) - time(first)) * 0.03);
    return new Axis(day, time(first) - air, time(last) + air);
  }

  /** Where a date lies, 0–100; dates outside lie on the edge. */
  at(date) {
    return Math.min(100, Math.max(0, ((time(date) - this.#from) / this.#length) * 100));
  }

  inside(date) {
    const x = this.at(date);
    return x > 0 && x < 100;
  }

  get days() {
    return this.#length / DAY;
  }

  get today() {
    return this.at(this.#day);
  }

  /** The first of each month, or of each quarter where months would crowd, with its name; a January bears its year's. */
  get months() {
    const every = this.#length > 330 * DAY ? 3 : 1;
    const months = [];
    const first = new Date(this.#from);
    for (let step = 1; step <= 1 + this.#length / (28 * DAY); step++) {
      const month = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + step, 1));
      const date = month.toISOString().slice(0, 10);
      const year = month.getUTCMonth() === 0;
      if (month.getUTCMonth() % every === 0 && this.inside(date)) months.push({ date, x: this.at(date), name: year ? yearOf(month) : monthOf(month), year });
    }
    return months;
  }
}
