// 调度会: an agenda that makes itself (reds first, then promises that are due, silent projects, and what changed since the
// last meeting), one project at a time, decisions that become directives, minutes at the end to print. What was decided
// outlives a reload.
import { html, nothing } from 'lit';
import { dayOf, fullDate, longDate, shortDate } from '../text/dates.js';
import { named, text } from '../text/text.js';
import { Element } from './element.js';
import { lamp } from './lamp.js';
import './project-panel.js';
import { blocked, ways } from './words.js';

const KEPT = 'guatu.meeting';
const SOON = 3;
const DAY = 86_400_000;

class MeetingDesk extends Element {
  static properties = {
    api: { attribute: false }, cards: { attribute: false }, day: { type: String }, meeting: { type: String }, now: { type: Number },
    at: { state: true }, changed: { state: true }, decisions: { state: true }, held: { state: true }, fault: { state: true },
  };

  constructor() {
    super();
    this.at = 0;
    this.changed = new Set();
    this.decisions = JSON.parse(sessionStorage.getItem(KEPT) ?? '[]');
  }

  async connectedCallback() {
    super.connectedCallback();
    if (!this.meeting) return;
    try {
      const { projects } = await this.api.get(`/api/changes?from=${dayOf(this.meeting)}`);
      this.changed = new Set(projects.filter(({ lamp: colours, dates, raised, cleared }) => colours || dates || raised || cleared).map(({ id }) => id));
    } catch {
      // the agenda is made of what the board says by itself
    }
  }

  render() {
    if (this.held) return this.#minutes();
    const agenda = this.#agenda();
    const item = agenda[Math.min(this.at, agenda.length - 1)];
    return html`<h2>${text('meeting.title')}</h2><p class="keys">${text('meeting.agenda', { n: agenda.length, m: this.decisions.length })}</p>
      ${item ? html`<div class="choices"><button data-act="back" ?disabled=${this.at === 0} @click=${() => { this.at--; }}>←</button><b>${this.at + 1} / ${agenda.length}</b>
        <button data-act="next" ?disabled=${this.at >= agenda.length - 1} @click=${() => { this.at++; }}>→</button><span>${text(`meeting.${item.why}`)}</span></div>
      <article class="sheet"><project-panel .card=${item.card} .now=${this.now}></project-panel>
        ${(item.card.blockers ?? []).map((blocker) => html`<p>${blocked(blocker)[0]}<small>${blocked(blocker)[1]}</small></p>`)}
        ${this.decisions.filter(({ project }) => project === item.card.id).map((decision) => html`<p class="saved">✓ ${decision.text} · ${decision.owner || ''} ${shortDate(decision.deadline)}</p>`)}
        <form class="act" @submit=${(event) => this.#decide(event, item.card)}><h3>${text('meeting.decide')}</h3>
          <label class="wide">${text('field.text')}<input name="text" required maxlength="500" /></label>
          <label>${text('field.owner')}<input name="owner" maxlength="40" /></label><label>${text('field.deadline')}<input type="date" name="deadline" min=${this.day} required /></label>
          <p class="acts wide"><button class="main">${text('tell.directive-issued')}</button></p></form></article>` : html`<p class="quiet">${text('meeting.nothing')}</p>`}
      ${this.fault ? html`<p class="fault" role="alert">${this.fault}</p>` : nothing}
      <form class="sheet" @submit=${this.#end}><label>${text('meeting.name')}<input name="title" required maxlength="80" .defaultValue=${text('meeting.default')} /></label>
        <button class="main" data-act="end">${text('meeting.end')}</button></form>`;
  }

  #agenda() {
    const due = ({ promised }) => promised && Date.parse(promised) - Date.parse(this.day) <= SOON * DAY;
    const why = (card) => (card.lamp.colour === 'red' ? 'red' : card.blockers?.some(due) ? 'promise'
      : card.lamp.reasons.some(({ code }) => code === 'silent') ? 'silent' : this.changed.has(card.id) ? 'changed' : null);
    const order = ['red', 'promise', 'silent', 'changed'];
    return this.cards.map((card) => ({ card, why: why(card) })).filter((item) => item.why).sort((a, b) => order.indexOf(a.why) - order.indexOf(b.why));
  }

  async #decide(event, card) {
    event.preventDefault();
    const form = event.target;
    const { text: said, owner, deadline } = Object.fromEntries(new FormData(form));
    try {
      const { seq } = await this.api.post(`/api/projects/${card.id}/updates`, { kind: 'directive-issued', text: said, deadline, ...(owner && { owner }) });
      this.decisions = [...this.decisions, { seq, project: card.id, name: card.name, text: said, owner, deadline }];
      sessionStorage.setItem(KEPT, JSON.stringify(this.decisions));
      this.fault = null;
      form.reset();
    } catch (problem) {
      this.fault = problem.message;
    }
  }

  async #end(event) {
    event.preventDefault();
    const { title } = Object.fromEntries(new FormData(event.target));
    const agenda = this.#agenda();
    const note = this.decisions.map((decision, i) => `${i + 1}. ${named(decision.name)}：${decision.text}（${decision.owner ? `${decision.owner}，` : ''}${decision.deadline}）`).join('\n');
    try {
      await this.api.post('/api/updates', { kind: 'meeting-held', title, ...(note && { note }) });
      this.held = { title, agenda };
      sessionStorage.removeItem(KEPT);
      this.fault = null;
    } catch (problem) {
      this.fault = problem.message;
    }
  }

  #minutes() {
    const { title, agenda } = this.held;
    return html`<article class="minutes"><h2>${title}</h2><p>${longDate(this.day)}</p>
      <h3>${text('meeting.decisions')}</h3>${this.decisions.length ? html`<ol>${this.decisions.map((decision) => html`<li data-decision=${decision.seq}><b>${named(decision.name)}</b> ${decision.text}
        <small>${[decision.owner, text('focus.deadline', { date: fullDate(decision.deadline) })].filter(Boolean).join(' · ')}</small></li>`)}</ol>` : html`<p class="quiet">${text('meeting.none')}</p>`}
      <h3>${text('meeting.spoken')}</h3><ul>${agenda.map(({ card, why }) => html`<li>${lamp(card.lamp.colour)} <b>${named(card.name)}</b> ${text(`meeting.${why}`)}
        <small>${ways(card).join('；')}</small></li>`)}</ul>
      <button class="main" @click=${() => print()}>${text('meeting.print')}</button></article>`;
  }
}
customElements.define('meeting-desk', MeetingDesk);
