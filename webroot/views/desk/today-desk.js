// Today: one list that empties. Reports to verify first, then what is ordered, found, red, promised, due, and who is silent.
// Where there is nothing it says what comes next, or how a board begins. Events: `choose` {project, show}; `open` (detail: a page).
import { html, nothing } from 'lit';
import { TAKEN_BACK } from '../../store/holds.js';
import { named, text } from '../../text/text.js';
import { Element } from '../part/element.js';
import { held } from '../part/held.js';
import { nextStep } from '../part/words.js';
import '../project/project-list.js';
import './todo-list.js';
import './waiting-list.js';
import { count } from './inbox.js';

class TodayDesk extends Element {
  static properties = {
    waiting: { attribute: false }, mine: { attribute: false }, person: { attribute: false }, api: { attribute: false }, now: { type: Number }, chosen: { type: String }, writes: { type: Boolean },
    held: { attribute: false }, faults: { state: true },
  };

  constructor() {
    super();
    this.faults = new Map();
  }

  render() {
    if (!this.waiting) return html`<h2 class="empty">${text('wall.reading')}</h2>`;
    const { reports, reds, directives, promises, hazards, due, silent, plans } = this.waiting;
    if (!this.mine.length) return this.#begin();
    if (!count(this.waiting)) return this.#done();
    const todo = (key, items) => html`<todo-list heading=${text(key)} .items=${items} @choose=${({ detail }) => this.#choose(detail)}></todo-list>`;
    return html`${this.writes ? html`<waiting-list .reports=${reports} .api=${this.api} .now=${this.now} .faults=${this.faults} .held=${this.held}
        @choose=${({ detail }) => this.dispatchEvent(new CustomEvent('choose', { detail }))} @verify=${({ detail }) => this.#verify(detail)}></waiting-list>` : nothing}
      ${todo('desk.directives.title', directives)}${todo('desk.hazards.title', hazards)}${todo('desk.reds.title', reds)}${todo('desk.promises.title', promises)}${todo('desk.due.title', due)}
      <project-list heading=${text('desk.silent.title')} .cards=${silent} .now=${this.now} chosen=${this.chosen ?? ''} @choose=${({ detail }) => this.#choose(detail)}></project-list>
      ${todo('desk.plans.title', plans)}`;
  }

  /** Nothing is on the board, or nothing of it is this person's: who does what now. */
  #begin() {
    const { role } = this.person;
    return html`<div class="empty"><h2>${text(`desk.begin.${role}`)}</h2><p>${text(`desk.begin.${role}.how`)}</p>
      ${role === 'office' ? html`<p class="acts">${[['projects', 'opening.title'], ['people', 'people.adding'], ['board', 'nav.board']].map(([page, key]) =>
        html`<button data-open=${page} @click=${() => this.dispatchEvent(new CustomEvent('open', { detail: page }))}>${text(key)}</button>`)}</p>` : nothing}</div>`;
  }

  /** All is done for today; what comes next is known. */
  #done() {
    const [next] = this.mine.filter((card) => card.next && card.next.days >= 0).sort((a, b) => a.next.days - b.next.days);
    return html`<div class="empty"><h2>${text('desk.empty')}</h2>${next ? html`<p>${text('desk.empty.next', { project: named(next.name), step: nextStep(next) })}</p>` : nothing}</div>`;
  }

  #choose(project) {
    this.dispatchEvent(new CustomEvent('choose', { detail: { project, show: true } }));
  }

  /** The key is the report's: however often it is pressed, it is verified once. */
  async #verify({ project, report, words }) {
    this.#say(report, null);
    try {
      const request = { path: `/api/projects/${project}/updates`, body: { kind: 'progress-verified', report }, key: `progress-verified ${report}` };
      const answer = await held(this, { id: `report.${report}`, words, request }, this.api);
      if (answer === TAKEN_BACK) this.querySelector('waiting-list')?.again(report);
    } catch (problem) {
      this.#say(report, problem.message);
    }
  }

  #say(report, fault) {
    this.faults = new Map([...this.faults].filter(([each]) => each !== report));
    if (fault) this.faults.set(report, fault);
  }
}
customElements.define('today-desk', TodayDesk);
