// Project by project: what the list says that the board does not know, what was not understood, and which project is meant where
// a name is only nearly one's. Events: `say` (detail: answers), `leave` (detail: {row, out}).
import { nothing } from 'lit';
import { fullDate } from '../../text/dates.js';
import { amount } from '../../text/numbers.js';
import { opening, text } from '../../text/text.js';
import { Element } from '../part/element.js';
import { html } from '../part/html.js';
import { to } from '../part/link.js';
import { MONEY } from './sheet-columns.js';
import { faults } from './sheet-faults.js';

const STATES = ['new', 'changed', 'unclear', 'same'];
/** More are shown when somebody asks for them. */
const PAGE = 60;
const WORDS = new Set(['sector', 'stage', 'tier', 'listed']);
const DAYS = new Set(['begins', 'ends', 'started', 'finished', 'due', 'met']);

function value(field, said) {
  if (MONEY.has(field)) return text('facts.wan', amount(said));
  if (DAYS.has(field)) return fullDate(said);
  if (WORDS.has(field)) return opening(text(`${field}.${said}`));
  if (field === 'land') return text('facts.mu.of', { n: said });
  if (field === 'site') return `${said.latitude}, ${said.longitude}`;
  return said;
}

class SheetProjects extends Element {
  static properties = { projects: { attribute: false }, format: { type: String }, hidden: { attribute: false }, told: { attribute: false }, left: { attribute: false }, state: { state: true }, most: { state: true } };

  constructor() {
    super();
    this.state = null;
    this.most = PAGE;
  }

  render() {
    const { projects } = this;
    const shown = projects.filter(({ state }) => !this.state || state === this.state).sort((a, b) => STATES.indexOf(a.state) - STATES.indexOf(b.state) || a.row - b.row);
    return html`<div class="choices" role="group" aria-label=${text('import.states')}>${STATES.map((state) => [state, projects.filter((each) => each.state === state).length]).filter(([, n]) => n).map(([state, n]) =>
      html`<button data-state=${state} aria-pressed=${this.state === state} class=${this.state === state ? 'chosen' : ''} @click=${() => { this.state = this.state === state ? null : state; }}>${text(`import.state.${state}`)} ${n}</button>`)}</div>
      <ul class="proposals">${shown.slice(0, this.most).map((project) => this.#project(project))}</ul>
      ${shown.length > this.most ? html`<p><button data-act="more" @click=${() => { this.most += 10 * PAGE; }}>${text('import.more', { n: shown.length - this.most })}</button></p>` : nothing}`;
  }

  #project(project) {
    const { row, name, id, state, changes, updates, faults: flaws, candidates } = project;
    const told = this.told.get(row);
    const can = updates.length > 0 && told !== true;
    return html`<li data-row=${row} data-state=${told === true ? 'told' : state}><h3>
        ${can ? html`<input type="checkbox" ?checked=${!this.left.has(row)} aria-label=${text('import.take', { name })} @change=${({ target }) => this.#event('leave', { row, out: !target.checked })} />` : nothing}
        ${told === true || state === 'same' ? html`<a href=${to({ page: 'projects', project: id })}>${name}</a>` : name}
        <small class="badge">${text(told === true ? 'import.told' : `import.state.${state}`)}</small> <small>${text(this.format === 'oc4ids' ? 'import.project' : 'import.row', { row })}</small>${this.hidden.has(row) ? html` <small class="badge flag">${text('import.row.hidden')}</small>` : nothing}</h3>
      ${changes.length ? html`<dl>${changes.map(({ field, before, after, of }) => html`<div><dt>${text(field === 'name' ? 'field.aliases' : `import.field.${field}`)}${of ? ` · ${of}` : ''}</dt>
        <dd>${before === undefined ? value(field, after) : html`<s>${value(field, before)}</s> → ${value(field, after)}`}</dd></div>`)}</dl>` : nothing}
      ${candidates.length ? html`<p class="acts">${candidates.map((each) => html`<button data-same=${each.id} @click=${() => this.#event('say', { same: { [row]: each.id } })}>${text('import.same', each)}</button>`)}
        <button data-same="new" @click=${() => this.#event('say', { same: { [row]: 'new' } })}>${text('import.same.not')}</button></p>` : nothing}
      ${faults(flaws)}${typeof told === 'string' ? html`<p class="fault" role="alert">${told}</p>` : nothing}</li>`;
  }

  #event(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}
customElements.define('sheet-projects', SheetProjects);
