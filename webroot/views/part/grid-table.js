// A grid of cells as it is seen: a table with one cell that one is at, which holds an input, and a block that is chosen.
// What keys do to it, `cell-grid` knows.
import { nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { corners, filled, inside } from '../../store/grid.js';
import { flaw, shown } from '../../store/typed.js';
import { text } from '../../text/text.js';
import { Element } from './element.js';
import { html } from './html.js';

export class GridTable extends Element {
  /** `columns`: {id, label, type, options, render: of what is only seen}; `fresh`: makes a row, null: there are no more; `extra`: (row) → classes;
   * `moves`: (r, by) whether a row may change places with that neighbour, null: none may. */
  static properties = { columns: { attribute: false }, rows: { attribute: false }, fresh: { attribute: false }, extra: { attribute: false }, moves: { attribute: false }, label: { type: String }, at: { state: true }, to: { state: true } };

  /** '': the next key replaces; 'over': what was there is replaced; 'in': the caret moves in it. */
  mode = '';
  grab = false;

  constructor() {
    super();
    this.at = null;
    this.to = null;
  }

  get typing() {
    return this.columns.filter(({ render }) => !render);
  }

  get chosen() {
    return corners(this.at, this.to ?? this.at);
  }

  get field() {
    return this.querySelector('td input.cell, th input.cell');
  }

  willUpdate() {
    this.at ??= { r: 0, c: Math.max(0, this.typing.findIndex(({ type }) => type !== 'fixed')) };
    const { r, c } = this.at;
    if (r >= this.rows.length) this.at = { r: Math.max(0, this.rows.length - 1), c };
  }

  render() {
    const { columns, rows } = this;
    return html`<div class="grid" @focusin=${this.entered} @focusout=${this.left}><table role="grid" aria-label=${this.label} aria-multiselectable="true" aria-rowcount=${rows.length + 1} @keydown=${this.key} @mousedown=${this.press}
        @dblclick=${this.into} @copy=${this.copy} @cut=${this.cut} @paste=${this.paste} @input=${this.typed}>
      <thead><tr><th class="n"><span class="sr">${text('grid.row')}</span></th>${columns.map(({ id, label, head }) => html`<th data-head=${id} scope="col">${head ?? label}</th>`)}</tr></thead>
      <tbody>${repeat(rows, ({ id }) => id, (row, r) => html`<tr data-row=${row.id} aria-rowindex=${r + 2} class=${this.extra?.(row) ?? ''}><th class="n" scope="row">${r + 1}</th>${this.#cells(row, r)}</tr>`)}</tbody></table></div>
      <p class="grid-flaw" role="status">${this.#said()}</p>`;
  }

  #cells(row, r) {
    let at = -1;
    return this.columns.map((column) => {
      if (column.render) return html`<td role="gridcell" data-col=${column.id} class="seen">${column.render(row, r)}</td>`;
      at += 1;
      return this.#cell(row, column, r, at);
    });
  }

  /** What is being typed stays, whatever is drawn anew meanwhile. */
  #cell(row, column, r, c) {
    const words = shown(column, row.cells[column.id] ?? '', this.rows, row);
    const bad = flaw(column, row.cells[column.id] ?? '', this.rows, row);
    const here = this.at.r === r && this.at.c === c;
    const fixed = column.type === 'fixed';
    return html`<td role="gridcell" data-col=${column.id} data-r=${r} data-c=${c} class="is-${column.type} ${bad ? 'bad' : ''} ${here ? 'here' : ''} ${inside(this.chosen, r, c) && this.to ? 'chosen' : ''}"
      aria-selected=${inside(this.chosen, r, c)} aria-readonly=${fixed} aria-invalid=${bad ? 'true' : nothing}>${here
        ? html`<input class="cell" aria-label=${`${column.label} ${r + 1}`} .value=${live(this.mode && this.field ? this.field.value : words)} ?readonly=${fixed} autocomplete="off" spellcheck="false" />${column.options && !fixed ? this.#picker(column, row) : nothing}`
        : html`<span>${words}</span>`}</td>`;
  }

  /** For a hand on a mouse: the words to choose from. */
  #picker(column, row) {
    return html`<select class="pick" tabindex="-1" aria-label=${column.label} @change=${({ target }) => this.take(filled(this.rows, this.typing, this.chosen, target.value))}>
      <option value=""></option>${column.options.map(([value, words]) => html`<option value=${value} .selected=${live(row.cells[column.id] === value)}>${words}</option>`)}</select>`;
  }

  /** Of the cell one is at, why it is not understood. */
  #said() {
    const row = this.rows[this.at.r];
    const column = this.typing[this.at.c];
    const code = row && column && flaw(column, row.cells[column.id] ?? '', this.rows, row);
    return code ? text(`grid.flaw.${code}`, { said: shown(column, row.cells[column.id], this.rows, row) }) : '';
  }

  updated() {
    const input = this.field;
    if (!this.grab || !input) return;
    this.grab = false;
    input.focus({ preventScroll: true });
    input.select();
    input.closest('td').scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  /** Goes to a cell, and takes the keys. */
  go(at, to = null) {
    const row = this.at.r;
    this.mode = '';
    this.at = at;
    this.to = to;
    this.grab = true;
    this.requestUpdate();
    if (row !== at.r) this.dispatchEvent(new CustomEvent('at', { detail: at.r }));
  }
}
