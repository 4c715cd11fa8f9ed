// How a form of an office upward is filled: its sheets as they look, what belongs under each heading and into each cell, how that
// looks with today's figures; then it is saved. Events: `saved`, `left`.
import { nothing } from 'lit';
import { newKey } from '../../http/key.js';
import { WORKS, letters, mappingOf, marks, sheetsOf, tall } from '../../store/form-mapping.js';
import { longest } from '../../text/kinds.js';
import { language, text } from '../../text/text.js';
import { Acting } from '../part/acting.js';
import { html } from '../part/html.js';
import './form-fill.js';
import './form-grid.js';
import './form-result.js';

class FormEditor extends Acting {
  /** `file`: {file, name} that arrived; `form`: the one that is changed, or null for a new one. */
  static properties = { api: { attribute: false }, file: { attribute: false }, form: { attribute: false }, figures: { attribute: false }, name: { state: true }, grids: { state: true }, mapping: { state: true }, at: { state: true }, trial: { state: true } };

  #key = newKey();

  async connectedCallback() {
    super.connectedCallback();
    this.at = 0;
    this.name = this.form?.name ?? this.file.name.replace(/\.xlsx$/i, '');
    await this.attempt(async () => {
      this.grids = (await this.api.get(`/api/forms/files/${this.file.file}`)).sheets;
      this.mapping = mappingOf(this.grids, this.form?.sheets ?? null);
      this.at = Math.max(0, this.mapping.findIndex(({ rows, cells }) => rows || cells.length));
    });
  }

  render() {
    return html`<section class="form-editor"><h3>${text(this.form ? 'form.change' : 'form.new', { name: this.file.name })}</h3>
      ${this.refusal}
      ${this.mapping ? this.#shown(this.mapping[this.at], this.grids[this.at]) : this.busy ? html`<p class="quiet" role="status">${text('form.reading')}</p>` : nothing}
      <p class="acts"><button data-act="leave" @click=${() => this.dispatchEvent(new Event('left'))}>${text('form.leave')}</button></p></section>`;
  }

  #shown(sheet, grid) {
    return html`<p class="fields"><label><span>${text('form.name')}</span><input name="form-name" maxlength=${longest('form-saved', 'name')} .value=${this.name} @change=${({ target }) => { this.name = target.value.trim(); }} /></label>
      ${this.grids.length > 1 ? html`<label><span>${text('import.sheet')}</span><select name="form-sheet" @change=${({ target }) => { this.at = Number(target.value); }}>${this.grids.map(({ name }, i) => html`<option value=${i} ?selected=${i === this.at}>${name}</option>`)}</select></label>` : nothing}</p>
      <p class="keys">${text('form.grid.how')}</p>
      <form-grid .grid=${grid} .marks=${marks(sheet)} label=${grid.name} picks @pick=${({ detail }) => this.#pick(detail)}></form-grid>
      ${grid.more ? html`<p class="quiet">${text('form.grid.more')}</p>` : nothing}
      ${this.#rows(sheet, grid)}${this.#cells(sheet)}${this.#help()}
      <p class="acts"><button data-act="try" ?disabled=${this.busy} @click=${this.#tried}>${text('form.try')}</button>
        <button class="main" data-act="save" ?disabled=${this.busy || !this.name} @click=${this.#save}>${text('tell.form-saved')}</button></p>
      ${this.trial ? html`<form-result .result=${this.trial} .figures=${this.figures}></form-result>` : nothing}`;
  }

  #rows(sheet, grid) {
    const { rows, columns } = sheet;
    if (!rows) return html`<p class="acts"><button data-act="rows" @click=${() => this.#set({ rows: { first: Math.min(grid.rows, 2), prepared: 1, height: 1, where: WORKS }, columns: columns.length ? columns : range(grid.columns).map((i) => ({ column: letters(i), line: 1, heading: '', core: '', fill: '', sure: true })) })}>${text('form.rows.add')}</button></p>`;
    const say = (more) => this.#set({ rows: { ...rows, ...more } });
    return html`<fieldset><legend>${text('form.rows')}</legend><p class="fields">
        <label><span>${text('form.first')}</span><input type="number" name="first" min="1" .value=${String(rows.first)} @change=${({ target }) => say({ first: Math.max(1, Number(target.value)) })} /></label>
        <label><span>${text('form.prepared')}</span><input type="number" name="prepared" min="1" .value=${String(rows.prepared)} @change=${({ target }) => say({ prepared: Math.max(1, Number(target.value)) })} /></label>
        <label><span>${text('form.height')}</span><input type="number" name="height" min="1" max="4" .value=${String(rows.height)} @change=${({ target }) => this.#tall(rows, columns, Math.min(4, Math.max(1, Number(target.value))))} /></label>
        <label><span>${text('form.where')}</span><select name="where" @change=${({ target }) => say({ where: target.value === 'own' ? ' ' : target.value })}>${[['', 'form.where.all'], [WORKS, 'form.where.works']].map(([value, key]) => html`<option value=${value} ?selected=${rows.where === value}>${text(key)}</option>`)}
          <option value="own" ?selected=${rows.where !== '' && rows.where !== WORKS}>${text('form.where.own')}</option></select></label>
        ${rows.where !== '' && rows.where !== WORKS ? html`<label><span>${text('form.condition')}</span><input name="condition" placeholder=${text('form.condition.hint')} .value=${rows.where.trim()} @change=${({ target }) => say({ where: target.value || ' ' })} /></label>` : nothing}</p>
      <p class="quiet">${text('form.rows.how', { from: rows.first, to: rows.first + rows.prepared - 1 })} <button data-act="no-rows" @click=${() => this.#set({ rows: null })}>${text('form.rows.none')}</button></p>
      <ul class="form-columns">${columns.map((each, i) => html`<li><b>${each.column}${rows.height > 1 ? ` ${each.line}/${rows.height}` : ''}</b> <span>${each.heading}</span>
        <form-fill .fill=${each.fill} .figures=${this.figures} of=${[each.heading || each.column, rows.height > 1 && each.line].filter(Boolean).join(' ')} @fill=${({ detail }) => this.#set({ columns: columns.map((other, j) => (j === i ? { ...other, fill: detail, sure: true } : other)) })}></form-fill>
        ${each.fill && !each.sure ? html`<small class="badge">${text('form.unsure')}</small>` : nothing}</li>`)}</ul></fieldset>`;
  }

  #tall(rows, columns, height) {
    this.#set({ rows: { ...rows, height }, columns: tall(columns, height) });
  }

  #cells({ cells }) {
    return html`<fieldset><legend>${text('form.cells')}</legend>${cells.length ? html`<ul class="form-columns">${cells.map((each, i) => html`<li><b>${each.cell}</b> <span>${each.label}</span>
      <form-fill .fill=${each.fill} .figures=${this.figures} of=${each.cell} @fill=${({ detail }) => this.#set({ cells: cells.map((other, j) => (j === i ? { ...other, fill: detail } : other)) })}></form-fill>
      <button data-act="no-cell" aria-label=${text('form.cell.none', { cell: each.cell })} @click=${() => this.#set({ cells: cells.filter((_, j) => j !== i) })}>×</button></li>`)}</ul>` : html`<p class="quiet">${text('form.cells.none')}</p>`}</fieldset>`;
  }

  #help() {
    return html`<details class="own form-help"><summary>${text('form.help')}</summary><p>${text('form.help.figures')}</p><ul>${['text', 'sum', 'count', 'list', 'round', 'if', 'unit', 'project'].map((each) => html`<li>${text(`form.help.${each}`)}</li>`)}</ul>
      <p class="quiet">${this.figures.map(({ word, name }) => `${name} ${word}`).join(text('join.and'))}</p></details>`;
  }

  #pick(place) {
    const sheet = this.mapping[this.at];
    if (marks(sheet).has(place)) return;
    this.#set({ cells: [...sheet.cells.filter(({ cell }) => cell !== place), { cell: place, label: this.#text(place), fill: '' }] });
  }

  #text(place) {
    const cell = this.grids[this.at].cells.find(({ row, column }) => `${letters(column)}${row}` === place);
    return cell?.text ?? '';
  }

  #set(more) {
    this.mapping = this.mapping.map((sheet, i) => (i === this.at ? { ...sheet, ...more } : sheet));
    this.#key = newKey();
  }

  #tried() {
    return this.attempt(async () => {
      this.trial = await this.api.post(`/api/forms/trial?lang=${language}`, { file: this.file.file, sheets: sheetsOf(this.mapping) }, null);
    });
  }

  #save() {
    return this.attempt(async () => {
      const form = this.form?.id ?? await this.#id();
      await this.api.post('/api/updates', { kind: 'form-saved', form, name: this.name, file: this.file.file, sheets: sheetsOf(this.mapping) }, this.#key);
      this.dispatchEvent(new CustomEvent('saved', { detail: form }));
    });
  }

  /** Of its name in pinyin and its file: nobody has to think of one. */
  async #id() {
    const [word] = (await this.api.post('/api/pinyin', { names: [this.name] }, null)).words;
    return [word.slice(0, 40).replace(/-+$/, ''), this.file.file.slice(0, 8)].filter(Boolean).join('-');
  }
}
customElements.define('form-editor', FormEditor);

const range = (n) => Array.from({ length: n }, (_, i) => i + 1);
