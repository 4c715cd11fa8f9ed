// A plan out of a schedule file of another program: what the file is, what of it becomes milestones, and what that would change.
// It fills the rows of the plan's editor, which tells them. Event: `rows` (detail: rows of the editor).
import { nothing } from 'lit';
import { ScheduleImport } from '../../store/schedule-import.js';
import { text } from '../../text/text.js';
import { Element } from '../part/element.js';
import { html } from '../part/html.js';
import { rowsIn, rowsOf } from './plan-rows.js';
import { scheduleChoices } from './schedule-choices.js';
import { scheduleLines } from './schedule-lines.js';

const ACCEPT = '.mpp,.mpt,.xml,.xer,.gan';

/** The milestones of the file, and, while a plan is being made, those that it has already. */
function rowsFrom({ lines, gone, again }, card) {
  const known = rowsOf(card);
  const kept = new Set(again ? [] : gone.map(({ milestone }) => milestone));
  return [...known.filter(({ id }) => kept.has(id)), ...rowsIn(lines, new Set(known.map(({ id }) => id)))];
}

class ScheduleImportView extends Element {
  static properties = { api: { attribute: false }, card: { attribute: false } };

  #import = null;

  willUpdate() {
    this.#import ??= new ScheduleImport(this.api, this.card.id, () => this.requestUpdate());
  }

  updated() {
    const dialog = this.querySelector('dialog');
    if (dialog && !dialog.open) dialog.showModal();
  }

  render() {
    const { file } = this.#import;
    return html`<p class="acts"><label class="link-button"><span>${text('schedule.open')}</span><input type="file" hidden accept=${ACCEPT} @change=${this.#file} /></label>
      <small class="quiet">${text('schedule.kinds')}</small></p>${file ? this.#dialog(file) : nothing}`;
  }

  /** Nothing in here is a field of the form around it, or a key that it knows. */
  #dialog(file) {
    const { reading, fault, busy } = this.#import;
    const stop = (event) => event.stopPropagation();
    return html`<dialog class="schedule" aria-label=${text('schedule.title')} @close=${() => this.#import.clear()} @input=${stop} @keydown=${stop}>
      <h3>${text('schedule.title')} <small>${file.name}</small></h3>
      ${fault ? html`<p class="fault" role="alert">${fault}</p>` : nothing}
      ${reading ? this.#read(reading) : busy ? html`<p class="quiet" role="status">${text('import.reading')}</p>` : nothing}
      <p class="acts"><button type="button" data-act="schedule-close" @click=${({ target }) => target.closest('dialog').close()}>${text('schedule.close')}</button>
        ${reading?.lines.length ? html`<button type="button" class="main" data-act="schedule-fill" ?disabled=${busy} @click=${this.#fill}>${text('schedule.fill', { n: reading.lines.length })}</button>
          <small>${text(reading.again ? 'schedule.fill.again' : 'schedule.fill.how')}</small>` : nothing}</p></dialog>`;
  }

  #read(reading) {
    return html`${scheduleChoices(reading, (more) => this.#import.choose(more))}
      ${reading.lines.length ? scheduleLines(reading) : nothing}
      ${reading.left.length ? html`<details class="own"><summary>${text('schedule.left')}</summary><ul class="flaws quiet">${reading.left.map(({ why, count, names }) =>
        html`<li><b>${text(`schedule.left.${why}`, { n: count })}</b> ${names.join(text('join.and'))}${names.length && names.length < count ? '…' : ''}</li>`)}</ul></details>` : nothing}`;
  }

  #file({ target }) {
    const [file] = target.files;
    if (file) this.#import.open(file);
    target.value = ''; // the same file again, corrected, is another
  }

  #fill() {
    const rows = rowsFrom(this.#import.reading, this.card);
    this.querySelector('dialog').close();
    this.dispatchEvent(new CustomEvent('rows', { detail: rows }));
  }
}
customElements.define('schedule-import', ScheduleImportView);
