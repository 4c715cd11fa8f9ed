// A list that is being read and told: the bytes, what a person said of them, what the server read, and what was told so far. The
// server reads and compares; what it proposes is told as it stands, project by project, each all or nothing and once.
import { newKey } from '../http/key.js';

/** Told already: by this page before a reload, or by somebody else. */
const THERE = 'already-there';
/** A long list gives way to who writes meanwhile: behind each project of it twice the time that it took is theirs. A short one is over before. */
const BRISK = 30;
const REST = 2;
const MOST_REST = 200;
/** Timers of a page that nobody looks at come once a second: then there is no rest. */
const rest = (took) => globalThis.document?.hidden || new Promise((done) => { setTimeout(done, Math.min(REST * took, MOST_REST)); });
const pairs = (all) => Object.entries(all).filter(([, value]) => value).map(([key, value]) => `${key}=${value}`).join(',');

export class SheetImport {
  #api;
  #changed;
  #reading = false;
  #again = false;

  /** @param changed called after every step */
  constructor(api, changed) {
    this.#api = api;
    this.#changed = changed;
    this.#begin(null);
  }

  #begin(source) {
    this.source = source;
    this.answers = { columns: {}, units: {}, same: {} };
    this.reading = null;
    this.fault = null;
    this.busy = false;
    this.#fresh();
  }

  #fresh() {
    this.left = new Set();
    this.told = new Map();
  }

  clear() {
    this.#begin(null);
    this.#changed();
  }

  /** @param source {name, type, body}: a file, or the text of pasted cells */
  open(source) {
    this.#begin(source);
    return this.read();
  }

  /**
   * Says something of the sheet, {member: value} or a pair of a member that holds several, and reads it again. Columns and rows of
   * another sheet, or of another table on it, are others: what was said and told of these is not said of those.
   */
  say(more) {
    const other = more.sheet !== undefined || (more.header !== undefined && this.reading?.header.length > 0);
    if (other) this.answers = { ...this.answers, columns: {}, units: {}, same: {}, header: more.sheet === undefined ? this.answers.header : undefined };
    if (more.sheet !== undefined) this.#fresh();
    for (const [name, value] of Object.entries(more)) {
      this.answers = { ...this.answers, [name]: typeof value === 'object' ? { ...this.answers[name], ...value } : value };
    }
    return this.read();
  }

  /** One after the other: what is said while a reading is under way is in the next one, which is the last word. */
  async read() {
    this.#again = true;
    if (this.#reading) return;
    this.#reading = true;
    while (this.#again) {
      this.#again = false;
      await this.#readOnce();
    }
    this.#reading = false;
  }

  async #readOnce() {
    const { source } = this;
    this.busy = true;
    this.#changed();
    try {
      const reading = source && await this.#api.sheet(`/api/sheets${this.#query()}`, source.body, source.type);
      if (source !== this.source) return; // another one was opened meanwhile
      this.reading = reading;
      this.fault = null;
    } catch (problem) {
      if (source !== this.source) return;
      this.fault = problem.message;
    }
    this.busy = false;
    this.#changed();
  }

  #query() {
    const { columns, units, same, ...plain } = this.answers;
    const query = new URLSearchParams(Object.entries({ ...plain, columns: pairs(columns), units: pairs(units), same: pairs(same) }).filter(([, value]) => value));
    return query.size === 0 || !query.toString() ? '' : `?${query}`;
  }

  /** Those that have something to tell and were not left out. */
  get ready() {
    return (this.reading?.projects ?? []).filter(({ row, updates }) => updates.length && !this.left.has(row) && this.told.get(row) !== true);
  }

  /** What must be said before anything is told: amounts without a unit, a year or a month would be lost. */
  get unsaid() {
    return (this.reading?.questions ?? []).filter((question) => ['header', 'name', 'unit', 'year', 'month'].includes(question));
  }

  leave(rows, out) {
    this.left = new Set(out ? [...this.left, ...rows] : [...this.left].filter((each) => !rows.includes(each)));
    this.#changed();
  }

  /** One after the other: what is refused says why and stays, the others go on. → how many were told */
  async tell() {
    this.busy = true;
    this.#changed();
    await this.#learn();
    let count = 0;
    for (const [at, project] of this.ready.entries()) {
      const began = performance.now();
      try {
        await this.#api.post(`/api/projects/${project.id}/updates:batch`, { updates: project.updates }, project.key, project.expected ?? null);
        this.told.set(project.row, true);
        count += 1;
      } catch (problem) {
        this.told.set(project.row, problem.message);
        if (problem.status === 0) break; // no network: the others would wait as long
      }
      this.#changed();
      if (at >= BRISK) await rest(performance.now() - began);
    }
    this.busy = false;
    this.#changed();
    return count;
  }

  /** What a person said of a heading is known the next time; a hidden column that is left out is another matter. Not to know it is no fault of this list. */
  async #learn() {
    const said = this.reading.columns.filter(({ letters, core, hidden }) => core && this.answers.columns[letters] && !(hidden && this.answers.columns[letters] === '-'));
    for (const { letters, core } of said) {
      await this.#api.post('/api/updates', { kind: 'heading-learned', heading: core, field: this.answers.columns[letters] }, newKey())
        .catch((problem) => problem.code === THERE || (this.fault = problem.message));
    }
  }
}
