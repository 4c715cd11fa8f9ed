// Reports that wait for a verdict, and what comes of one: it waits a while before it is told. The key is the report's: however
// often it is pressed, it is verified once. Event: `choose` (detail: the project).
import { TAKEN_BACK } from '../../store/holds.js';
import { Element } from '../part/element.js';
import { held } from '../part/held.js';
import { html } from '../part/html.js';
import './waiting-list.js';

class ReportsWaiting extends Element {
  static properties = { reports: { attribute: false }, api: { attribute: false }, now: { type: Number }, held: { attribute: false }, within: { type: Boolean }, faults: { state: true } };

  constructor() {
    super();
    this.faults = new Map();
  }

  render() {
    return html`<waiting-list .reports=${this.reports} .api=${this.api} .now=${this.now} .faults=${this.faults} .held=${this.held} .within=${this.within}
      @choose=${({ detail }) => this.dispatchEvent(new CustomEvent('choose', { detail }))} @verify=${({ detail }) => this.#verify(detail)}></waiting-list>`;
  }

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
customElements.define('reports-waiting', ReportsWaiting);
