// All of one project on one page, which is also one sheet of paper: why its lamp, its plan, what was seen, what is open and
// what one may do about it, money, moved days, its history. `place`: the milestone or entry in question, which is marked and
// brought into view. Events: `told`, `older`.
import { nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { named, opening, text } from '../../text/text.js';
import '../desk/reports-waiting.js';
import '../form/report-form.js';
import { Element } from '../part/element.js';
import { html } from '../part/html.js';
import { lampOf } from '../part/lamp.js';
import { to } from '../part/link.js';
import { sector, stepName } from '../part/words.js';
import './project-acts.js';
import './project-facts.js';
import './project-lamp.js';
import './project-past.js';
import './project-photos.js';
import './project-plan.js';

const SECTIONS = [['plan', 'topic.plan'], ['photos', 'focus.photos'], ['curve', 'desk.curve'], ['slips', 'slip.title'], ['history', 'desk.history']];

class ProjectPage extends Element {
  static properties = {
    card: { attribute: false }, dossier: { attribute: false }, reports: { attribute: false }, api: { attribute: false }, day: { type: String }, now: { type: Number },
    rules: { attribute: false }, place: { attribute: false }, writes: { type: Boolean }, held: { attribute: false }, list: { type: String }, rev: { attribute: false },
  };

  #shown = null;

  render() {
    const { card, day, now, place } = this;
    const { detail, entries, more, petitions } = this.dossier;
    const told = () => this.dispatchEvent(new Event('told'));
    return html`<header class="of"><p class="way"><a data-act="back" href=${to({ page: 'projects' })}>← ${this.list}</a></p>
        <h2>${lampOf(card)}${named(card.name)}</h2>
        <p class="keys">${[opening(sector(card)), opening(text(`stage.${card.stage}`)), card.owner, detail?.managers.join(text('join.and'))].filter(Boolean).join(' · ')}</p>
        ${this.#progress(card)}</header>
      <div class="columns"><project-lamp .card=${card} .rules=${this.rules} .now=${now}></project-lamp><div class="main">
        <p class="jump">${SECTIONS.map(([id, key]) => html`<button class="plain" data-jump=${id} @click=${() => this.#jump(id)}>${text(key)}</button>`)}
          <button class="plain" data-act="print" @click=${() => print()}>${text('meeting.print')}</button></p>
        ${this.writes ? html`<reports-waiting within .reports=${(card.pending ?? []).map((report) => ({ card, report }))} .api=${this.api} .now=${now} .held=${this.held} .within=${true}></reports-waiting>` : nothing}
        <h3 id="plan">${text('topic.plan')}</h3>
        <project-plan .card=${card} .day=${day} chosen=${place.milestone ?? ''}></project-plan>
        ${place.milestone ? html`<p class="of-one"><b>${stepName(card, place.milestone)}</b> <a href=${to({ project: card.id })}>${text('project.all')}</a></p>` : nothing}
        <project-photos .api=${this.api} .card=${card} .reports=${this.reports} milestone=${place.milestone ?? ''}></project-photos>
        <project-past .card=${card} .detail=${detail} .entries=${entries} .more=${more} .now=${now} milestone=${place.milestone ?? ''} .entry=${place.entry} @older=${() => this.dispatchEvent(new Event('older'))}></project-past>
      </div><div class="side">
        ${keyed(card.id, html`${this.writes ? html`<report-form .card=${card} .api=${this.api} .day=${day} @told=${told}></report-form>` : nothing}
          <project-acts .card=${card} .api=${this.api} .day=${day} .more=${{ detail, petitions }} .item=${place.entry} tell=${place.asked?.tell ?? ''} @told=${told}></project-acts>`)}
        <project-facts .card=${card} .detail=${detail} .petitions=${petitions} .now=${now}></project-facts>
        ${this.writes ? html`<p class="acts"><a class="link-button" data-act="access" href=${to({ page: 'access', asked: { project: card.id } })}>${text('access.title')}</a></p>` : nothing}
      </div></div>`;
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
