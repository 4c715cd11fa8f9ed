// What was done before the board was there: the steps that should have begun and of which nobody has told, of many projects, with how
// far each is and since when. What was typed stays on this device until it is told; a project's steps are told as one batch, under
// a key that stays while they do.
import { newKey } from '../http/key.js';
import { unjudged } from '../http/unjudged.js';
import { Draft } from './draft.js';
import { flaw } from './typed.js';
import { Undo } from './undo.js';

const PERCENT = { type: 'percent' };
const DATE = { type: 'date' };
const DONE = '100';
const keyOf = (project, step) => `${project} ${step}`;

/** Whether it should have begun by that day, and nobody ever told of it; what is counted has a form of its own. Pure. */
const untold = ({ baseline, asOf, percent, measure }, day) => baseline.start <= day && !measure && !asOf && (percent.pending ?? null) === null;

/** Where something is still expected: not of what was given up, ended or rests. */
const expected = ({ stage, lamp }) => !['completed', 'cancelled'].includes(stage) && lamp.colour !== 'suspended';

/** How many of all should be done. */
export const untoldIn = (cards, day) => cards.filter(expected).reduce((sum, { milestones }) => sum + milestones.filter((step) => step.baseline.finish <= day && untold(step, day)).length, 0);

export class StepSheet {
  #draft = new Draft('steps');
  #api;
  #name;
  #changed;
  #cards = new Map();
  #day = '';
  /** {percent, asOf} by project and step. */
  #typed;
  undo;
  /** A batch's key goes with what is in it, and outlives the page: what was told and not answered is told once. */
  #keys;
  #told = new Map();
  #refused = new Map();
  telling = null;

  /** @param name what a thing is called; @param changed called when something is known that was not */
  constructor(api, name, changed) {
    this.#api = api;
    this.#name = name;
    this.#changed = changed;
    const { typed = {}, keys = [] } = this.#draft.rows ?? {};
    this.#typed = typed;
    this.#keys = new Map(keys);
    this.undo = new Undo(this.#typed);
  }

  take(cards, day) {
    this.#cards = new Map(cards.map((card) => [card.id, card]));
    this.#day = day;
  }

  /** In the order of the plans; what was just told stays to be seen. */
  rows() {
    return [...this.#cards.values()].flatMap((card) => card.milestones.filter((step) => expected(card) && untold(step, this.#day) || this.#told.has(keyOf(card.id, step.id))).map((step) => this.#row(card, step)));
  }

  #row(card, step) {
    const id = keyOf(card.id, step.id);
    return { id, project: card.id, step: step.id, cells: { project: this.#name(card.name), name: this.#name(step.name), planned: step.baseline.finish, percent: '', asOf: '', ...this.#typed[id], ...this.#told.get(id)?.cells } };
  }

  edit(rows) {
    const next = { ...this.#typed };
    for (const { id, cells: { percent, asOf } } of rows) {
      const was = next[id] ?? this.#told.get(id)?.cells ?? { percent: '', asOf: '' };
      if (was.percent === percent && was.asOf === asOf) continue;
      next[id] = { percent, asOf };
      this.#refused.delete(id);
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
    this.#draft.rows = { typed: this.#typed, keys: [...this.#keys] };
  }

  /** What should be done by now is done on the day that was planned, where nothing was typed: to be looked through, and corrected. */
  asPlanned() {
    this.edit(this.rows().map((row) => (row.cells.planned <= this.#day && !row.cells.percent && !row.cells.asOf && !this.#told.has(row.id)
      ? { ...row, cells: { ...row.cells, percent: DONE, asOf: row.cells.planned } } : row)));
  }

  /** → {kind: told, refused, ready or open; detail, seq} */
  state({ id, cells: { percent, asOf } }) {
    if (this.#told.has(id)) return { kind: 'told', seq: this.#told.get(id).seq };
    if (this.#refused.has(id)) return { kind: 'refused', detail: this.#refused.get(id) };
    return { kind: percent && asOf && !flaw(PERCENT, percent) && !flaw(DATE, asOf) ? 'ready' : 'open' };
  }

  ready(rows) {
    return rows.filter((row) => this.state(row).kind === 'ready');
  }

  /** A project after another. → why the rest was not told, or null; what the rules refuse stands at its row, and keeps its project's. */
  async tell(rows) {
    const projects = [...new Set(rows.map(({ project }) => project))];
    this.telling = { done: 0, of: projects.length };
    try {
      for (const project of projects) {
        const fault = await this.#tellOne(project, rows.filter((row) => row.project === project));
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

  async #tellOne(project, rows) {
    const updates = rows.map(({ step, cells: { percent, asOf } }) => ({ kind: 'progress-reported', milestone: step, percent: Number(percent), asOf }));
    const words = JSON.stringify([project, updates]);
    if (!this.#keys.has(words)) this.#keys.set(words, newKey());
    this.#keep();
    try {
      const { entries } = await this.#api.post(`/api/projects/${project}/updates:batch`, { updates }, this.#keys.get(words));
      rows.forEach(({ id, cells: { percent, asOf } }, i) => this.#told.set(id, { seq: entries[i].seq, cells: { percent, asOf } }));
      this.#typed = Object.fromEntries(Object.entries(this.#typed).filter(([id]) => !rows.some((row) => row.id === id)));
      this.undo = new Undo(this.#typed);
      this.#keys.delete(words);
      this.#keep();
    } catch (problem) {
      if (problem.status === undefined) throw problem;
      if (unjudged(problem)) return problem.message;
      const at = Number(problem.errors[0]?.path?.match(/^\/updates\/(\d+)/)?.[1] ?? 0);
      this.#refused.set(rows[at].id, problem.message);
    }
    return null;
  }
}
