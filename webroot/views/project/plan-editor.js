// A project's plan as rows: names, weight, days, what comes before. The bar of weights must be full. While the first plan is
// being made what is new or changed is told in one batch; after that the office sets a new baseline, with its approval.
// Events: `told` (detail: the entry's seq), `close`.
import { nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { longest } from '../../text/kinds.js';
import { named, text } from '../../text/text.js';
import { field, typedIn } from '../form/fields.js';
import { html, svg } from '../part/html.js';
import { firstPlan, lineOf, rowsOf, slug } from './plan-rows.js';
import { asked, PLAN_FIELDS } from '../form/forms.js';
import { Sheet } from '../form/draft-form.js';

const FULL = 100;
const rounded = (n) => Math.round(n * 100) / 100;

class PlanEditor extends Sheet {
  static properties = { kind: { type: String }, card: { attribute: false }, api: { attribute: false }, day: { type: String }, more: { attribute: false }, rows: { state: true }, chosen: { state: true } };

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
    form.querySelector('input')?.focus({ preventScroll: true });
  }

  /** What other fields depend on. */
  #choose() {
    this.chosen = Object.fromEntries(new FormData(this.form));
  }

  willUpdate() {
    this.rows ??= this.draft.rows ?? rowsOf(this.card);
    if (!this.rows.length) this.#add();
  }

  render() {
    const sum = rounded(this.rows.reduce((all, { weight }) => all + (Number(weight) || 0), 0));
    return html`<form class="act plan" data-kind=${this.kind} @submit=${this.#submit} @keydown=${this.#leave}>
      <h3>${text(`tell.${this.kind}`)}</h3>
      ${this.#again ? asked(PLAN_FIELDS, this.chosen).map((each) => field(each, this)) : nothing}
      <div class="wide">${this.#bar(sum)}</div>
      <ol class="wide rows">${this.rows.map((row, i) => this.#row(row, i))}</ol>
      <p class="wide"><button type="button" data-act="add-row" @click=${() => this.#add()}>${text('plan.add')}</button></p>
      ${this.notes()}
      <p class="acts wide"><button type="button" @click=${() => this.#close()}>${text('desk.cancel')}</button>
        ${this.sender(`tell.${this.kind}`, this.#again ? sum !== FULL : sum > FULL)}</p></form>`;
  }

  #bar(sum) {
    let at = 0;
    const missing = rounded(FULL - sum);
    const words = missing > 0 ? 'plan.missing' : missing < 0 ? 'plan.over' : 'plan.full';
    return html`<svg class="weights ${missing < 0 ? 'over' : missing ? '' : 'full'}" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
      <rect width="100" height="4" />${this.rows.map(({ weight }) => {
        const x = at;
        at += Number(weight) || 0;
        return svg`<rect class="part" x=${x + 0.15} width=${Math.max(0, at - x - 0.3)} height="4" />`;
      })}</svg><p class="sum" role="status">${text(words, { sum, points: Math.abs(missing) })}</p>`;
  }

  #row(row, i) {
    const input = (name, type, label, more = {}) => html`<label class=${name}>${label}<input type=${type} data-field=${`${i}.${name}`} .value=${live(row[name] ?? '')}
      step=${type === 'number' ? 0.01 : nothing} min=${type === 'number' ? 0.01 : nothing} max=${type === 'number' ? FULL : nothing} maxlength=${more.longest ?? nothing}
      pattern=${more.pattern ?? nothing} ?required=${!more.optional} @input=${(event) => this.#set(i, name, event.target.value)} />${this.flaw(`${i}.${name}`)}</label>`;
    return html`<li data-row=${i}>
      ${input('zh', 'text', text('field.name.zh'), { longest: longest('milestone-planned', 'name.zh') })}${input('en', 'text', text('field.name.en'), { longest: longest('milestone-planned', 'name.en'), optional: true })}
      ${input('weight', 'number', text('field.weight'))}${input('start', 'date', text('field.start'))}${input('finish', 'date', text('field.finish'))}
      <label class="after">${text('plan.after')}<select data-field=${`${i}.after`} @change=${(event) => this.#set(i, 'after', event.target.value)}>
        <option value="">—</option>${this.#before(row).map(([value, words]) => html`<option value=${value} .selected=${live(value === row.after)}>${words}</option>`)}</select>${this.flaw(`${i}.after`)}</label>
      ${row.known && !this.#again ? nothing : html`<button type="button" class="drop" aria-label=${text('report.drop')} title=${text('report.drop')} @click=${() => this.#drop(i)}>×</button>`}</li>`;
  }

  /** What may come before it: each of the others, or the several that do. */
  #before(row) {
    const name = (id) => this.rows.find((each) => each.id === id)?.zh || id;
    const several = row.after.includes(',') ? [[row.after, row.after.split(',').map(name).join(text('join.and'))]] : [];
    return [...this.rows.filter(({ id }) => id && id !== row.id).map((each) => [each.id, named(each) || each.id]), ...several];
  }

  #set(i, name, value) {
    this.rows = this.rows.map((row, at) => {
      if (at !== i) return row;
      const others = this.rows.filter((each) => each !== row);
      const named = name === 'en' && !row.known && !others.some(({ after }) => after.split(',').includes(row.id));
      return { ...row, ...(named && { id: slug(value, others) }), [name]: value };
    });
    this.#keep();
  }

  #add() {
    const last = this.rows[this.rows.length - 1];
    const start = last?.finish ?? this.day;
    this.rows = [...this.rows, { id: slug('', this.rows), known: false, zh: '', en: '', weight: '', start, finish: '', after: last?.id ?? '' }];
  }

  #drop(i) {
    const { id } = this.rows[i];
    this.rows = this.rows.filter((row, at) => at !== i).map((row) => ({ ...row, after: row.after.split(',').filter((each) => each !== id).join(',') }));
    this.#keep();
  }

  #keep() {
    this.typed({ target: this.form }, { rows: this.rows });
  }

  /** A row's fields are the rows', and live there; the rest of the form is as everywhere. */
  typed(event, more = { rows: this.rows }) {
    super.typed(event, more);
    this.#choose();
  }

  async #submit(event) {
    event.preventDefault();
    const path = `/api/projects/${this.card.id}/updates`;
    const receipt = await this.send(async (key) => {
      if (this.#again) return this.api.post(path, this.#baseline(), key, this.expected);
      const updates = firstPlan(this.card, this.rows);
      if (!updates.length) return {};
      const { entries } = await this.api.post(`${path}:batch`, { updates }, key, this.expected);
      return entries[entries.length - 1];
    });
    if (receipt) this.dispatchEvent(new CustomEvent('told', { detail: receipt.seq }));
  }

  /** '/updates/1/name/zh' is a field of the row that the second update was made of. */
  fieldAt(path) {
    const [, list, n, ...rest] = path.split('/');
    if (list !== 'updates' && list !== 'milestones') return null;
    const i = list === 'updates' ? this.rows.findIndex(({ id }) => id === firstPlan(this.card, this.rows)[n]?.milestone) : n;
    return `${i}.${{ milestone: 'zh' }[rest[0]] ?? rest[rest.length - 1] ?? 'weight'}`;
  }

  #leave(event) {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    this.#close();
  }

  #close() {
    this.dispatchEvent(new Event('close'));
  }

  #baseline() {
    const data = new FormData(this.form);
    const told = Object.fromEntries(asked(PLAN_FIELDS, this.chosen).map((each) => [each.name, typedIn(each, data)]));
    const under = (head) => Object.fromEntries(Object.entries(told).filter(([name, value]) => name.startsWith(`${head}.`) && value !== undefined).map(([name, value]) => [name.slice(head.length + 1), value]));
    return { kind: 'baseline-set', name: under('name'), cause: told.cause, reason: told.reason, approval: under('approval'), milestones: this.rows.map(lineOf) };
  }
}
customElements.define('plan-editor', PlanEditor);
