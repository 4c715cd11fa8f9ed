// A sheet of a form as it looks, with what is filled marked. Event: `pick` (detail: the place of a cell, B3).
import { nothing } from 'lit';
import { letters } from '../../store/form-mapping.js';
import { Element } from '../part/element.js';
import { html } from '../part/html.js';

/** A character of a workbook, in rem. */
const CHARACTER = 0.55;

class FormGrid extends Element {
  /** `marks`: {B3: word} of cells that stand out; `picks`: cells can be chosen. */
  static properties = { grid: { attribute: false }, marks: { attribute: false }, picks: { type: Boolean }, label: { type: String } };

  render() {
    const { grid } = this;
    const cells = new Map(grid.cells.map((cell) => [`${cell.row} ${cell.column}`, cell]));
    const { spans, covered } = areas(grid);
    const columns = range(grid.columns).filter((column) => grid.widths[column - 1]);
    return html`<div class="form-grid" tabindex="0" role="region" aria-label=${this.label}><table>
      <colgroup><col .style=${"width:2.2rem"} />${columns.map((column) => html`<col .style=${`width:${(grid.widths[column - 1] * CHARACTER).toFixed(2)}rem`} />`)}</colgroup>
      <thead><tr><th></th>${columns.map((column) => html`<th scope="col">${letters(column)}</th>`)}</tr></thead>
      <tbody>${range(grid.rows).map((row) => html`<tr><th scope="row">${row}</th>${columns.map((column) => (covered.has(`${row} ${column}`) ? nothing : this.#cell(row, column, cells.get(`${row} ${column}`), spans.get(`${row} ${column}`))))}</tr>`)}</tbody></table></div>`;
  }

  #cell(row, column, cell, span) {
    const place = `${letters(column)}${row}`;
    const mark = this.marks?.get(place);
    return html`<td data-cell=${place} class="${cell?.look ?? ''} ${cell?.bold ? 'bold' : ''} ${cell?.formula ? 'formula' : ''} ${mark ? `mark-${mark}` : ''}" rowspan=${span?.rows ?? 1} colspan=${span?.columns ?? 1}
      @click=${this.picks ? () => this.dispatchEvent(new CustomEvent('pick', { detail: place })) : null}>${cell?.text ?? nothing}</td>`;
  }
}
customElements.define('form-grid', FormGrid);

const range = (n) => Array.from({ length: n }, (_, i) => i + 1);

/** A column that nobody sees takes no place in what is merged over it. */
function areas({ merged, widths }) {
  const spans = new Map();
  const covered = new Set();
  for (const { row, column, rows, columns } of merged) {
    const shown = range(columns).filter((i) => widths[column + i - 2]).length;
    spans.set(`${row} ${column}`, { rows, columns: Math.max(1, shown) });
    for (let r = row; r < row + rows; r += 1) for (let c = column; c < column + columns; c += 1) if (r !== row || c !== column) covered.add(`${r} ${c}`);
  }
  return { spans, covered };
}
