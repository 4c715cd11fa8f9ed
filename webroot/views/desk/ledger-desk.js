// The ledger, entry by entry, newest first: by project, kind, author, days and words; what was found as a table to take
// away. For the office, above it, whether it is as it was written.
import { nothing } from 'lit';
import { Entries } from '../../store/entries.js';
import { save } from '../../text/csv.js';
import { fullDate, dayOf, minuteTime } from '../../text/dates.js';
import { named, text, texts } from '../../text/text.js';
import { html } from '../part/html.js';
import './chain-state.js';
import { Element } from '../part/element.js';
import { by, said } from '../part/words.js';

const when = ({ at }) => `${fullDate(dayOf(at))} ${minuteTime(Date.parse(at))}`;
/** Every kind that has a name of its own. */
const KINDS = texts('kind.');

class LedgerDesk extends Element {
  static properties = { api: { attribute: false }, cards: { attribute: false }, audits: { type: Boolean }, gone: { state: true }, entries: { state: true }, busy: { state: true }, fault: { state: true } };

  constructor() {
    super();
    this.filter = {};
    this.gone = [];
  }

  connectedCallback() {
    super.connectedCallback();
    this.#find();
    if (this.audits) this.#archive();
  }

  render() {
    const { entries } = this;
    const all = [...this.cards, ...this.gone];
    const cards = new Map(all.map((card) => [card.id, card]));
    return html`<h2>${text('ledger.title')}</h2>
      ${this.audits ? html`<chain-state .api=${this.api}></chain-state>` : nothing}
      <form class="filter" @submit=${(event) => { event.preventDefault(); this.filter = Object.fromEntries(new FormData(event.target)); this.#find(); }}>
        <label>${text('access.project')}<select name="project"><option value="">${text('ledger.all')}</option>${all.map(({ id, name }) => html`<option value=${id}>${named(name)}</option>`)}</select></label>
        <label>${text('ledger.kind')}<select name="kind"><option value="">${text('ledger.all')}</option>${KINDS.map(([kind, words]) => html`<option value=${kind}>${words}</option>`)}</select></label>
        <label>${text('ledger.text')}<input name="text" maxlength="60" /></label>
        <label>${text('ledger.by')}<input name="by" pattern="[a-z0-9]+(-[a-z0-9]+)*" /></label>
        <label>${text('ledger.from')}<input type="date" name="from" /></label><label>${text('ledger.to')}<input type="date" name="to" /></label>
        <button class="main">${text('ledger.find')}</button>
        <button type="button" data-act="export" ?disabled=${this.busy} @click=${() => this.#export(cards)}>${text('ledger.export')}</button></form>
      ${this.fault ? html`<p class="fault" role="alert">${this.fault}</p>` : nothing}
      <table class="ledger"><tbody>${(entries?.found ?? []).map((entry) => this.#entry(entry, cards.get(entry.project)))}</tbody></table>
      ${entries?.searched ? html`<p class="quiet" data-searched>${text('ledger.searched', { seq: entries.searched })}</p>` : nothing}
      ${entries?.found.length === 0 && !entries.more ? html`<p class="quiet">${text('ledger.nothing')}</p>` : nothing}
      ${entries?.more ? html`<button data-act="more" @click=${() => this.#more()}>${text(entries.searched ? 'ledger.further' : 'ledger.more')}</button>` : nothing}`;
  }

  #entry(entry, card) {
    const { seq, project, update } = entry;
    const about = this.#about(entry, card, this.entries);
    return html`<tr data-entry=${seq}><td>${seq}</td><td>${when(entry)}</td><td>${by(entry.by)}<small>${text(`role.${entry.by.role}`)}</small></td>
      <td>${project ? html`<b>${named(card?.name) || text('project.gone')}</b>` : nothing}${this.#words(entry, card, this.entries)}${update.note ? ` · ${update.note}` : ''}
        ${about ? html`<small>${about}</small>` : nothing}</td></tr>`;
  }

  #words(entry, card, entries) {
    return said(entry, card, (seq) => entries.at(seq));
  }

  /** A verdict names its report in its own sentence; an answer to anything else is followed by what it answers. */
  #about(entry, card, entries) {
    const answered = entries.answered(entry);
    return answered && !entry.update.report ? text('ledger.about', { seq: answered.seq, said: said(answered, card) }) : '';
  }

  /** What left the board has a name too. */
  async #archive() {
    this.gone = await this.api.get('/api/archive').then(({ projects }) => projects, () => []);
  }

  async #find() {
    await this.#ask(async () => { this.entries = await new Entries(this.api, this.filter).next(); });
  }

  async #more() {
    await this.#ask(() => this.entries.next());
    this.requestUpdate();
  }

  async #export(cards) {
    await this.#ask(async () => {
      const entries = new Entries(this.api, this.filter);
      const rows = (await entries.all()).map((entry) => {
        const card = cards.get(entry.project);
        return [entry.seq, when(entry), by(entry.by), text(`role.${entry.by.role}`), entry.project ? named(card?.name) || text('project.gone') : '', text(`kind.${entry.update.kind}`),
          this.#words(entry, card, entries), entry.update.note, this.#about(entry, card, entries)];
      });
      save(text('ledger.file', { day: dayOf(Date.now()) }), [text('ledger.columns').split('|'), ...rows]);
    });
  }

  async #ask(what) {
    this.busy = true;
    try {
      await what();
      this.fault = null;
    } catch (problem) {
      this.fault = problem.message;
    }
    this.busy = false;
  }
}
customElements.define('ledger-desk', LedgerDesk);
