// The reports that wait for a verdict, oldest first, the photo beside the numbers; the keyboard does it: J/K choose, Enter
// verifies, R returns, Space enlarges the photo. Plain ones that were looked at one by one are verified together, by Shift and
// Enter. Nothing is chosen until somebody chooses: a key too many does nothing. Events:
// `verify` {project, report, words}; `choose` (detail: the project of the one that is chosen).
import { nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { repeat } from 'lit/directives/repeat.js';
import { age, shortDate } from '../../text/dates.js';
import { named, text } from '../../text/text.js';
import { Element } from '../part/element.js';
import { html } from '../part/html.js';
import { to } from '../part/link.js';
import '../project/report-photos.js';
import '../form/verdict-form.js';
import { by } from '../part/words.js';

const TYPED_IN = 'input, textarea, select';
const PRESSED = 'button, a, summary';
/** Keys that come sooner were meant for what was here before: the log-in, another page. */
const EARLY_MILLIS = 600;

class WaitingList extends Element {
  static properties = {
    reports: { attribute: false }, api: { attribute: false }, now: { type: Number }, faults: { attribute: false }, held: { attribute: false },
    /** Within a project's page it need not say which project, nor that there is nothing. */
    within: { type: Boolean }, chosen: { state: true }, answering: { state: true }, doubted: { state: true },
  };

  /** The reports that were chosen once, and so looked at. */
  #seen = new Set();
  /** Where the choice was: from there J goes on, to the one that took its place. */
  #at = -1;
  #since = 0;

  constructor() {
    super();
    this.chosen = null;
    this.answering = null;
    /** Report → whether it is verified with words only; absent until that is known. */
    this.doubted = new Map();
    this.onKey = (event) => this.#key(event);
  }

  connectedCallback() {
    super.connectedCallback();
    this.#since = performance.now();
    document.addEventListener('keydown', this.onKey);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    document.removeEventListener('keydown', this.onKey);
  }

  /** What leaves the list takes the choice along: what Enter would do must never change under the hand. */
  willUpdate() {
    const at = this.reports.findIndex(({ report }) => report.seq === this.chosen);
    if (at >= 0) this.#at = at;
    else this.chosen = null;
    if (this.chosen !== null) this.#seen.add(this.chosen);
    if (!this.reports.some(({ report }) => report.seq === this.answering?.report)) this.answering = null;
  }

  /** What is chosen stands beside the list. */
  updated(changed) {
    const item = changed.has('chosen') && this.reports.find(({ report }) => report.seq === this.chosen);
    if (item) this.#say('choose', item.card.id);
  }

  render() {
    if (!this.reports.length) return this.within ? nothing : html`<h2>${text('desk.verify.none')}</h2>`;
    const title = text('desk.verify.title', { n: this.reports.length });
    return html`${this.within ? html`<h3>${title}</h3>` : html`<h2>${title}</h2>`}<p class="keys">${text('desk.keys')}</p>${this.#together()}
      ${repeat(this.reports, ({ report }) => report.seq, (item) => this.#item(item))}`;
  }

  #together() {
    const { length } = this.#plain;
    return length < 2 ? nothing : html`<p class="together"><button data-act="verify-seen" @click=${() => this.#verifySeen()}>${text('desk.verify.seen', { n: length })} <kbd>⇧↵</kbd></button></p>`;
  }

  /** What was looked at and asks for no words: it moves forward, promises no other day, and its photos are well. */
  get #plain() {
    return this.reports.filter(({ card, report }) => this.#seen.has(report.seq) && !this.#isHeld(report) && !this.#doubtful(report) && !report.forecast
      && report.percent >= (card.milestones.find(({ id }) => id === report.milestone)?.percent.verified ?? 0));
  }

  #verifySeen() {
    this.#plain.forEach(({ card, report }) => this.#verify(card, report));
  }

  #item({ card, report }) {
    const step = card.milestones.find(({ id }) => id === report.milestone);
    const held = this.#isHeld(report);
    const chosen = report.seq === this.chosen;
    return html`<article class="${chosen ? 'chosen' : ''} ${held ? 'held' : ''}" data-report=${report.seq} tabindex="-1" aria-current=${chosen}
        @click=${() => { this.chosen = report.seq; }}>
      <report-photos .api=${this.api} .project=${card.id} .ids=${report.photos} @doubted=${({ detail }) => this.#doubt(report.seq, detail)}></report-photos>
      <div><h3>${this.within ? named(step?.name) : html`<a href=${to({ project: card.id, entry: report.seq })}>${named(card.name)} · ${named(step?.name)}</a>`}</h3>
        <p class="move"><span>${step?.percent.verified ?? 0}%</span> → <b>${report.percent}%</b></p>
        <small>${by(report.by)} · ${text('desk.arrived', { age: age(report.at, this.now) })} · ${text('desk.asOf', { date: shortDate(report.asOf) })}${report.forecast
          ? ` · ${text('entry.forecast', { forecast: shortDate(report.forecast) })}` : ''}${report.cause ? ` · ${text(`factor.${report.cause}`)}` : ''}</small>
        ${report.note ? html`<p class="note">“${report.note}”</p>` : nothing}
        ${this.faults?.has(report.seq) ? html`<p class="fault" role="alert">${this.faults.get(report.seq)}</p>` : nothing}</div>
      <div class="acts"><button data-act="return" ?disabled=${held} @click=${() => this.#answer(report, 'progress-returned')}>${text('desk.return')} <kbd>R</kbd></button>
        <button data-act="verify" class="main" ?disabled=${held} @click=${() => this.#verify(card, report)}>${text(this.#doubtful(report) ? 'verify.despite' : 'desk.verify')} <kbd>↵</kbd></button></div>
      ${this.answering?.report === report.seq ? this.#form(card, report) : nothing}
    </article>`;
  }

  #form(card, report) {
    const { kind } = this.answering;
    const words = this.#words(kind === 'progress-returned' ? 'desk.return' : 'desk.verify', card, report);
    return keyed(kind, html`<verdict-form .kind=${kind} .api=${this.api} .project=${card.id} .report=${report.seq} .words=${words}
      @close=${() => this.#close()} @told=${() => { this.answering = null; }}></verdict-form>`);
  }

  #words(verdict, card, report) {
    const step = card.milestones.find(({ id }) => id === report.milestone);
    return text('hold.verdict', { verdict: text(verdict), project: named(card.name), milestone: named(step?.name), percent: report.percent });
  }

  #isHeld({ seq }) {
    return Boolean(this.held?.has(`report.${seq}`));
  }

  /** Where the board has not said yet it may be: its photos look like photos without faults. */
  #doubtful({ seq, photos }) {
    return Boolean(photos?.length) && this.doubted.get(seq) !== false;
  }

  #doubt(seq, doubtful) {
    this.doubted = new Map(this.doubted).set(seq, doubtful.includes(seq));
  }

  #answer(report, kind) {
    if (this.#isHeld(report)) return;
    this.chosen = report.seq;
    this.answering = { report: report.seq, kind };
  }

  #close() {
    this.answering = null;
    this.#here()?.focus({ preventScroll: true });
  }

  #verify(card, report) {
    if (this.#isHeld(report)) return;
    if (this.#doubtful(report)) {
      this.#answer(report, 'progress-verified');
      return;
    }
    this.chosen = null;
    this.#say('verify', { project: card.id, report: report.seq, words: this.#words('desk.verify', card, report) });
  }

  /** Its verdict was taken back: it is chosen again, as before. */
  again(report) {
    this.chosen = report;
  }

  #say(intent, detail) {
    this.dispatchEvent(new CustomEvent(intent, { detail }));
  }

  #here() {
    return this.querySelector(`[data-report='${this.chosen}']`);
  }

  /** One further; where nothing is chosen, the one at the place of the last choice, or beyond it while that waits. */
  async #go(step) {
    const last = this.reports.length - 1;
    const at = this.reports.findIndex(({ report }) => report.seq === this.chosen);
    let to = at < 0 ? Math.max(0, this.#at) : at + step;
    while (at < 0 && to < last && this.#isHeld(this.reports[to].report)) to += 1;
    this.chosen = this.reports[Math.max(0, Math.min(last, to))].report.seq;
    await this.updateComplete;
    this.#here()?.focus({ preventScroll: true });
    this.#here()?.scrollIntoView({ block: 'nearest' });
  }

  #key(event) {
    if (!this.reports.length || event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.target.closest(TYPED_IN)) return;
    if (performance.now() - this.#since < EARLY_MILLIS) return;
    const key = event.key.toLowerCase();
    const item = this.reports.find(({ report }) => report.seq === this.chosen);
    if (key === 'j' || key === 'k') this.#go(key === 'j' ? 1 : -1);
    else if (key === 'enter' && event.shiftKey && this.#plain.length > 1 && !event.target.closest(PRESSED)) this.#verifySeen();
    else if (!item) return;
    else if (key === 'r') this.#answer(item.report, 'progress-returned');
    else if (event.target.closest(PRESSED)) return; // a key that presses it
    else if (key === 'enter') this.#verify(item.card, item.report);
    else if (key === ' ') this.#here()?.querySelector('report-photos').enlarge();
    else return;
    event.preventDefault();
  }
}
customElements.define('waiting-list', WaitingList);
