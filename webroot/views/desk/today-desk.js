// Today: one list that empties. Reports to verify first, then what is due, promised, found, ordered, and who is silent.
// Event: `choose` {project, show}.
import { html, nothing } from 'lit';
import { text } from '../../text/text.js';
import { Element } from '../part/element.js';
import '../project/project-list.js';
import './todo-list.js';
import './waiting-list.js';
import { count } from './inbox.js';

class TodayDesk extends Element {
  static properties = {
    waiting: { attribute: false }, api: { attribute: false }, now: { type: Number }, chosen: { type: String }, writes: { type: Boolean },
    faults: { state: true }, busy: { state: true },
  };

  constructor() {
    super();
    this.faults = new Map();
    this.busy = new Set();
  }

  render() {
    const { reports, directives, promises, hazards, due, silent } = this.waiting;
    if (!count(this.waiting)) return html`<h2 class="empty">${text('desk.empty')}</h2>`;
    const todo = (key, items) => html`<todo-list heading=${text(key)} .items=${items} @choose=${({ detail }) => this.#choose(detail)}></todo-list>`;
    return html`${this.writes ? html`<waiting-list .reports=${reports} .api=${this.api} .now=${this.now} .faults=${this.faults} .busy=${this.busy}
        @choose=${({ detail }) => this.dispatchEvent(new CustomEvent('choose', { detail }))} @verify=${({ detail }) => this.#verify(detail)}></waiting-list>` : nothing}
      ${todo('desk.directives.title', directives)}${todo('desk.promises.title', promises)}${todo('desk.hazards.title', hazards)}${todo('desk.due.title', due)}
      <project-list heading=${text('desk.silent.title')} .cards=${silent} .now=${this.now} chosen=${this.chosen ?? ''} @choose=${({ detail }) => this.#choose(detail)}></project-list>`;
  }

  #choose(project) {
    this.dispatchEvent(new CustomEvent('choose', { detail: { project, show: true } }));
  }

  /** The key is the report's: however often it is pressed, it is verified once. */
  async #verify({ project, report }) {
    this.busy = new Set(this.busy).add(report);
    this.#say(report, null);
    try {
      await this.api.post(`/api/projects/${project}/updates`, { kind: 'progress-verified', report }, `progress-verified ${report}`);
    } catch (problem) {
      this.#say(report, problem.message);
    }
    this.busy = new Set([...this.busy].filter((each) => each !== report));
  }

  #say(report, fault) {
    this.faults = new Map([...this.faults].filter(([each]) => each !== report));
    if (fault) this.faults.set(report, fault);
  }
}
customElements.define('today-desk', TodayDesk);
