// Safety in the form of the work report: the year in a sentence, by month, by project; to print.
import { nothing } from 'lit';
import { monthOf } from '../../text/dates.js';
import { named, text } from '../../text/text.js';
import { Refresh } from '../../store/refresh.js';
import { Element } from '../part/element.js';
import { html } from '../part/html.js';

const YEARS = 5;

class SafetyDesk extends Element {
  static properties = { api: { attribute: false }, day: { type: String }, rev: { type: Number }, report: { state: true }, fault: { state: true } };

  #refresh = new Refresh(() => this.#look(this.report?.year ?? this.#now));

  connectedCallback() {
    super.connectedCallback();
    this.#look(this.#now);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#refresh.end();
  }

  willUpdate(changed) {
    if (changed.get('rev') !== undefined) this.#refresh.moved();
  }

  get #now() {
    return Number(this.day.slice(0, 4));
  }

  render() {
    const { report } = this;
    return html`<h2>${text('safety.title')}</h2>
      <div class="choices"><select aria-label=${text('field.year')} @change=${({ target }) => this.#look(Number(target.value))}>
        ${Array.from({ length: YEARS }, (_, i) => this.#now - i).map((year) => html`<option value=${year} ?selected=${year === report?.year}>${year}</option>`)}</select>
        <button @click=${() => print()}>${text('meeting.print')}</button></div>
      ${this.fault ? html`<p class="fault" role="alert">${this.fault}</p>` : nothing}
      ${report ? html`<article class="paper">${this.#sentence(report)}
        ${report.projects.length ? html`${this.#table('safety.month', Object.entries(report.months).map(([month, line]) => ({ name: monthOf(new Date(`${month}-01`)), line, id: month })), report)}
        ${this.#table('access.project', report.projects.map(({ project, name, line, open }) => ({ name: named(name), line, open, id: project })), report)}` : nothing}</article>` : nothing}`;
  }

  #sentence({ year, total, open }) {
    if (!total.found && !total.notices && !total.rectified) return html`<p class="sentence">${text('safety.none', { year })}</p>`;
    return html`<p class="sentence">${text('safety.sentence', { year, ...total })}${open ? text('safety.left', { open }) : text('safety.all')}</p>`;
  }

  #table(heading, rows, { total, open }) {
    const left = rows.some((row) => row.open !== undefined);
    const line = ({ found, notices, rectified }, still) => html`<td>${found}</td><td>${notices}</td><td>${rectified}</td>${left ? html`<td>${still}</td>` : nothing}`;
    return html`<table class="sums"><thead><tr><th>${text(heading)}</th><th>${text('safety.found')}</th><th>${text('safety.notices')}</th><th>${text('safety.rectified')}</th>
        ${left ? html`<th>${text('safety.open')}</th>` : nothing}</tr></thead>
      <tbody>${rows.map((row) => html`<tr data-line=${row.id}><th>${row.name}</th>${line(row.line, row.open)}</tr>`)}</tbody>
      <tfoot><tr><th>${text('safety.total')}</th>${line(total, open)}</tr></tfoot></table>`;
  }

  async #look(year) {
    try {
      this.report = await this.api.get(`/api/safety?year=${year}`);
      this.fault = null;
    } catch (problem) {
      this.fault = problem.message;
    }
  }
}
customElements.define('safety-desk', SafetyDesk);
