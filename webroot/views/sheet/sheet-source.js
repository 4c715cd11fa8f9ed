// Where a list comes from: cells that are pasted, a file that is chosen or dropped. Event: `source` (detail: {name, type, body}).
import { text } from '../../text/text.js';
import { Element } from '../part/element.js';
import { html } from '../part/html.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** Browsers call the same file differently, or not at all; the server tells by its bytes. */
const TYPES = new Set([XLSX, 'application/vnd.ms-excel', 'text/csv', 'text/plain']);

class SheetSource extends Element {
  static properties = { busy: { type: Boolean }, over: { state: true } };

  render() {
    return html`<section class="source ${this.over ? 'over' : ''}" @dragover=${this.#over} @dragleave=${() => { this.over = false; }} @drop=${this.#dropped}>
      <label><span>${text('import.paste')}</span><textarea name="cells" rows="5" placeholder=${text('import.paste.hint')} @paste=${this.#pasted} ?disabled=${this.busy}></textarea></label>
      <p class="acts"><button type="button" class="main" data-act="read" ?disabled=${this.busy} @click=${this.#typed}>${text('import.read')}</button>
        <label class="link-button">${text('import.file')}<input type="file" hidden accept=".xlsx,.xls,.csv,.txt,.tsv,.json,.jsonl,.ndjson" @change=${({ target }) => this.#file(target.files[0], target)} /></label>
        <small>${text('import.kinds')}</small></p></section>`;
  }

  #over(event) {
    event.preventDefault();
    this.over = true;
  }

  #dropped(event) {
    event.preventDefault();
    this.over = false;
    this.#file(event.dataTransfer.files[0]);
  }

  /** The cells themselves: what a browser would put into the field may be a picture of them. */
  #pasted(event) {
    const cells = event.clipboardData.getData('text/plain');
    if (!cells.trim()) return;
    event.preventDefault();
    event.target.value = cells;
    this.#text(cells);
  }

  #typed() {
    const field = this.querySelector('textarea');
    if (field.value.trim()) this.#text(field.value);
    else field.focus();
  }

  #text(cells) {
    this.#say({ name: text('import.pasted'), type: 'text/plain', body: cells });
  }

  #file(file, input) {
    if (!file) return;
    this.#say({ name: file.name, type: TYPES.has(file.type) ? file.type : 'application/octet-stream', body: file });
    if (input) input.value = ''; // the same file again, corrected, is another
  }

  #say(detail) {
    this.dispatchEvent(new CustomEvent('source', { detail }));
  }
}
customElements.define('sheet-source', SheetSource);
