// A time axis: dates as percentages of its width, and the months or years that it names. The wall's own reaches six months back and
// four ahead of the board's day.
import { monthOf, yearOf } from '../../text/dates.js';

const DAY = 86_400_000;
const BACK = 184;
const AHEAD = 122;
/** Up to so many days so many months together: a dozen names or so. */
const SPANS = [[330, 1], [1_300, 3], [5_200, 12], [26_000, 60], [Infinity, 600]];
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

  /** The first of each month, or of as many together as have room, with its name; a January bears its year's. */
  get months() {
    const every = SPANS.find(([days]) => this.days <= days)[1];
    const first = new Date(this.#from);
    const months = [];
    for (let n = Math.floor((first.getUTCFullYear() * 12 + first.getUTCMonth()) / every + 1) * every; ; n += every) {
      const month = new Date(Date.UTC(Math.floor(n / 12), n % 12));
      const date = month.toISOString().slice(0, 10);
      if (this.at(date) >= 100) return months;
      const year = n % 12 === 0;
      months.push({ date, x: this.at(date), name: year ? yearOf(month) : monthOf(month), year });
    }
  }
}
