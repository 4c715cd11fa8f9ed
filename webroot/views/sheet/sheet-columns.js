// What each column of a list means, to be set right; what is said once is known the next time. Event: `say` (detail: answers).
import { nothing } from 'lit';
import { text } from '../../text/text.js';
import { Element } from '../part/element.js';
import { html } from '../part/html.js';

export const MONEY = new Set(['total', 'land-cost', 'before', 'planned', 'completed', 'fixed', 'contract']);
const YEARLY = new Set(['planned', 'before', 'year-work']);
const MONTHLY = new Set(['completed', 'fixed']);
export const FIELDS = ['name', 'code', 'sector', 'nature', 'stage', 'owner', 'unit', 'lead', 'contact', 'place', 'content', 'owner-code', 'tier', 'land', 'listed', 'approval', 'land-permit', 'planning-permit', 'construction-permit', 'span', 'begins', 'ends', 'started', 'finished', 'total', 'land-cost', 'before', 'year-work', 'planned', 'completed', 'fixed', 'step', 'known', 'forecast', 'actual'];

class SheetColumns extends Element {
  static properties = { reading: { attribute: false }, answers: { attribute: false } };

  render() {
    const { columns, header } = this.reading;
    const unknown = columns.filter(({ known }) => !known).length;
    return html`<details class="own" ?open=${unknown > 0 || !columns.some(({ field }) => field === 'name')}>
      <summary>${text('import.columns', { n: columns.length })} ${unknown ? html`<small class="flag">${text('import.columns.unknown', { n: unknown })}</small>` : nothing}</summary>
      <p class="keys">${text('import.columns.how', { rows: header.join('–') })}</p>
      <table class="columns-read"><thead><tr><th>${text('import.column')}</th><th>${text('import.heading')}</th><th>${text('import.samples')}</th><th>${text('import.means')}</th></tr></thead>
        <tbody>${[...columns].sort((a, b) => a.known - b.known).map((column) => this.#row(column))}</tbody></table></details>`;
  }

  #row({ letters, heading, field, known, taken, unit, year, month, hidden, samples }) {
    const said = this.answers.columns[letters];
    const chosen = said ?? (taken ? field : known ? '-' : '');
    return html`<tr data-column=${letters} class=${known ? '' : 'unknown'}><td>${letters}</td>
      <td>${heading || html`<small>${text('import.heading.none')}</small>`}${hidden ? html` <small>${text('import.hidden')}</small>` : nothing}</td><td class="samples">${samples.join(' · ')}</td>
      <td><select aria-label=${text('import.means.of', { heading })} @change=${({ target }) => this.#say({ columns: { [letters]: target.value } })}>
        ${known ? nothing : html`<option value="" ?selected=${chosen === ''}>${text('import.unknown')}</option>`}
        ${FIELDS.map((each) => html`<option value=${each} ?selected=${each === chosen}>${text(`import.field.${each}`)}</option>`)}
        <option value="-" ?selected=${chosen === '-'}>${text('import.field.none')}</option></select>
        <small>${taken ? [MONEY.has(field) && unit && text(`unit.${unit}`), YEARLY.has(field) && year, MONTHLY.has(field) && month && `${year}-${String(month).padStart(2, '0')}`].filter(Boolean).join(' · ')
          : field && !said ? text(`import.not.${field}`) : ''}</small></td></tr>`;
  }

  #say(detail) {
    this.dispatchEvent(new CustomEvent('say', { detail }));
  }
}
customElements.define('sheet-columns', SheetColumns);
