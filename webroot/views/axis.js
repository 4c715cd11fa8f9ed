// The wall's one time axis: seven months back and five ahead of the board's day, as percentages of its width.
import { monthOf } from '../text/dates.js';

const DAY = 86_400_000;
const BACK = 214;
const AHEAD = 152;

export class Axis {
  #from;

  constructor(day) {
    this.#from = Date.parse(`${day}T00:00:00Z`) - BACK * DAY;
  }

  /** Where a date lies, 0–100; dates outside lie on the edge. */
  at(date) {
    const x = ((Date.parse(`${date}T00:00:00Z`) - this.#from) / ((BACK + AHEAD) * DAY)) * 100;
    return Math.min(100, Math.max(0, x));
  }

  inside(date) {
    const x = this.at(date);
    return x > 0 && x < 100;
  }

  get today() {
    return (BACK / (BACK + AHEAD)) * 100;
  }

  /** The first of each month, with its name. */
  get months() {
    const months = [];
    const first = new Date(this.#from);
    for (let step = 1; step <= 13; step++) {
      const month = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + step, 1));
      const date = month.toISOString().slice(0, 10);
      if (this.inside(date)) months.push({ x: this.at(date), name: monthOf(month) });
    }
    return months;
  }
}
