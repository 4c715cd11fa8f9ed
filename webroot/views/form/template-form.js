// A template of stages as a grid: steps with their weights and their shares of a project's time. Events: `told` (detail: the
// entry's seq), `close`.
import { nothing } from 'lit';
import { dropped } from '../../store/grid.js';
import { flaw, named as idsIn } from '../../store/typed.js';
import { Undo } from '../../store/undo.js';
import { longest } from '../../text/kinds.js';
import { text } from '../../text/text.js';
import '../part/cell-grid.js';
import { html } from '../part/html.js';
import { undoButtons } from '../part/undo-buttons.js';
import { isFull, weightBar } from '../part/weight-bar.js';
import { slug } from '../project/plan-rows.js';
import { Sheet } from './draft-form.js';
import './sure-button.js';

const WORDS = /[\s,、，;；]+/;
const rowOf = ({ milestone, name, weight, start, finish, after = [] }) => ({
  id: milestone, cells: { zh: name.zh, en: name.en ?? '', weight: String(weight), start: String(start), finish: String(finish), after: after.map((id) => `@${id}`).join(',') } });
const NEEDED = ['zh', 'weight', 'start', 'finish'];

class TemplateForm extends Sheet {
  static properties = { template: { attribute: false }, templates: { attribute: false }, api: { attribute: false }, at: { state: true }, strays: { state: true } };

  #undo = null;

  get place() {
    return `template.${this.template.fresh ? 'new' : this.template.id}`;
  }

  get #rows() {
    this.#undo ??= new Undo(this.draft.rows ?? (this.template.steps.length ? this.template.steps.map(rowOf) : [this.#fresh([])]));
    return this.#undo.now;
  }

  opened(form) {
    form.querySelector('input')?.focus();
  }

  #fresh(rows) {
    const last = rows[rows.length - 1];
    return { id: slug('', rows, 's'), cells: { zh: '', en: '', weight: '', start: last?.cells.finish ?? '0', finish: '', after: last ? `@${last.id}` : '' } };
  }

  get #columns() {
    return [
      { id: 'zh', label: text('field.name.zh'), type: 'text', longest: longest('milestone-planned', 'name.zh') }, { id: 'en', label: text('field.name.en'), type: 'text', longest: longest('milestone-planned', 'name.en') },
      { id: 'weight', label: text('field.weight'), type: 'percent' }, { id: 'start', label: text('template.from'), type: 'percent', zero: true },
      { id: 'finish', label: text('template.to'), type: 'percent' }, { id: 'after', label: text('plan.after.short'), type: 'rows', before: true },
      { id: 'bar', label: text('template.time'), render: ({ cells }) => this.#bar(cells) },
    ];
  }

  #bar({ start, finish }) {
    const from = Math.min(100, Number(start) || 0);
    return html`<svg class="mini" aria-hidden="true"><rect class="plan" width="100%" y="30%" height="40%" /><rect class="verified" x="${from}%" width="${Math.max(0, (Math.min(100, Number(finish)) || from) - from)}%" y="30%" height="40%" /></svg>`;
  }

  render() {
    const { template } = this;
    const rows = this.#rows;
    const columns = this.#columns;
    const weights = rows.map(({ cells }) => cells.weight);
    const bad = rows.some((row) => columns.some((column) => !column.render && flaw(column, row.cells[column.id] ?? '', rows, row)) || NEEDED.some((id) => !row.cells[id]));
    const turn = () => this.#edit(this.#undo.now);
    return html`<form class="act template" data-kind="template-saved" @submit=${this.#save}>
      <label>${text('template.name.zh')}<input name="name.zh" required maxlength=${longest('template-saved', 'template.name.zh')} .defaultValue=${template.name.zh} />${this.flaw('name.zh')}</label>
      <label>${text('template.name.en')}<input name="name.en" maxlength=${longest('template-saved', 'template.name.en')} .defaultValue=${template.name.en ?? ''} />${this.flaw('name.en')}</label>
      <label class="wide">${text('template.words')}<input name="words" .defaultValue=${(template.words ?? []).join('、')} /><small>${text('template.words.hint')}</small>${this.flaw('words')}</label>
      <div class="wide">${weightBar(weights)}</div>
      <div class="wide"><p class="tools">${undoButtons(this.#undo, turn)}<button type="button" data-act="add-row" @click=${() => this.#edit([...rows, this.#fresh(rows)])}>${text('plan.add')}</button>
          ${[-1, 1].map((by) => html`<button type="button" data-act=${by < 0 ? 'row-up' : 'row-down'} ?disabled=${!rows[(this.at ?? 0) + by]} @click=${() => this.querySelector('cell-grid').shift(by)}>${text(by < 0 ? 'plan.up' : 'plan.down')}</button>`)}<button type="button" data-act="drop-row" ?disabled=${rows.length < 2} @click=${() => this.#edit(dropped(rows, columns, this.at ?? 0))}>${text('plan.drop')}</button></p>
        <cell-grid label=${text('template.title')} .columns=${columns} .rows=${rows} .fresh=${(all) => this.#fresh(all)} .moves=${(r, by) => Boolean(rows[r + by])} @at=${({ detail }) => { this.at = detail; }}
          @edit=${({ detail }) => { this.strays = detail.spilled; this.#edit(detail.rows); }} @undo=${() => { this.#undo.goBack(); turn(); }} @redo=${() => { this.#undo.goForth(); turn(); }}></cell-grid>
        ${this.strays?.length ? html`<p class="flaw" role="alert">${text('grid.strays', { n: this.strays.length })} ${this.strays.join(' · ')}</p>` : nothing}</div>
      ${this.notes()}
      <p class="acts wide">${template.fresh ? nothing : html`<sure-button act="retire" label=${text('tell.template-retired')} ?disabled=${this.busy} @sure=${this.#retire}></sure-button>`}
        <button type="button" data-act="cancel" @click=${() => this.dispatchEvent(new Event('close'))}>${text('desk.cancel')}</button>${this.sender('tell.template-saved', bad || !isFull(weights))}</p></form>`;
  }

  #edit(rows) {
    this.#undo.done(rows);
    this.draft.rows = rows;
    this.requestUpdate();
  }

  #step({ id, cells: { zh, en, weight, start, finish, after } }) {
    return { milestone: id, name: { zh, ...(en && { en }) }, weight: Number(weight), start: Number(start), finish: Number(finish), ...(after && { after: idsIn(after) }) };
  }

  async #save(event) {
    event.preventDefault();
    const data = new FormData(this.form);
    const words = data.get('words').split(WORDS).filter(Boolean);
    const { id, sectors } = this.template;
    const en = data.get('name.en').trim();
    const template = { id, name: { zh: data.get('name.zh').trim(), ...(en && { en }) }, ...(sectors && { sectors }), ...(words.length && { words: [...new Set(words)] }), steps: this.#rows.map((row) => this.#step(row)) };
    this.#told(await this.send((key) => this.api.post('/api/updates', { kind: 'template-saved', template }, key)));
  }

  async #retire() {
    const { id, name } = this.template;
    this.#told(await this.send((key) => this.api.post('/api/updates', { kind: 'template-retired', template: id, name }, key)));
  }

  #told(receipt) {
    if (receipt) this.dispatchEvent(new CustomEvent('told', { detail: receipt.seq }));
  }

  /** '/template/name/zh' is the field name.zh; what is wrong with steps is said of them all. */
  fieldAt(path) {
    return path.startsWith('/template/') ? path.slice('/template/'.length).replaceAll('/', '.') : null;
  }
}
customElements.define('template-form', TemplateForm);
