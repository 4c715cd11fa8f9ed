// The ledger, entry by entry, newest first: by project, kind, author, days and words.
import { html, nothing } from 'lit';
import { fullDate, dayOf, minuteTime } from '../text/dates.js';
import { named, text } from '../text/text.js';
import { Element } from './element.js';
import { by, said } from './words.js';

const PAGE = 50;

class LedgerDesk extends Element {
  static properties = { api: { attribute: false }, cards: { attribute: false }, entries: { state: true }, more: { state: true }, fault: { state: true } };

  constructor() {
    super();
    this.entries = [];
    this.filter = {};
  }

  connectedCallback() {
    super.connectedCallback();
    this.#find();
  }

  render() {
    const cards = new Map(this.cards.map((card) => [card.id, card]));
    return html`<h2>${text('ledger.title')}</h2>
      <form class="filter" @submit=${(event) => { event.preventDefault(); this.filter = Object.fromEntries(new FormData(event.target)); this.#find(); }}>
        <label>${text('access.project')}<select name="project"><option value="">${text('ledger.all')}</option>${this.cards.map(({ id, name }) => html`<option value=${id}>${named(name)}</option>`)}</select></label>
        <label>${text('ledger.text')}<input name="text" maxlength="60" /></label>
        <label>${text('ledger.by')}<input name="by" pattern="[a-z0-9]+(-[a-z0-9]+)*" /></label>
        <label>${text('ledger.from')}<input type="date" name="from" /></label><label>${text('ledger.to')}<input type="date" name="to" /></label>
        <button class="main">${text('ledger.find')}</button></form>
      ${this.fault ? html`<p class="fault" role="alert">${this.fault}</p>` : nothing}
      <table class="ledger"><tbody>${this.entries.map((entry) => html`<tr data-entry=${entry.seq}><td>${entry.seq}</td><td>${fullDate(dayOf(entry.at))} ${minuteTime(Date.parse(entry.at))}</td>
        <td>${by(entry.by)}<small>${text(`role.${entry.by.role}`)}</small></td><td>${entry.project ? named(cards.get(entry.project)?.name) || entry.project : ''}
        <small>${said(entry, cards.get(entry.project))}${entry.update.note ? ` · ${entry.update.note}` : ''}</small></td></tr>`)}</tbody></table>
      ${this.more ? html`<button data-act="more" @click=${() => this.#find(this.entries.at(-1).seq)}>${text('ledger.more')}</button>` : nothing}`;
  }

  async #find(before = null) {
    const asked = new URLSearchParams({ order: 'desc', limit: PAGE, ...Object.fromEntries(Object.entries(this.filter).filter(([, value]) => value)), ...(before && { before }) });
    try {
      const { entries } = await this.api.get(`/api/entries?${asked}`);
      this.entries = before ? [...this.entries, ...entries] : entries;
      this.more = entries.length === PAGE;
      this.fault = null;
    } catch (problem) {
      this.fault = problem.message;
    }
  }
}
customElements.define('ledger-desk', LedgerDesk);
