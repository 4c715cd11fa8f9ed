// Rule sets: pick one or edit its thresholds, see the present board under the old and the new rules side by side, and only
// then adopt it. Adopting is an entry; history keeps its colours.
import { html, nothing } from 'lit';
import { named, text } from '../text/text.js';
import { Element } from './element.js';
import { lamp } from './lamp.js';
import { reason } from './words.js';

const COLOURS = ['red', 'yellow', 'green', 'grey', 'done'];
const DAYS = ['late', 'forecastLate', 'blockerOpen', 'blockerPromise'];

class RulesDesk extends Element {
  static properties = {
    api: { attribute: false }, cards: { attribute: false }, totals: { attribute: false },
    rules: { state: true }, draft: { state: true }, other: { state: true }, fault: { state: true }, saved: { state: true },
  };

  connectedCallback() {
    super.connectedCallback();
    this.#load();
  }

  render() {
    if (!this.rules) return nothing;
    const { inForce, shipped } = this.rules;
    const sets = [inForce, ...shipped.filter(({ id }) => id !== inForce.id)];
    return html`<h2>${text('rules.title')}</h2>
      <p class="keys">${text('rules.inForce', { name: named(inForce.name) })}</p>
      <div class="choices">${sets.map((set) => html`<button class=${this.draft?.id === set.id ? 'chosen' : ''} data-rules=${set.id} @click=${() => this.#choose(set)}>${named(set.name)}</button>`)}</div>
      ${this.draft ? this.#edit() : nothing}
      ${this.fault ? html`<p class="fault" role="alert">${this.fault}</p>` : nothing}
      ${this.saved ? html`<p class="saved" role="status">${text('desk.saved', { seq: this.saved })}</p>` : nothing}
      ${this.other ? this.#compare() : nothing}`;
  }

  #edit() {
    const { draft } = this;
    const pair = (name, rule, step = 1) => html`<fieldset><legend>${text(`rules.${name}`)}</legend>
      <label>${lamp('yellow')}<input type="number" min="0" step=${step} name=${`${name}.yellow`} .value=${rule?.yellow ?? ''} /></label>
      <label>${lamp('red')}<input type="number" min="0" step=${step} name=${`${name}.red`} .value=${rule?.red ?? ''} /></label></fieldset>`;
    return html`<form class="sheet rules" @input=${this.#typed} @submit=${this.#adopt}>
      <p class="wide quiet">${named(draft.source)}</p>
      ${DAYS.map((name) => pair(name, draft[name]))}${draft.behind ? pair('behind', draft.behind, 'any') : nothing}
      <label class="wide">${text('rules.reason')}<input name="reason" required maxlength="500" /></label>
      <button class="main" ?disabled=${!this.other}>${text('rules.adopt')}</button></form>`;
  }

  #compare() {
    const differ = this.cards.map((card) => [card, this.other.cards.find(({ id }) => id === card.id)]).filter(([now, then]) => then && now.lamp.colour !== then.lamp.colour);
    return html`<table class="compare"><thead><tr><th></th><th>${text('rules.now')}</th><th>${text('rules.then')}</th></tr></thead><tbody>
      ${COLOURS.map((colour) => html`<tr><th>${lamp(colour)} ${text(`lamp.${colour}`)}</th><td>${this.totals.lamps[colour]}</td><td>${this.other.totals.lamps[colour]}</td></tr>`)}
      ${differ.map(([now, then]) => html`<tr data-differs=${now.id}><th>${named(now.name)}</th><td>${lamp(now.lamp.colour)} ${reason(now)}</td><td>${lamp(then.lamp.colour)} ${reason(then)}</td></tr>`)}
      </tbody></table>${differ.length ? nothing : html`<p class="quiet">${text('rules.same')}</p>`}`;
  }

  #choose(set) {
    this.draft = structuredClone(set);
    this.saved = null;
    this.#preview();
  }

  #typed(event) {
    const [rule, colour] = event.target.name.split('.');
    if (!colour) return;
    const draft = { ...this.draft, [rule]: { ...this.draft[rule], [colour]: event.target.value === '' ? undefined : Number(event.target.value) } };
    if (DAYS.includes(rule) && draft[rule].yellow === undefined && draft[rule].red === undefined) delete draft[rule];
    draft.id = this.rules.shipped.some(({ id }) => id === draft.id) || draft.id === this.rules.inForce.id ? `${draft.id}-edited` : draft.id;
    this.draft = draft;
    this.#preview();
  }

  async #preview() {
    const { draft } = this;
    try {
      const other = await this.api.post('/api/board/preview', draft);
      if (draft === this.draft) this.other = other;
      this.fault = null;
    } catch (problem) {
      this.other = null;
      this.fault = problem.message;
    }
  }

  async #adopt(event) {
    event.preventDefault();
    try {
      this.saved = (await this.api.post('/api/updates', { kind: 'rules-adopted', rules: this.draft, reason: new FormData(event.target).get('reason') })).seq;
      this.draft = null;
      this.other = null;
      await this.#load();
    } catch (problem) {
      this.fault = problem.message;
    }
  }

  async #load() {
    try {
      this.rules = await this.api.get('/api/rules');
    } catch (problem) {
      this.fault = problem.message;
    }
  }
}
customElements.define('rules-desk', RulesDesk);
