// The reports that wait for a verdict, oldest first; the keyboard does it: J/K choose, Enter verifies, R returns.
// Intents go up as `verify` {project, report} and `return` {project, report, reason}; `choose` names a project.
import { html, nothing } from 'lit';
import { age, shortDate } from '../text/dates.js';
import { named, text } from '../text/text.js';
import { Element } from './element.js';
import './report-photos.js';
import { by } from './words.js';

class WaitingList extends Element {
  static properties = {
    reports: { attribute: false }, api: { attribute: false }, now: { type: Number }, faults: { attribute: false },
    chosen: { state: true }, returning: { state: true },
  };

  constructor() {
    super();
    this.chosen = 0;
    this.returning = null;
    this.faults = new Map();
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

  render() {
    if (!this.reports.length) return html`<h2>${text('desk.verify.none')}</h2>`;
    this.chosen = Math.min(this.chosen, this.reports.length - 1);
    return html`<h2>${text('desk.verify.title', { n: this.reports.length })}</h2><p class="keys">${text('desk.keys')}</p>
      ${this.reports.map((item, index) => this.#item(item, index))}`;
  }

  #item({ card, report }, index) {
    const step = card.milestones.find(({ id }) => id === report.milestone);
    return html`<article class=${index === this.chosen ? 'chosen' : ''} data-report=${report.seq} @click=${() => this.#choose(index)}>
      <div><h3>${named(card.name)} · ${named(step?.name)}</h3>
        <p class="move"><span>${step?.percent.verified ?? 0}%</span> → <b>${report.percent}%</b></p>
        <small>${by(report.by)} · ${age(report.at, this.now)} · ${text('desk.asOf', { date: shortDate(report.asOf) })}</small>
        ${report.note ? html`<p class="note">“${report.note}”</p>` : nothing}
        <report-photos .api=${this.api} .project=${card.id} .ids=${report.photos}></report-photos>
        ${this.faults.has(report.seq) ? html`<p class="fault" role="alert">${this.faults.get(report.seq)}</p>` : nothing}
        ${this.returning === report.seq ? this.#reason(card, report) : nothing}</div>
      <div class="acts"><button data-act="return" @click=${() => { this.returning = report.seq; }}>${text('desk.return')} <kbd>R</kbd></button>
        <button data-act="verify" class="main" @click=${() => this.#say('verify', card, report)}>${text('desk.verify')} <kbd>↵</kbd></button></div>
    </article>`;
  }

  #reason(card, report) {
    const submit = (event) => {
      event.preventDefault();
      this.#say('return', card, report, new FormData(event.target).get('reason'));
      this.returning = null;
    };
    return html`<form class="reason" @submit=${submit}><input name="reason" required maxlength="500" placeholder=${text('desk.reason')} />
      <button type="button" @click=${() => { this.returning = null; }}>${text('desk.cancel')}</button>
      <button class="main" data-act="return-send">${text('desk.return')}</button></form>`;
  }

  updated(changed) {
    if (changed.has('returning') && this.returning) this.querySelector('input[name=reason]')?.focus();
  }

  #choose(index) {
    this.chosen = index;
    this.dispatchEvent(new CustomEvent('choose', { detail: this.reports[index].card.id }));
  }

  #say(intent, card, report, reason) {
    this.dispatchEvent(new CustomEvent(intent, { detail: { project: card.id, report: report.seq, reason } }));
  }

  #key(event) {
    const item = this.reports[this.chosen];
    if (!item || event.target.closest('input, textarea, select, button')) return;
    const key = event.key.toLowerCase();
    if (key === 'j' || key === 'k') this.#choose(Math.max(0, Math.min(this.reports.length - 1, this.chosen + (key === 'j' ? 1 : -1))));
    else if (key === 'enter') this.#say('verify', item.card, item.report);
    else if (key === 'r') this.returning = item.report.seq;
    else return;
    event.preventDefault();
  }
}
customElements.define('waiting-list', WaitingList);
