// A list of projects comes in: pasted or as a file, read beside the board, looked at, and only then told.
import { nothing } from 'lit';
import { text } from '../../text/text.js';
import { SheetImport } from '../../store/sheet-import.js';
import { Element } from '../part/element.js';
import { html } from '../part/html.js';
import { to } from '../part/link.js';
import '../sheet/sheet-beyond.js';
import '../sheet/sheet-columns.js';
import { faults } from '../sheet/sheet-faults.js';
import '../sheet/sheet-projects.js';
import '../sheet/sheet-questions.js';
import '../sheet/sheet-source.js';

class ImportDesk extends Element {
  static properties = { api: { attribute: false }, day: { type: String }, done: { state: true } };

  #sheet = null;

  willUpdate() {
    this.#sheet ??= new SheetImport(this.api, () => this.requestUpdate());
  }

  render() {
    const sheet = this.#sheet;
    return html`<h2>${text('import.title')}</h2><p class="keys">${text('import.how')}</p>
      ${sheet.source ? html`<p class="acts"><b>${sheet.source.name}</b> <button data-act="other" @click=${this.#other}>${text('import.other')}</button>${this.#sheets()}</p>`
        : html`<sheet-source ?busy=${sheet.busy} @source=${({ detail }) => sheet.open(detail)}></sheet-source>`}
      ${sheet.fault ? html`<p class="fault" role="alert">${sheet.fault}</p>` : nothing}
      ${sheet.busy && !sheet.reading ? html`<p class="quiet" role="status">${text('import.reading')}</p>` : nothing}
      ${sheet.reading ? this.#read(sheet) : nothing}`;
  }

  #sheets() {
    const { sheets = [], sheet } = this.#sheet.reading ?? {};
    return sheets.length > 1 ? html`<label>${text('import.sheet')}<select name="sheet" @change=${({ target }) => this.#sheet.say({ sheet: target.value })}>
      ${sheets.map((name) => html`<option ?selected=${name === sheet}>${name}</option>`)}</select></label>` : nothing;
  }

  #read(sheet) {
    const { reading, answers } = sheet;
    const say = ({ detail }) => sheet.say(detail);
    const told = [...sheet.told.values()].filter((each) => each === true).length;
    return html`${reading.format === 'history' ? html`<p class="note">${text('import.history')}</p>` : nothing}<sheet-questions .reading=${reading} .answers=${answers} day=${this.day} @say=${say}></sheet-questions>
      <sheet-beyond .reading=${reading} .answers=${answers} .left=${sheet.left} @say=${say} @hide=${({ detail }) => sheet.leave(detail.rows, detail.out)}></sheet-beyond>
      ${reading.columns.length ? html`<sheet-columns .reading=${reading} .answers=${answers} @say=${say}></sheet-columns>` : nothing}
      ${reading.projects.length ? html`<sheet-projects format=${reading.format} .projects=${reading.projects} .hidden=${new Set(reading.hiddenRows)} .told=${new Map(sheet.told)} .left=${sheet.left} @say=${say} @leave=${({ detail }) => sheet.leave([detail.row], detail.out)}></sheet-projects>`
        : reading.header.length ? html`<p class="empty">${text('import.none')}</p>` : nothing}
      ${this.#aside(reading)}${this.#tell(sheet, told)}`;
  }

  #aside({ format, skipped, faults: flaws }) {
    return skipped.length || flaws.length ? html`<details class="own" ?open=${flaws.length > 0}><summary>${text(format === 'oc4ids' ? 'import.aside.oc4ids' : 'import.aside', { n: skipped.length + flaws.length })}</summary>
      ${faults(flaws)}<ul class="flaws quiet">${skipped.map(({ row, why, text: stands }) => html`<li><b>${row}</b> ${text(`import.skipped.${why}`)} ${stands}</li>`)}</ul></details>` : nothing;
  }

  #tell(sheet, told) {
    const { length } = sheet.ready;
    const of = length + told;
    return html`<p class="tell-bar acts">${length || sheet.busy ? html`<button class="main" data-act="tell" ?disabled=${sheet.busy || sheet.unsaid.length > 0 || !length} @click=${() => sheet.tell()}>${text('import.tell', { n: length })}</button>` : nothing}
      <span role="status">${sheet.unsaid.length ? text('import.open') : told ? text('import.progress', { told, of }) : nothing}</span>
      ${told && !length && !sheet.busy ? html`<a class="link-button" href=${to({ page: 'projects' })}>${text('import.see')}</a>` : nothing}</p>`;
  }

  #other() {
    this.#sheet.clear();
  }
}
customElements.define('import-desk', ImportDesk);
