// What the office agrees for the board as a whole: its name and address, how totals weigh the projects, the working days of a year, by which hash entries are sealed; and
// which projects left it, to be brought back.
import { nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { named, text } from '../../text/text.js';
import '../form/act-form.js';
import { Element } from '../part/element.js';
import { html } from '../part/html.js';

const KINDS = ['board-opened', 'address-named', 'operator-named', 'weighting-chosen', 'calendar-adopted', 'seal-chosen', 'access-agreed'];
/** Until something is agreed. */
const OPEN = { secondFactor: 'none', idleMinutes: 10_080, passwordLength: 10, logDays: 180, duties: 'apart' };

class BoardDesk extends Element {
  static properties = {
    api: { attribute: false }, board: { attribute: false }, seq: { type: Number }, day: { type: String },
    open: { state: true }, saved: { state: true }, archive: { state: true }, years: { state: true }, address: { state: true }, operator: { state: true }, named: { state: true }, hash: { state: true }, access: { state: true }, fault: { state: true },
  };

  constructor() {
    super();
    this.archive = [];
  }

  updated(changed) {
    if (changed.has('seq')) this.#load();
  }

  render() {
    const { title, totals } = this.board;
    const said = { 'board-opened': named(title.name), 'address-named': this.address ?? text('board.address.none'), 'operator-named': this.operator ? `${this.operator.organisation} ${this.operator.department ?? ''}` : text('operator.none'), 'weighting-chosen': text(`weighting.${totals.weighting}`), 'calendar-adopted': this.#calendar(),
      'seal-chosen': text(`hash.${this.hash ?? 'sha-256'}`), 'access-agreed': `${text('field.secondFactor')}${text('join.that')}${text(`secondFactor.${(this.access ?? OPEN).secondFactor}`)}` };
    return html`<h2>${text('nav.board')}</h2>
      <ul class="settings">${KINDS.map((kind) => html`<li><b>${text(`tell.${kind}`)}</b><span>${said[kind]}</span>
        <button data-tell=${kind} @click=${() => this.#open(kind)}>${text('people.edit')}</button>${this.open === kind ? this.#form(kind) : nothing}</li>`)}</ul>
      ${this.saved ? html`<p class="saved" role="status">${text('desk.saved', { seq: this.saved })}</p>` : nothing}
      <h3 class="heading">${text('board.archive')}</h3>
      ${this.fault ? html`<p class="fault" role="alert">${this.fault}</p>` : nothing}
      ${this.archive.length ? html`<ul class="settings">${this.archive.map((project) => html`<li data-archived=${project.id}><b>${named(project.name)}</b><span></span>
        <button data-tell="project-restored" @click=${() => this.#open(project.id)}>${text('tell.project-restored')}</button>
        ${this.open === project.id ? this.#form('project-restored', project) : nothing}</li>`)}</ul>` : html`<p class="quiet">${text('board.archive.none')}</p>`}`;
  }

  #form(kind, card = null) {
    // A board that is a demonstration stays one whatever its name.
    const fixed = kind === 'board-opened' && this.board.title.demo ? { demo: true } : {};
    if (!card && !this.years) return nothing; // not yet read
    return keyed(`${kind} ${card?.id}`, html`<act-form .kind=${kind} .card=${card} .facts=${card ? null : this.#facts(this)} .read=${card ? null : () => this.#now()} .fixed=${fixed} .api=${this.api} .day=${this.day}
      @close=${() => { this.open = null; }} @told=${({ detail }) => { this.open = null; this.saved = detail; }}></act-form>`);
  }

  #open(what) {
    this.saved = null;
    this.open = this.open === what ? null : what;
  }

  /** What is agreed, as the forms change it. */
  #facts({ years, address, operator, named: opened, hash, access }) {
    const { title, totals } = this.board;
    return { name: title.name, county: opened?.county, town: opened?.town, address, operator: operator ?? {}, weighting: totals.weighting, hash: hash ?? 'sha-256', access: access ?? OPEN, years };
  }

  async #now() {
    return this.#facts(await this.#agreed());
  }

  /** The address, and year → its arrangement, by the newest entry of each. */
  async #agreed() {
    const [calendars, addresses, hashes, agreed, operators, opened] = await Promise.all([this.api.get('/api/entries?kind=calendar-adopted&order=desc&limit=500'),
      this.api.get('/api/entries?kind=address-named&order=desc&limit=1'), this.api.get('/api/entries?kind=seal-chosen&order=desc&limit=1'),
      this.api.get('/api/entries?kind=access-agreed&order=desc&limit=1'), this.api.get('/api/entries?kind=operator-named&order=desc&limit=1'), this.api.get('/api/entries?kind=board-opened&order=desc&limit=1')]);
    const years = {};
    for (const { update: { year, off, on } } of calendars.entries) years[year] ??= { off, on };
    return { years, address: addresses.entries[0]?.update.address, hash: hashes.entries[0]?.update.hash, access: agreed.entries[0]?.update, operator: operators.entries[0]?.update, named: opened.entries[0]?.update };
  }

  /** Which years are arranged, with their days: a year without any is seen as such. */
  #calendar() {
    const known = Object.entries(this.years ?? {});
    return known.length ? known.map(([year, { off, on }]) => text('board.year', { year, off: off.length, on: on.length })).join(text('join.clause')) : text('board.calendar');
  }

  async #load() {
    try {
      const [{ projects }, { years, address, hash, access, operator, named: opened }] = await Promise.all([this.api.get('/api/archive'), this.#agreed()]);
      this.archive = projects;
      this.years = years;
      this.address = address;
      this.hash = hash;
      this.access = access;
      this.operator = operator;
      this.named = opened;
      this.fault = null;
    } catch (problem) {
      this.fault = problem.message;
    }
  }
}
customElements.define('board-desk', BoardDesk);
