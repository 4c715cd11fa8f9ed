// Where the rows of a plan can come from: a template of stages and two days, or another project's plan. Event: `rows`
// (detail: what takes the place of what is not told yet).
import { nothing } from 'lit';
import { LAST_DAY } from '../../text/dates.js';
import { html } from '../part/html.js';
import { named, text } from '../../text/text.js';
import { Element } from '../part/element.js';
import { copyOf, rowsIn } from './plan-rows.js';

class PlanFillers extends Element {
  static properties = { api: { attribute: false }, card: { attribute: false }, others: { attribute: false }, start: { type: String }, finish: { type: String }, templates: { state: true }, fault: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.api.get('/api/templates').then(({ templates }) => { this.templates = templates; }, (problem) => { this.fault = problem.message; });
  }

  render() {
    return html`<div class="fillers"><label>${text('plans.template')}<select data-fill="template"><option value="">${text('field.choose')}</option>${(this.templates ?? []).map(({ id, name }) => html`<option value=${id}>${named(name)}</option>`)}</select></label>
      <label>${text('plans.start')}<input type="date" data-fill="start" max=${LAST_DAY} .defaultValue=${this.start ?? ''} /></label><label>${text('plans.finish')}<input type="date" data-fill="finish" max=${LAST_DAY} .defaultValue=${this.finish ?? ''} /></label>
      <button type="button" data-act="by-template" @click=${this.#byTemplate}>${text('plan.by-template')}</button>
      ${this.others?.length ? html`<label>${text('plan.copy')}<select data-fill="copy" @change=${this.#copy}><option value="">${text('field.choose')}</option>${this.others.map(({ id, name }) => html`<option value=${id}>${named(name)}</option>`)}</select></label>` : nothing}
      ${this.fault ? html`<p class="fault" role="alert">${this.fault}</p>` : nothing}</div>`;
  }

  #of(name) {
    return this.querySelector(`[data-fill=${name}]`).value;
  }

  async #byTemplate() {
    const [template, start, finish] = ['template', 'start', 'finish'].map((name) => this.#of(name));
    if (!template || !start || !finish) {
      this.fault = text('plan.by-template.whole');
      return;
    }
    try {
      const { plans: [{ updates, refused }] } = await this.api.post('/api/plans/preview', { plans: [{ project: this.card.id, template, start, finish }] });
      this.fault = updates ? null : refused.detail;
      if (updates) this.#give(rowsIn(updates, new Set(this.card.milestones.map(({ id }) => id))));
    } catch (problem) {
      if (problem.status === undefined) throw problem;
      this.fault = problem.message;
    }
  }

  #copy({ target }) {
    const other = this.others.find(({ id }) => id === target.value);
    if (other) this.#give(copyOf(other, this.#of('start')));
    target.value = '';
  }

  #give(rows) {
    this.dispatchEvent(new CustomEvent('rows', { detail: rows }));
  }
}
customElements.define('plan-fillers', PlanFillers);
