// The reports that wait for a verdict, oldest first, the photo beside the numbers; the keyboard does it: J/K choose, Enter
// verifies, R returns, Space enlarges the photo. Events: `verify` {project, report}; `choose` {project, show}: whether the
// project is to be opened, or only to be beside.
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { age, shortDate } from '../../text/dates.js';
import { named, text } from '../../text/text.js';
import { Element } from '../part/element.js';
import '../project/report-photos.js';
import '../form/return-form.js';
import { by } from '../part/words.js';

const TYPED_IN = 'input, textarea, select';
const PRESSED = 'button, a, summary';

class WaitingList extends Element {
  static properties = {
    reports: { attribute: false }, api: { attribute: false }, now: { type: Number }, faults: { attribute: false }, busy: { attribute: false },
    chosen: { state: true }, returning: { state: true },
  };

  #at = 0;
  #answered = null;

  constructor() {
    super();
    this.chosen = null;
    this.returning = null;
    this.onKey = (event) => this.#key(event);
  }

  connectedCallback() {
    super.connectedCallback();
    document.addEventListener('keydown', this.onKey);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    document.removeEventListener('keydown', this.onKey);
  }

  /** A report that I answered gives its place to the next. One that somebody else answered takes the choice along: what
   * Enter would do must never change under the hand. */
  willUpdate() {
    const at = this.reports.findIndex(({ report }) => report.seq === this.chosen);
    if (at >= 0) this.#at = at;
    else if (this.chosen === null && !this.hasUpdated || this.chosen !== null && this.chosen === this.#answered) {
      this.chosen = this.reports[Math.min(this.#at, this.reports.length - 1)]?.report.seq ?? null;
    } else this.chosen = null;
    if (!this.reports.some(({ report }) => report.seq === this.returning)) this.returning = null;
  }

  /** What is chosen stands beside the list. */
  updated(changed) {
    const item = changed.has('chosen') && this.reports.find(({ report }) => report.seq === this.chosen);
    if (item) this.#say('choose', { project: item.card.id, show: false });
  }

  render() {
    if (!this.reports.length) return html`<h2>${text('desk.verify.none')}</h2>`;
    return html`<h2>${text('desk.verify.title', { n: this.reports.length })}</h2><p class="keys">${text('desk.keys')}</p>
      ${repeat(this.reports, ({ report }) => report.seq, (item) => this.#item(item))}`;
  }

  #item({ card, report }) {
    const step = card.milestones.find(({ id }) => id === report.milestone);
    const busy = this.busy?.has(report.seq);
    return html`<article class=${report.seq === this.chosen ? 'chosen' : ''} data-report=${report.seq} tabindex="-1" aria-current=${report.seq === this.chosen}
        @click=${(event) => this.#clicked(event, report, card)}>
      <report-photos .api=${this.api} .project=${card.id} .ids=${report.photos}></report-photos>
      <div><h3>${named(card.name)} · ${named(step?.name)}</h3>
        <p class="move"><span>${step?.percent.verified ?? 0}%</span> → <b>${report.percent}%</b></p>
        <small>${by(report.by)} · ${age(report.at, this.now)} · ${text('desk.asOf', { date: shortDate(report.asOf) })}${report.forecast
          ? ` · ${text('entry.forecast', { forecast: shortDate(report.forecast) })}` : ''}${report.cause ? ` · ${text(`factor.${report.cause}`)}` : ''}</small>
        ${report.note ? html`<p class="note">“${report.note}”</p>` : nothing}
        ${this.faults?.has(report.seq) ? html`<p class="fault" role="alert">${this.faults.get(report.seq)}</p>` : nothing}</div>
      <div class="acts"><button data-act="return" ?disabled=${busy} @click=${() => this.#return(report.seq)}>${text('desk.return')} <kbd>R</kbd></button>
        <button data-act="verify" class="main" ?disabled=${busy} @click=${() => this.#verify(card, report)}>${text('desk.verify')} <kbd>↵</kbd></button></div>
      ${this.returning === report.seq ? html`<return-form .api=${this.api} .project=${card.id} .report=${report.seq}
        @close=${() => this.#close()} @told=${() => { this.#answered = report.seq; this.returning = null; }}></return-form>` : nothing}
    </article>`;
  }

  #clicked(event, report, card) {
    this.chosen = report.seq;
    if (event.target.closest(`${TYPED_IN}, ${PRESSED}, img`)) return;
    this.#say('choose', { project: card.id, show: true });
  }

  #return(seq) {
    this.chosen = seq;
    this.returning = seq;
  }

  #close() {
    this.returning = null;
    this.#here()?.focus({ preventScroll: true });
  }

  #verify(card, report) {
    if (this.busy?.has(report.seq)) return;
    this.chosen = report.seq;
    this.#answered = report.seq;
    this.#say('verify', { project: card.id, report: report.seq });
  }

  #say(intent, detail) {
    this.dispatchEvent(new CustomEvent(intent, { detail }));
  }

  #here() {
    return this.querySelector(`[data-report='${this.chosen}']`);
  }

  async #go(step) {
    const at = this.reports.findIndex(({ report }) => report.seq === this.chosen);
    const item = this.reports[at < 0 ? 0 : Math.max(0, Math.min(this.reports.length - 1, at + step))];
    this.chosen = item.report.seq;
    await this.updateComplete;
    this.#here()?.focus({ preventScroll: true });
    this.#here()?.scrollIntoView({ block: 'nearest' });
  }

  #key(event) {
    if (!this.reports.length || event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.target.closest(TYPED_IN)) return;
    const key = event.key.toLowerCase();
    const item = this.reports.find(({ report }) => report.seq === this.chosen);
    if (key === 'j' || key === 'k') this.#go(key === 'j' ? 1 : -1);
    else if (!item) return;
    else if (key === 'r') this.#return(item.report.seq);
    else if (event.target.closest(PRESSED)) return; // a key that presses it
    else if (key === 'enter') this.#verify(item.card, item.report);
    else if (key === ' ') this.#here()?.querySelector('report-photos').enlarge();
    else return;
    event.preventDefault();
  }
}
customElements.define('waiting-list', WaitingList);
