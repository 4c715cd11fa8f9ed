// Who came in, who was refused and what was taken away, newest first: by person, kind, address and days. For the office.
import { nothing } from 'lit';
import { dayOf, fullDate, minuteTime } from '../../text/dates.js';
import { text, texts } from '../../text/text.js';
import { Element } from '../part/element.js';
import { html } from '../part/html.js';

const PAGE = 100;
const KINDS = texts('access-log.kind.');
const when = ({ at }) => `${fullDate(dayOf(at))} ${minuteTime(Date.parse(at))}`;

class AccessLog extends Element {
  static properties = { api: { attribute: false }, people: { attribute: false }, rows: { state: true }, more: { state: true }, fault: { state: true } };

  #asked = {};

  render() {
    const { people = [], rows } = this;
    const names = new Map(people.map(({ person, name }) => [person, name]));
    return html`<details class="access-log" @toggle=${({ target }) => { if (target.open && !this.rows) this.#find(); }}><summary>${text('access-log.title')}</summary>
      <p class="quiet">${text('access-log.lead')}</p>
      <form class="filter" @submit=${(event) => { event.preventDefault(); this.#asked = Object.fromEntries(new FormData(event.target)); this.#find(); }}>
        <label>${text('access-log.who')}<select name="who"><option value="">${text('ledger.all')}</option>${people.map(({ person, name }) => html`<option value=${person}>${name}</option>`)}</select></label>
        <label>${text('access-log.kind')}<select name="kind"><option value="">${text('ledger.all')}</option>${KINDS.map(([kind, words]) => html`<option value=${kind}>${words}</option>`)}</select></label>
        <label>${text('access-log.address')}<input name="address" /></label>
        <label>${text('ledger.from')}<input type="date" name="from" /></label><label>${text('ledger.to')}<input type="date" name="to" /></label>
        <button data-act="find">${text('ledger.find')}</button></form>
      ${this.fault ? html`<p class="fault" role="alert">${this.fault}</p>` : nothing}
      <table class="ledger"><tbody>${(rows ?? []).map((row) => this.#row(row, names))}</tbody></table>
      ${rows?.length === 0 ? html`<p class="quiet">${text('ledger.nothing')}</p>` : nothing}
      ${this.more ? html`<button data-act="more" @click=${() => this.#find(rows[rows.length - 1].id)}>${text('ledger.more')}</button>` : nothing}</details>`;
  }

  #row(row, names) {
    const { id, kind, who, role, address, what, times } = row;
    return html`<tr data-row=${id}><td>${when(row)}</td><td>${who ? names.get(who) ?? who : text('access-log.nobody')}<small>${role ? text(`role.${role}`) : ''}</small></td>
      <td><b>${text(`access-log.kind.${kind}`)}</b>${times > 1 ? ` · ${text('access-log.times', { n: times })}` : ''}${what ? html`<small>${what}</small>` : nothing}</td><td>${address}</td></tr>`;
  }

  async #find(before = null) {
    const query = new URLSearchParams(Object.entries({ ...this.#asked, limit: PAGE, before }).filter(([, value]) => value));
    try {
      const { rows } = await this.api.get(`/api/access-log?${query}`);
      this.rows = before ? [...this.rows, ...rows] : rows;
      this.more = rows.length === PAGE;
      this.fault = null;
    } catch (problem) {
      this.fault = problem.message;
    }
  }
}
customElements.define('access-log', AccessLog);
