// The office opens a project: from nothing, or with another's milestones, moved to begin on a day. Event: `opened`.
import { html, nothing } from 'lit';
import { newKey } from '../http/key.js';
import { named, text } from '../text/text.js';
import { Element } from './element.js';

const SECTORS = ['economy', 'transport.road', 'transport.urban', 'waterAndWaste', 'governance', 'cultureSportsAndRecreation', 'energy', 'naturalResources',
  'education', 'health', 'socialHousing', 'environment', 'communications'];
const STAGES = ['identification', 'preparation', 'implementation'];
const DAY = 86_400_000;
const moved = (date, days) => new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);

class ProjectOpening extends Element {
  static properties = { api: { attribute: false }, cards: { attribute: false }, day: { type: String }, fault: { state: true } };

  #keys = [newKey(), newKey()];

  render() {
    return html`<details class="own"><summary>${text('opening.title')}</summary><form class="sheet" @submit=${this.#open} @input=${() => { this.#keys = [newKey(), newKey()]; }}>
      <label>${text('opening.id')}<input name="id" required pattern="[a-z0-9]+(-[a-z0-9]+)*" maxlength="64" placeholder="hefan-underpass" /></label>
      <label>${text('opening.sector')}<select name="sector">${SECTORS.map((sector) => html`<option value=${sector}>${text(`sector.${sector.split('.')[0]}`)} ${sector.split('.')[1] ?? ''}</option>`)}</select></label>
      <label>${text('field.name.zh')}<input name="zh" required maxlength="80" /></label><label>${text('field.name.en')}<input name="en" required maxlength="160" /></label>
      <label>${text('opening.kind')}<select name="projectKind"><option value="works">${text('opening.works')}</option><option value="safeguard">${text('opening.safeguard')}</option></select></label>
      <label>${text('field.stage')}<select name="stage">${STAGES.map((stage) => html`<option value=${stage}>${text(`stage.${stage}`)}</option>`)}</select></label>
      <label>${text('opening.copy')}<select name="copy"><option value="">—</option>${this.cards.filter(({ milestones }) => milestones.length).map(({ id, name }) =>
        html`<option value=${id}>${named(name)}</option>`)}</select></label>
      <label>${text('opening.begin')}<input type="date" name="begin" .defaultValue=${this.day} /></label>
      ${this.fault ? html`<p class="fault" role="alert">${this.fault}</p>` : nothing}
      <button class="main">${text('opening.open')}</button></form></details>`;
  }

  async #open(event) {
    event.preventDefault();
    const form = event.target;
    const { id, zh, en, sector, projectKind, stage, copy, begin } = Object.fromEntries(new FormData(form));
    try {
      await this.api.post(`/api/projects/${id}/updates`, { kind: 'project-opened', name: { zh, en }, sector, projectKind, stage }, this.#keys[0]);
      const plan = this.cards.find((card) => card.id === copy)?.milestones;
      if (plan) await this.api.post(`/api/projects/${id}/updates:batch`, { updates: this.#copied(plan, begin) }, this.#keys[1]);
      this.fault = null;
      form.reset();
      this.dispatchEvent(new CustomEvent('opened', { detail: id }));
    } catch (problem) {
      this.fault = [problem.message, ...(problem.errors ?? []).map(({ path, message }) => `${path} ${message}`)].join(' ');
    }
  }

  #copied(plan, begin) {
    const first = plan.map(({ baseline }) => baseline.start).sort()[0];
    const days = Math.round((Date.parse(begin) - Date.parse(first)) / DAY);
    return plan.map(({ id, name, weight, baseline, after }) => ({
      kind: 'milestone-planned', milestone: id, name, weight, start: moved(baseline.start, days), finish: moved(baseline.finish, days), ...(after && { after }) }));
  }
}
customElements.define('project-opening', ProjectOpening);
