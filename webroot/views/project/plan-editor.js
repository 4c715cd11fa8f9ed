// A project's plan as a grid with its bars beside it: names, weights, days, what comes before. The bar of weights must be full.
// While the first plan is being made what is new or changed is told in one batch; after that the office sets a new baseline,
// with its approval. Events: `told` (detail: the entry's seq), `close`.
import { nothing } from 'lit';
import { html } from '../part/html.js';
import { nudged } from '../../store/bars.js';
import { past } from '../../store/block.js';
import { dropped } from '../../store/grid.js';
import { pinyinOf } from '../../store/pinyin.js';
import { flaw } from '../../store/typed.js';
import { Undo } from '../../store/undo.js';
import { longest } from '../../text/kinds.js';
import { language, text } from '../../text/text.js';
import { Sheet } from '../form/draft-form.js';
import { field, typedIn } from '../form/fields.js';
import { asked, PLAN_FIELDS } from '../form/forms.js';
import '../part/cell-grid.js';
import { undoButtons } from '../part/undo-buttons.js';
import { isFull, sumOf, weightBar } from '../part/weight-bar.js';
import './plan-fillers.js';
import { axisOf, bars, grab, head } from './plan-gantt.js';
import { firstPlan, linesOf, rowsOf, slug, unnamed } from './plan-rows.js';
import './schedule-import.js';

const FULL = 100;
const NEEDED = ['zh', 'weight', 'start', 'finish'];

class PlanEditor extends Sheet {
  static properties = {
    kind: { type: String }, card: { attribute: false }, others: { attribute: false }, api: { attribute: false }, day: { type: String }, more: { attribute: false },
    chosen: { state: true }, at: { state: true }, strays: { state: true }, english: { state: true }, held: { state: true },
  };

  #undo = null;
  /** While a bar is held. */
  #axis = null;

  get place() {
    return `${this.card.id}.${this.kind}`;
  }

  get subject() {
    return this.card;
  }

  get present() {
    return { now: {}, day: this.day };
  }

  get #again() {
    return this.kind === 'baseline-set';
  }

  opened(form) {
    this.#choose();
    form.scrollIntoView({ block: 'start' });
    (this.#again ? form.querySelector('input') : form.querySelector('cell-grid input'))?.focus({ preventScroll: true });
  }

  /** What other fields depend on. */
  #choose() {
    this.chosen = Object.fromEntries(new FormData(this.form));
  }

  get #rows() {
    if (!this.#undo) {
      const kept = this.draft.rows;
      const rows = kept?.every(({ cells }) => cells) ? kept : rowsOf(this.card);
      this.#undo = new Undo(rows.length ? rows : [this.#fresh([])]);
    }
    return this.#undo.now;
  }

  #fresh(rows) {
    const last = rows[rows.length - 1];
    return { id: slug('', rows), known: false, cells: { zh: '', en: '', weight: '', start: last?.cells.finish || this.day, finish: '', after: last ? `@${last.id}` : '' } };
  }

  #columns(rows, axis) {
    const steps = new Map(this.card.milestones.map((step) => [step.id, step]));
    const length = (name) => longest('milestone-planned', name);
    const english = this.english ?? (language === 'en' || rows.some(({ cells }) => cells.en));
    return [
      { id: 'zh', label: text('field.name.zh'), type: 'text', longest: length('name.zh') }, ...(english ? [{ id: 'en', label: text('field.name.en'), type: 'text', longest: length('name.en') }] : []),
      { id: 'weight', label: text('field.weight'), type: 'percent' }, { id: 'start', label: text('field.start'), type: 'date', edge: 'first' }, { id: 'finish', label: text('field.finish'), type: 'date', edge: 'last' },
      { id: 'after', label: text('plan.after.short'), type: 'rows' },
      { id: 'bars', label: text('topic.plan'), head: head(axis), render: (row) => bars(this.held?.id === row.id ? { ...row, cells: { ...row.cells, ...this.held.cells } } : row, rows, axis, steps.get(row.id)) },
    ];
  }

  render() {
    const rows = this.#rows;
    const axis = this.#axis ?? axisOf(rows, this.card, this.day);
    const columns = this.#columns(rows, axis);
    const weights = rows.map(({ cells }) => cells.weight);
    const bad = this.#bad(rows, columns);
    return html`<form class="act plan" data-kind=${this.kind} @submit=${this.#submit} @keydown=${this.#leave}>
      <h3>${text(`tell.${this.kind}`)}</h3>
      ${this.#again ? html`<div class="wide fields">${asked(PLAN_FIELDS, this.chosen).map((each) => field(each, this))}</div>` : nothing}
      <plan-fillers class="wide" .api=${this.api} .card=${this.card} .others=${this.others} start=${this.more?.detail?.description?.begins ?? nothing} finish=${this.more?.detail?.description?.ends ?? nothing} @rows=${({ detail }) => this.#fill(detail)}></plan-fillers>
      <schedule-import class="wide" .api=${this.api} .card=${this.card} @rows=${({ detail }) => this.#edit(detail)}></schedule-import>
      <div class="wide">${weightBar(weights)}</div>
      <div class="wide" data-field="rows" @pointerdown=${(event) => this.#grab(event, rows, axis)}>${this.#tools(rows, columns)}
        <cell-grid class="plan-grid" label=${text('topic.plan')} .columns=${columns} .rows=${rows} .fresh=${(all) => this.#fresh(all)} @at=${({ detail }) => { this.at = detail; }} @paste-block=${({ detail }) => past(detail.block, rows, detail.at, columns, 'en')}
          @edit=${({ detail }) => { this.strays = detail.spilled; this.#edit(detail.rows); }} @undo=${() => this.#turn(this.#undo.goBack())} @redo=${() => this.#turn(this.#undo.goForth())}
          @nudge=${({ detail: { row, end, days } }) => this.#edit(nudged(rows, row, end, days))} .moves=${(r, by) => this.#moves(rows, r, by)}></cell-grid>
        ${this.strays?.length ? html`<p class="flaw" role="alert">${text('grid.strays', { n: this.strays.length })} ${this.strays.join(' · ')}</p>` : nothing}
        <small>${text('plan.keys')}</small>${bad ? html`<p class="quiet" role="status">${bad}</p>` : nothing}${this.flaw('rows')}</div>
      ${this.notes()}
      <p class="acts wide"><button type="button" data-act="cancel" @click=${() => this.#close()}>${text('desk.cancel')}</button>
        ${this.sender(`tell.${this.kind}`, bad || (this.#again ? !isFull(weights) : sumOf(weights) > FULL))}</p></form>`;
  }

  #tools(rows, columns) {
    const at = Math.min(this.at ?? 0, rows.length - 1);
    return html`<p class="tools">${undoButtons(this.#undo, (now) => this.#turn(now))}
      <button type="button" data-act="add-row" @click=${() => this.#edit([...rows, this.#fresh(rows)])}>${text('plan.add')}</button>
      ${[-1, 1].map((by) => html`<button type="button" data-act=${by < 0 ? 'row-up' : 'row-down'} ?disabled=${!this.#moves(rows, at, by)} @click=${() => this.querySelector('cell-grid').shift(by)}>${text(by < 0 ? 'plan.up' : 'plan.down')}</button>`)}
      <button type="button" data-act="drop-row" ?disabled=${rows.length < 2 || rows[at].known && !this.#again} @click=${() => this.#edit(dropped(rows, columns, at))}>${text('plan.drop')}</button>
      <label class="tick"><input type="checkbox" data-act="english" .checked=${columns.some(({ id }) => id === 'en')} @change=${({ target }) => { this.english = target.checked; }} /> ${text('field.name.en')}</label></p>`;
  }

  /** Steps that are told already keep their order until a new baseline. */
  #moves(rows, r, by) {
    return rows[r] && rows[r + by] && (this.#again || !rows[r].known && !rows[r + by].known);
  }

  /** What is in the way of telling it, in words. */
  #bad(rows, columns) {
    const flaws = rows.flatMap((row) => columns.filter((column) => !column.render && flaw(column, row.cells[column.id] ?? '', rows, row)));
    const empty = rows.filter(({ cells }) => NEEDED.some((id) => !cells[id])).length;
    return [flaws.length && text('grid.unread', { n: flaws.length }), empty && text('grid.empty', { n: empty })].filter(Boolean).join(text('join.clause'));
  }

  #edit(rows) {
    this.#undo.done(rows);
    this.#turn(rows);
  }

  #turn(rows) {
    if (!this.draft.seen) this.draft.seen = this.card;
    this.draft.rows = rows;
    this.requestUpdate();
  }

  /** In the place of what is not told yet; a first plan keeps what is. */
  #fill(filled) {
    const kept = this.#again ? [] : this.#rows.filter(({ known }) => known);
    const ids = new Set(kept.map(({ id }) => id));
    this.#edit([...kept, ...filled.filter(({ id }) => !ids.has(id))]);
  }

  #grab(event, rows, axis) {
    grab(event, rows, axis, (id, cells) => {
      this.#axis = axis;
      this.held = { id, cells };
    }, (id, end, days) => {
      this.#axis = null;
      this.held = null;
      this.#edit(nudged(this.#rows, id, end, days));
    });
  }

  typed(event, more) {
    super.typed(event, more);
    this.#choose();
  }

  async #submit(event) {
    event.preventDefault();
    const path = `/api/projects/${this.card.id}/updates`;
    const receipt = await this.send(async (key) => {
      const pinyin = await pinyinOf(this.api, unnamed(this.#rows));
      if (this.#again) return this.api.post(path, this.#baseline(pinyin), key, this.expected);
      const updates = firstPlan(this.card, this.#rows, pinyin);
      if (!updates.length) return {};
      const { entries } = await this.api.post(`${path}:batch`, { updates }, key, this.expected);
      return entries[entries.length - 1];
    });
    if (receipt) this.dispatchEvent(new CustomEvent('told', { detail: receipt.seq }));
  }

  /** What is wrong with a row is said under the grid. */
  fieldAt(path) {
    return /^\/(updates|milestones)\//.test(path) ? 'rows' : null;
  }

  #leave(event) {
    if (event.key !== 'Escape' || event.target.closest('cell-grid')) return;
    event.stopPropagation();
    this.#close();
  }

  #close() {
    this.dispatchEvent(new Event('close'));
  }

  #baseline(pinyin) {
    const data = new FormData(this.form);
    const told = Object.fromEntries(asked(PLAN_FIELDS, this.chosen).map((each) => [each.name, typedIn(each, data)]));
    const under = (head) => Object.fromEntries(Object.entries(told).filter(([name, value]) => name.startsWith(`${head}.`) && value !== undefined).map(([name, value]) => [name.slice(head.length + 1), value]));
    return { kind: 'baseline-set', name: under('name'), cause: told.cause, reason: told.reason, approval: under('approval'), milestones: linesOf(this.#rows, pinyin) };
  }
}
customElements.define('plan-editor', PlanEditor);
