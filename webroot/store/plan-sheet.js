// Plans for many projects while they are made: what was typed of each stays on this device until it is told; what each would
// become the server says; each is told once, under a key that stays while its row does.
import { newKey } from '../http/key.js';
import { unjudged } from '../http/unjudged.js';
import { Draft } from './draft.js';
import { fitting } from './templates.js';
import { flaw } from './typed.js';
import { Undo } from './undo.js';

const SOON_MILLIS = 250;
/** Asked for at once. */
const MANY = 200;
const DATE = { type: 'date' };
/** After which what could not be asked is asked again. */
const AGAIN_MILLIS = 3_000;
const wordsOf = ({ template, start, finish }) => `${template} ${start} ${finish}`;

export class PlanSheet {
  #draft = new Draft('plans');
  #api;
  #name;
  #changed;
  #cards = new Map();
  #templates = [];
  #spans = {};
  /** What was typed, by project; and how it was. */
  #typed;
  undo;
  /** What the server said a row would become, by project and words. */
  #staged = new Map();
  #told = new Map();
  #refused = new Map();
  #waiting = null;
  telling = null;

  /** @param name what a project is called; @param changed called when something is known that was not */
  constructor(api, name, changed) {
    this.#api = api;
    this.#name = name;
    this.#changed = changed;
    this.#typed = this.#draft.rows ?? {};
    this.undo = new Undo(this.#typed);
  }

  /** @param spans what lists say of when a project is to be built, by its id */
  take(cards, templates, spans = {}) {
    this.#spans = spans;
    this.#cards = new Map(cards.map((card) => [card.id, card]));
    if (templates !== this.#templates) this.#staged.clear();
    this.#templates = templates;
  }

  card(id) {
    return this.#cards.get(id);
  }

  /** @param every those that have a plan too */
  rows(every) {
    const rows = [...this.#cards.values()].filter((card) => every || !card.milestones.length || this.#told.has(card.id)).map((card) => this.#row(card));
    this.#look(rows);
    return rows;
  }

  /** What the project itself says of its days, until somebody typed others. */
  #row({ id, landmarks = {}, ...card }) {
    const known = card.milestones.length ? {} : { template: this.#fitting(id), start: landmarks.start ?? this.#spans[id]?.begins ?? '', finish: landmarks.completion ?? this.#spans[id]?.ends ?? '' };
    return { id, cells: { template: '', start: '', finish: '', ...known, ...this.#typed[id]?.cells, name: this.#name(this.#cards.get(id)) } };
  }

  /** What it may be called. */
  names(id) {
    return [...Object.values(this.#cards.get(id).name), ...(this.#spans[id]?.aliases ?? [])];
  }

  #whole({ template, start, finish }) {
    return this.#templates.some(({ id }) => id === template) && start && finish && !flaw(DATE, start) && !flaw(DATE, finish);
  }

  #fitting(id) {
    const fits = fitting(this.#templates, this.#cards.get(id));
    return this.#templates.some((template) => template.id === fits) ? fits : '';
  }

  edit(rows) {
    const next = { ...this.#typed };
    for (const row of rows) {
      const { template, start, finish } = row.cells;
      if (wordsOf(row.cells) === wordsOf(this.#row(this.#cards.get(row.id)).cells)) continue;
      next[row.id] = { cells: { template, start, finish }, key: newKey() };
      this.#refused.delete(row.id);
    }
    this.undo.done(next);
    this.turned();
  }

  /** The state of the undo is the one that is. */
  turned() {
    this.#typed = this.undo.now;
    this.#keep();
  }

  #keep() {
    this.#draft.rows = this.#typed;
  }

  /** → {kind: told, planned, refused, ready, open or asking; detail, seq, updates} */
  state(id) {
    const card = this.#cards.get(id);
    if (this.#told.has(id)) return { kind: 'told', seq: this.#told.get(id) };
    const { cells } = this.#row(card);
    const staged = this.#staged.get(`${id} ${wordsOf(cells)}`);
    if (this.#refused.has(id)) return { kind: 'refused', detail: this.#refused.get(id), updates: staged?.updates };
    if (!this.#whole(cells)) return { kind: card.milestones.length ? 'planned' : 'open' };
    if (!staged) return { kind: 'asking' };
    return staged.refused ? { kind: 'refused', detail: staged.refused.detail, updates: staged.updates } : { kind: 'ready', updates: staged.updates };
  }

  ready(rows) {
    return rows.filter(({ id }) => this.state(id).kind === 'ready');
  }

  /** Asks for what is not known yet, when the typing pauses. */
  #look(rows) {
    const asked = rows.filter(({ id, cells }) => this.#whole(cells) && !this.#told.has(id) && !this.#staged.has(`${id} ${wordsOf(cells)}`));
    if (!asked.length) return;
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => this.#previewAll(asked), SOON_MILLIS);
  }

  async #previewAll(rows) {
    for (let from = 0; from < rows.length; from += MANY) await this.#preview(rows.slice(from, from + MANY));
  }

  async #preview(rows) {
    try {
      const { plans } = await this.#api.post('/api/plans/preview', { plans: rows.map(({ id, cells: { template, start, finish } }) => ({ project: id, template, start, finish })) });
      rows.forEach(({ id, cells }, i) => this.#staged.set(`${id} ${wordsOf(cells)}`, plans[i]));
    } catch (problem) {
      if (problem.status === undefined) throw problem;
      if (unjudged(problem)) {
        this.#waiting = setTimeout(() => this.#changed(), AGAIN_MILLIS);
        return;
      }
      rows.forEach(({ id, cells }) => this.#staged.set(`${id} ${wordsOf(cells)}`, { refused: { detail: problem.message } }));
    }
    this.#changed();
  }

  /** One after another. → why the rest was not told, or null; what the rules refuse stands at its row. */
  async tell(rows) {
    this.telling = { done: 0, of: rows.length };
    try {
      for (const { id } of rows) {
        if (this.state(id).kind !== 'ready') continue; // typed anew since
        const fault = await this.#tellOne(id);
        if (fault) return fault;
        this.telling = { ...this.telling, done: this.telling.done + 1 };
        this.#changed();
      }
      return null;
    } finally {
      this.telling = null;
      this.#changed();
    }
  }

  async #tellOne(id) {
    const card = this.#cards.get(id);
    if (!this.#typed[id]?.key) {
      this.#typed = { ...this.#typed, [id]: { cells: this.#row(card).cells, key: newKey() } };
      this.#keep();
    }
    try {
      const { entries } = await this.#api.post(`/api/projects/${id}/updates:batch`, { updates: this.state(id).updates }, this.#typed[id].key, card.projectSeq);
      this.#told.set(id, entries[entries.length - 1].seq);
      this.#typed = Object.fromEntries(Object.entries(this.#typed).filter(([each]) => each !== id));
      this.#keep();
    } catch (problem) {
      if (problem.status === undefined) throw problem;
      if (unjudged(problem)) return problem.message;
      this.#refused.set(id, problem.message);
    }
    return null;
  }
}
