// The tables that offices upward ask for: one is chosen, looked at as it will be sent, and taken as a workbook. What it lacks is
// named above it, with what does not add up.
import { nothing } from 'lit';
import { Refresh } from '../../store/refresh.js';
import { language, text } from '../../text/text.js';
import { Acting } from '../part/acting.js';
import { html } from '../part/html.js';
import { paperAt } from '../part/link.js';
import { take } from '../part/take.js';
import './burden-line.js';
import './forms-desk.js';

const NUMBERS = ['money', 'percent', 'count', 'quantity'];
const MONTHS = 24;

class TablesDesk extends Acting {
  /** `asked`: {table, month, asOf} of the address. Event: `ask` (detail: what it says now). */
  static properties = { api: { attribute: false }, cards: { attribute: false }, day: { type: String }, rev: { type: Number }, asked: { attribute: false }, audits: { type: Boolean }, all: { state: true }, table: { state: true }, taking: { state: true } };

  #refresh = new Refresh(() => this.#look());
  #path = null;

  async connectedCallback() {
    super.connectedCallback();
    await this.attempt(async () => {
      this.all = (await this.api.get(`/api/tables?lang=${language}`)).tables;
    });
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#refresh.end();
  }

  willUpdate(changed) {
    if (changed.get('rev') !== undefined && this.#asOf === this.day) this.#refresh.moved();
  }

  updated() {
    if (this.all && this.#address() !== this.#path) {
      this.#path = this.#address();
      this.#look();
    }
  }

  get #asOf() {
    return this.asked?.asOf ?? this.day;
  }

  get #month() {
    return this.asked?.month ?? this.table?.month ?? this.#asOf.slice(0, 7);
  }

  get #chosen() {
    return this.all.find(({ id }) => id === this.asked?.table)?.id ?? this.all[0].id;
  }

  #address(file = '') {
    return `/api/tables/${this.#chosen}${file}?${new URLSearchParams({ asOf: this.#asOf, ...(this.asked?.month && { month: this.asked.month }), lang: language })}`;
  }

  render() {
    return html`<h2>${text('nav.tables')}</h2>
      ${this.all ? this.#choices() : nothing}
      ${this.refusal}
      ${this.table ? this.#shown(this.table) : nothing}
      ${this.table ? html`<forms-desk .api=${this.api} .cards=${this.cards} month=${this.#month} asOf=${this.#asOf} ?edits=${this.audits}></forms-desk>
      <burden-line .api=${this.api} month=${this.#month}></burden-line>` : nothing}
      <p class="choices papers"><span>${text('paper.title')}</span>
        <a class="link-button" data-act="bulletin" href=${paperAt('bulletin', { asOf: this.asked?.asOf })}>${text('paper.bulletin')}</a></p>
      <p class="choices exchange"><span>${text('exchange.title')}</span>
        <button data-act="oc4ids" ?disabled=${this.taking} @click=${() => this.#take(`/api/oc4ids?asOf=${this.#asOf}`, `oc4ids-${this.#asOf}.json`)}>${text('exchange.oc4ids')}</button>
        ${this.audits ? html`<button data-act="ledger" ?disabled=${this.taking} @click=${() => this.#take('/api/ledger/csv', `${text('nav.ledger')}.csv`)}>${text('exchange.ledger')}</button>` : nothing}</p>`;
  }

  #choices() {
    return html`<div class="choices tables">
      <label>${text('tables.which')} <select name="table" @change=${({ target }) => this.#ask({ table: target.value })}>${this.all.map(({ id, title }) =>
        html`<option value=${id} ?selected=${id === this.#chosen}>${title}</option>`)}</select></label>
      <label>${text('tables.month')} <select name="month" @change=${({ target }) => this.#ask({ month: target.value })}>${this.#months().map((month) =>
        html`<option value=${month} ?selected=${month === this.#month}>${month}</option>`)}</select></label>
      <label>${text('tables.asOf')} <input type="date" name="asOf" max=${this.day} .value=${this.#asOf} @change=${({ target }) => this.#ask({ asOf: target.value || this.day, month: undefined })} /></label>
      <button class="main" data-act="download" ?disabled=${!this.table || this.taking} @click=${() => this.#take(this.#address('/xlsx'), `${this.table.title} ${this.#month}.xlsx`)}>${text('tables.download')}</button></div>`;
  }

  #months() {
    const [year, month] = this.#asOf.split('-').map(Number);
    return Array.from({ length: MONTHS }, (_, i) => new Date(Date.UTC(year, month - 1 - i, 1)).toISOString().slice(0, 7));
  }

  #shown({ title, headings, rows, total, gaps, faults }) {
    if (!rows.length) return html`<p class="empty">${text('tables.empty')}</p>`;
    return html`<div class="lacks">
        ${faults.length ? html`<details class="faults" open><summary>${text('tables.faults')}</summary><ul>${faults.map(({ project, said }) => html`<li>${project}${text('join.that')}${said}</li>`)}</ul></details>` : nothing}
        ${gaps.length ? html`<details class="gaps"><summary>${text('tables.gaps')}</summary><ul>${gaps.map(({ heading, missing, first }) =>
          html`<li>${text('tables.gap', { heading, missing, first: first.join(text('join.and')), more: missing > first.length ? text('tables.more') : '' })}</li>`)}</ul></details>` : nothing}
        ${faults.length || gaps.length ? nothing : html`<p class="full">${text('tables.full')}</p>`}</div>
      <div class="sheet-of" tabindex="0" role="region" aria-label=${title}><table class="form"><caption>${title}</caption>${this.#head(headings)}
        <tbody>${rows.map((row) => html`<tr>${row.map((cell, i) => this.#cell(cell, headings[i]))}</tr>`)}</tbody>
        ${total ? html`<tfoot><tr>${total.map((cell, i) => this.#cell(cell, headings[i]))}</tr></tfoot>` : nothing}</table></div>`;
  }

  #head(headings) {
    if (!headings.some(({ group }) => group)) return html`<thead><tr>${headings.map(({ heading }) => html`<th scope="col">${heading}</th>`)}</tr></thead>`;
    const groups = [];
    for (const each of headings) {
      const last = groups[groups.length - 1];
      if (each.group && last?.group === each.group) last.span += 1;
      else groups.push({ ...each, span: 1 });
    }
    return html`<thead><tr>${groups.map(({ group, heading, span }) => (group ? html`<th scope="colgroup" colspan=${span}>${group}</th>` : html`<th scope="col" rowspan="2">${heading}</th>`))}</tr>
      <tr>${headings.filter(({ group }) => group).map(({ heading }) => html`<th scope="col">${heading}</th>`)}</tr></thead>`;
  }

  #cell(cell, { kind }) {
    return html`<td class=${NUMBERS.includes(kind) ? 'number' : kind}>${typeof cell === 'number' ? cell.toLocaleString('en-US', { maximumFractionDigits: 4 }) : cell ?? nothing}</td>`;
  }

  #ask(more) {
    this.dispatchEvent(new CustomEvent('ask', { detail: { ...this.asked, ...more } }));
  }

  async #look() {
    const path = this.#path;
    await this.attempt(async () => {
      const table = await this.api.get(path);
      if (path === this.#path) this.table = table;
    });
  }

  async #take(path, name) {
    this.taking = true;
    await this.attempt(() => take(this.api, path, name));
    this.taking = false;
  }
}
customElements.define('tables-desk', TablesDesk);
