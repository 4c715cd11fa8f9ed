// All of one project on one page, which is also one sheet of paper: why its lamp, its plan, what was seen, what is open and
// what one may do about it, money, moved days, its history. `place`: the milestone or entry in question, which is marked and
// brought into view. `was`: a day of the past is looked at, {card (none: it was not on the board), day, now, detail, entries,
// reports}; what somebody types about the present stays meanwhile, out of sight. Events: `told`, `older`.
import { nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { fullDate, minuteTime } from '../../text/dates.js';
import { named, opening, text } from '../../text/text.js';
import '../desk/reports-waiting.js';
import { TOPICS } from '../form/forms.js';
import '../form/report-form.js';
import { Element } from '../part/element.js';
import { html } from '../part/html.js';
import { lampOf, shapeOf } from '../part/lamp.js';
import { paperAt, to } from '../part/link.js';
import { sector, stepName } from '../part/words.js';
import './plan-editor.js';
import './project-acts.js';
import './project-facts.js';
import './project-lamp.js';
import './project-past.js';
import './project-photos.js';
import './project-plan.js';

const SECTIONS = [['plan', 'topic.plan'], ['photos', 'focus.photos'], ['curve', 'desk.curve'], ['slips', 'slip.title'], ['history', 'desk.history']];

class ProjectPage extends Element {
  static properties = {
    card: { attribute: false }, was: { attribute: false }, dossier: { attribute: false }, reports: { attribute: false }, api: { attribute: false }, day: { type: String }, now: { type: Number },
    rules: { attribute: false }, place: { attribute: false }, writes: { type: Boolean }, held: { attribute: false }, list: { type: String }, rev: { attribute: false },
    others: { attribute: false }, planning: { state: true }, saved: { state: true },
  };

  #shown = null;

  render() {
    const { was, place, dossier: { detail, entries, more, petitions } } = this;
    const shown = was ?? { card: this.card, day: this.day, now: this.now, reports: this.reports, detail, entries, more, petitions };
    const { day, now } = shown;
    const card = shown.card ?? this.card;
    return html`<header class="of"><p class="way"><a data-act="back" href=${to({ page: 'projects' })}>← ${this.list}</a></p>
        <h2>${shown.card ? lampOf(card) : nothing}${named(card.name)}</h2>
        ${shown.card ? html`<p class="keys">${[opening(sector(card)), opening(text(`stage.${card.stage}`)), card.owner, shown.detail?.managers.join(text('join.and'))].filter(Boolean).join(' · ')}</p>
        <p class="on-paper"><b>${text(`lamp.${shapeOf(card)}`)}</b> · ${text('project.onPaper', { date: fullDate(day), time: minuteTime(now) })}</p>
        ${this.#progress(card)}` : html`<p class="quiet">${text('past.notYet')}</p>`}${was ? nothing : this.#atHand()}</header>
      <div ?hidden=${was}>${this.#plan()}</div>
      <div class="columns" ?hidden=${!shown.card}><project-lamp .card=${card} .rules=${this.rules} .now=${now}></project-lamp><div class="main">
        <p class="jump">${SECTIONS.map(([id, key]) => html`<button class="plain" data-jump=${id} @click=${() => this.#jump(id)}>${text(key)}</button>`)}
          <button class="plain" data-act="print" @click=${() => print()}>${text('meeting.print')}</button>
          ${['project', 'confirmation'].map((kind) => html`<a class="link-button" data-act=${kind} href=${paperAt(kind, { project: card.id, milestone: kind === 'confirmation' && place.milestone, asOf: was?.day })}>${text(`paper.${kind}`)}</a>`)}</p>
        ${this.writes && !was ? html`<reports-waiting within .reports=${(card.pending ?? []).map((report) => ({ card, report }))} .api=${this.api} .now=${now} .held=${this.held} .within=${true}></reports-waiting>` : nothing}
        <h3 id="plan">${text('topic.plan')}</h3>
        <project-plan .card=${card} .day=${day} .past=${Boolean(was)} chosen=${place.milestone ?? ''}></project-plan>
        ${place.milestone ? html`<p class="of-one"><b>${stepName(card, place.milestone)}</b> <a href=${to({ project: card.id })}>${text('project.all')}</a></p>` : nothing}
        <project-photos .api=${this.api} .card=${card} .reports=${shown.reports} milestone=${place.milestone ?? ''}></project-photos>
        <project-past .card=${card} .detail=${shown.detail} .entries=${shown.entries} .more=${shown.more} .now=${now} milestone=${place.milestone ?? ''} .entry=${place.entry} @older=${() => this.dispatchEvent(new Event('older'))}></project-past>
      </div><div class="side">
        ${was ? html`<project-acts .card=${card} .more=${{ detail: was.detail }} .item=${place.entry}></project-acts>` : nothing}
        <div ?hidden=${was}>${keyed(card.id, this.#acts())}</div>
        <project-facts .card=${card} .detail=${shown.detail} .petitions=${shown.petitions} .now=${now}></project-facts>
        ${this.writes && !was ? html`<p class="acts"><a class="link-button" data-act="access" href=${to({ page: 'access', asked: { project: card.id } })}>${text('access.title')}</a></p>` : nothing}
      </div></div>`;
  }

  #acts() {
    const { card, api, day, place, dossier: { detail, petitions } } = this;
    const told = () => this.dispatchEvent(new Event('told'));
    return html`${this.writes ? html`<report-form .card=${card} .api=${api} .day=${day} @told=${told}></report-form>` : nothing}
      <project-acts .card=${card} .api=${api} .day=${day} .more=${{ detail, petitions }} .item=${place.entry} ?short=${!this.writes} tell=${place.asked?.tell ?? ''} planning=${this.planning ?? ''} @plan=${({ detail: kind }) => this.#open(kind)} @told=${told}></project-acts>`;
  }

  /** Who has little to tell, as a leader has, finds it in the head: on a phone everything else stands further down. */
  #atHand() {
    const { project = [] } = this.dossier.detail?.acts ?? {};
    const kinds = this.writes ? [] : TOPICS.flatMap(([, each]) => each).filter((kind) => project.includes(kind));
    return kinds.length ? html`<p class="acts">${kinds.map((kind) => html`<button data-tell=${kind} class=${kind === 'directive-issued' ? 'main' : ''} @click=${() => this.querySelector('project-acts').begin(kind)}>${text(`tell.${kind}`)}</button>`)}</p>` : nothing;
  }

  /** A plan is made on the whole width, above what it changes. */
  #plan() {
    const { card, api, day, others, planning, dossier: { detail, petitions } } = this;
    if (!planning) return this.saved ? html`<p class="saved" role="status">${text('desk.saved', { seq: this.saved })}</p>` : nothing;
    const told = ({ detail: seq }) => {
      this.planning = null;
      this.saved = seq;
      this.dispatchEvent(new Event('told'));
    };
    return keyed(`${card.id} ${planning}`, html`<plan-editor .kind=${planning} .card=${card} .others=${others} .more=${{ detail, petitions }} .api=${api} .day=${day} @close=${() => { this.planning = null; }} @told=${told}></plan-editor>`);
  }

  #open(kind) {
    this.saved = null;
    this.planning = this.planning === kind ? null : kind;
  }

  #progress({ progress, lamp }) {
    if (!progress) return html`<p class="sum none">${text('unreported')}</p>`;
    return html`<p class="sum ${lamp.colour}"><b>${progress.verified}%</b>${progress.time === undefined ? nothing : html`<span>${text('wall.timeShort')} ${progress.time}%</span>`}
      ${progress.pending === undefined ? nothing : html`<span>${text('project.pending', { percent: progress.pending })}</span>`}</p>`;
  }

  #jump(id) {
    this.querySelector(`#${id}`)?.scrollIntoView({ block: 'start' });
  }

  /** Once for each place: what is in question is there when its project was read. */
  updated() {
    const { project, milestone, entry } = this.place;
    const asked = `${project} ${milestone ?? ''} ${entry ?? ''}`;
    if (asked === this.#shown || !(milestone || entry) || !this.dossier.detail) return;
    requestAnimationFrame(() => {
      // Where it can be acted upon before where it only stands.
      const found = (milestone ? [`[data-milestone='${milestone}']`] : [`[data-ref='${entry}']`, `[data-report='${entry}']`, `[data-entry='${entry}']`])
        .map((each) => this.querySelector(each)).find(Boolean);
      if (!found || this.#shown === asked) return;
      this.#shown = asked;
      found.scrollIntoView({ block: 'center' });
    });
  }
}
customElements.define('project-page', ProjectPage);
