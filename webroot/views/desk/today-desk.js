// Today: one list that empties. Reports to verify first, then what is ordered, found, red, promised, due, and who is silent.
// Each leads to its item. Where there is nothing it says what comes next, or how a board begins. Event: `choose` (detail: the
// project of the report that was chosen).
import { nothing } from 'lit';
import { named, text } from '../../text/text.js';
import { Element } from '../part/element.js';
import { html } from '../part/html.js';
import { nextStep } from '../part/words.js';
import '../project/project-list.js';
import './complaints-waiting.js';
import './first-steps.js';
import './message-in.js';
import './reports-waiting.js';
import './todo-list.js';
import { count } from './inbox.js';

class TodayDesk extends Element {
  static properties = {
    waiting: { attribute: false }, mine: { attribute: false }, person: { attribute: false }, api: { attribute: false }, now: { type: Number }, day: { type: String }, rev: { type: Number }, writes: { type: Boolean },
    held: { attribute: false }, complaints: { attribute: false }, complained: { type: Number },
  };

  render() {
    if (!this.waiting) return html`<h2 class="empty">${text('wall.reading')}</h2>`;
    const { reports, reds, directives, promises, hazards, due, silent, plans } = this.waiting;
    const first = this.person.role === 'office' ? html`<first-steps .api=${this.api} .rev=${this.rev}></first-steps><complaints-waiting .complaints=${this.complaints} .rev=${this.complained}></complaints-waiting>` : nothing;
    if (!this.mine.length) return html`${first}${this.#begin()}`;
    const message = this.writes ? html`<message-in .api=${this.api} .cards=${this.mine} day=${this.day}></message-in>` : nothing;
    if (!count(this.waiting)) return html`${first}${this.#done()}${message}`;
    const todo = (key, items) => html`<todo-list heading=${text(key)} .items=${items}></todo-list>`;
    return html`${first}${this.writes ? html`<reports-waiting .reports=${reports} .api=${this.api} .now=${this.now} .held=${this.held}
        @choose=${({ detail }) => this.dispatchEvent(new CustomEvent('choose', { detail }))}></reports-waiting>` : nothing}
      ${todo('desk.directives.title', directives)}${todo('desk.hazards.title', hazards)}${todo('desk.reds.title', reds)}${todo('desk.promises.title', promises)}${todo('desk.due.title', due)}
      <project-list heading=${text('desk.silent.title')} .cards=${silent} .now=${this.now}></project-list>
      ${todo('desk.plans.title', plans)}${message}`;
  }

  /** Nothing is on the board, or nothing of it is this person's: who does what now. */
  #begin() {
    const { role } = this.person;
    return role === 'office' ? nothing : html`<div class="empty"><h2>${text(`desk.begin.${role}`)}</h2><p>${text(`desk.begin.${role}.how`)}</p></div>`;
  }

  /** All is done for today; what comes next is known. */
  #done() {
    const [next] = this.mine.filter((card) => card.next && card.next.days >= 0).sort((a, b) => a.next.days - b.next.days);
    return html`<div class="empty"><h2>${text('desk.empty')}</h2>${next ? html`<p>${text('desk.empty.next', { project: named(next.name), step: nextStep(next) })}</p>` : nothing}</div>`;
  }
}
customElements.define('today-desk', TodayDesk);
