// The office opens a project: from nothing, or with another's milestones, moved to begin on a day; all of it or nothing.
// Event: `opened` (detail: the project's id).
import { nothing } from 'lit';
import { LAST_DAY } from '../../text/dates.js';
import { fieldOf, longest } from '../../text/kinds.js';
import { named, opening, text } from '../../text/text.js';
import { SECTORS } from '../form/forms.js';
import { Sheet } from '../form/draft-form.js';
import { html } from '../part/html.js';
import { UNITS } from '../part/known-names.js';
import { slug } from './plan-rows.js';

const KIND = 'project-opened';
const CADENCE = fieldOf(KIND, 'cadence');
const STAGES = ['identification', 'preparation', 'implementation'];
const choose = () => html`<option value="">${text('field.choose')}</option>`;
const DAY = 86_400_000;
const moved = (date, days) => new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);

class ProjectOpening extends Sheet {
  static properties = { api: { attribute: false }, cards: { attribute: false }, day: { type: String } };

  get place() {
    return 'project-opened';
  }

  render() {
    const line = (name, label, { optional, ...more } = {}) => html`<label><span>${label}${optional ? html` <small>${text('field.optional')}</small>` : ''}</span>
      <input name=${name} list=${more.known ?? nothing} ?required=${!optional} maxlength=${more.longest ?? longest(KIND, name)} pattern=${more.pattern ?? '.*'} placeholder=${more.hint ?? ''} />${this.flaw(name)}</label>`;
    return html`<details class="own"><summary>${text('opening.title')}</summary><form class="sheet" @submit=${this.#open}>
      ${line('name.zh', text('field.name.zh'))}${line('name.en', text('field.name.en'), { optional: true })}
      <label>${text('opening.sector')}<select name="sector" required>${choose()}${SECTORS.map((sector) => html`<option value=${sector}>${opening(text(`sector.${sector}`))}</option>`)}</select></label>
      <label>${text('opening.kind')}<select name="projectKind" required>${choose()}<option value="works">${text('opening.works')}</option><option value="safeguard">${text('opening.safeguard')}</option></select></label>
      <label>${text('field.stage')}<select name="stage" required>${choose()}${STAGES.map((stage) => html`<option value=${stage}>${opening(text(`stage.${stage}`))}</option>`)}</select></label>
      ${line('owner', text('field.owner'), { optional: true, known: UNITS })}
      <label><span>${text('field.cadence')} <small>${text('field.optional')}</small></span><input type="number" name="cadence" min=${CADENCE.min} max=${CADENCE.max} placeholder="5" />${this.flaw('cadence')}</label>
      ${line('capacity.zh', text('field.capacity.zh'), { optional: true })}${line('capacity.en', text('field.capacity.en'), { optional: true })}
      <label>${text('opening.copy')}<select name="copy"><option value="">—</option>${this.cards.filter(({ milestones }) => milestones.length).map(({ id, name }) =>
        html`<option value=${id}>${named(name)}</option>`)}</select></label>
      <label>${text('opening.begin')}<input type="date" name="begin" max=${LAST_DAY} .defaultValue=${this.day} /></label>
      ${this.notes()}
      ${this.sender('opening.open')}</form></details>`;
  }

  async #open(event) {
    event.preventDefault();
    const typed = Object.fromEntries(new FormData(this.form));
    const { sector, projectKind, stage, owner, cadence, copy, begin } = typed;
    const name = (of) => ({ zh: typed[`${of}.zh`], ...(typed[`${of}.en`] && { en: typed[`${of}.en`] }) });
    const plan = this.cards.find((card) => card.id === copy)?.milestones ?? [];
    const updates = [{ kind: 'project-opened', name: name('name'), sector, projectKind, stage, ...(owner && { owner }), ...(cadence && { cadence: Number(cadence) }),
      ...((typed['capacity.zh'] || typed['capacity.en']) && { capacity: name('capacity') }) }, ...this.#copied(plan, begin)];
    await this.#proposed(typed['name.zh'], typed['name.en']);
    let id;
    const opened = await this.send((key) => {
      id = this.draft.rows?.id ?? `p-${key.toLowerCase().replace(/[^a-z0-9]/g, '').slice(0, 8)}`;
      return this.api.post(`/api/projects/${id}/updates:batch`, { updates }, key);
    });
    if (opened) this.dispatchEvent(new CustomEvent('opened', { detail: id }));
  }

  /** An id of its English name where there is one, else of its name in pinyin; kept, so that sent again it is the same project. */
  async #proposed(zh, en) {
    const named = `${zh} ${en}`;
    if (this.draft.rows?.named === named) return;
    const id = en ? slug(en, this.cards) : (await this.api.get(`/api/project-ids?name=${encodeURIComponent(zh)}`).catch(() => ({}))).id;
    this.draft.rows = { named, id };
  }

  #copied(plan, begin) {
    const first = plan.map(({ baseline }) => baseline.start).sort()[0];
    const days = Math.round((Date.parse(begin) - Date.parse(first)) / DAY);
    return plan.map(({ id, name, weight, baseline, after }) => ({
      kind: 'milestone-planned', milestone: id, name, weight, start: moved(baseline.start, days), finish: moved(baseline.finish, days), ...(after && { after }) }));
  }
}
customElements.define('project-opening', ProjectOpening);
