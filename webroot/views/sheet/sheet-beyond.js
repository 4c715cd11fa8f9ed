// What the file holds beside what one sees of the list: hidden rows, columns and sheets, other sheets, other tables. Nothing of it is
// taken or left out in silence. Events: `say` (detail: answers), `hide` (detail: {rows, out}).
import { nothing } from 'lit';
import { text } from '../../text/text.js';
import { Element } from '../part/element.js';
import { html } from '../part/html.js';

/** More places than these make no sentence. */
const NAMED = 30;

class SheetBeyond extends Element {
  static properties = { reading: { attribute: false }, answers: { attribute: false }, left: { attribute: false } };

  render() {
    const all = [this.#turned(), this.#rows(), this.#columns(), this.#tables(), this.#sheets()].filter((each) => each !== nothing);
    return all.length ? html`<section class="beyond note"><h3>${text('import.beyond')}</h3>${all}</section>` : nothing;
  }

  #turned() {
    return this.reading.turned ? html`<p>${text('import.beyond.turned')}</p>` : nothing;
  }

  #rows() {
    const { hiddenRows, projects } = this.reading;
    if (!hiddenRows.length) return nothing;
    const rows = projects.filter(({ row, updates }) => updates.length && hiddenRows.includes(row)).map(({ row }) => row);
    const out = rows.every((row) => this.left.has(row));
    const named = hiddenRows.slice(0, NAMED).join('、') + (hiddenRows.length > NAMED ? '…' : '');
    return html`<p>${text('import.beyond.rows', { n: hiddenRows.length, rows: named, of: rows.length })}
      ${rows.length ? html`<button type="button" data-act="hidden-rows" @click=${() => this.#event('hide', { rows, out: !out })}>${text(out ? 'import.beyond.rows.in' : 'import.beyond.rows.out')}</button>` : nothing}</p>`;
  }

  #columns() {
    const hidden = this.reading.columns.filter((column) => column.hidden && column.taken);
    return hidden.length ? html`<p>${text('import.beyond.columns')} ${hidden.map(({ letters, heading }) =>
      html`<button type="button" data-out=${letters} @click=${() => this.#event('say', { columns: { [letters]: '-' } })}>${text('import.beyond.column.out', { letters, heading })}</button> `)}</p>` : nothing;
  }

  #tables() {
    const { otherTables } = this.reading;
    return otherTables.length ? html`<p>${text('import.beyond.tables')} ${otherTables.slice(0, NAMED).map((row) =>
      html`<button type="button" data-table=${row} @click=${() => this.#event('say', { header: row })}>${text('import.beyond.table', { row })}</button> `)}</p>` : nothing;
  }

  #sheets() {
    const { sheets, hiddenSheets, sheet } = this.reading;
    const others = sheets.filter((name) => name !== sheet);
    const told = [['sheets', others.filter((name) => !hiddenSheets.includes(name))], ['hidden', others.filter((name) => hiddenSheets.includes(name))]].filter(([, names]) => names.length);
    return told.length ? told.map(([which, names]) => html`<p>${text(`import.beyond.${which}`)} ${names.map((name) =>
      html`<button type="button" data-sheet=${name} @click=${() => this.#event('say', { sheet: name })}>${name}</button> `)}</p>`) : nothing;
  }

  #event(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}
customElements.define('sheet-beyond', SheetBeyond);
