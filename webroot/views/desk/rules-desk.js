// Rule sets: the one in force is open; pick another or edit it, see the present board under the old and the new rules side by side, and only then adopt it.
// An edited set is the next version of the one it came from. Adopting is an entry; history keeps its colours.
import { nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { named, text } from '../../text/text.js';
import { Element } from '../part/element.js';
import { html } from '../part/html.js';
import { lamp } from '../part/lamp.js';
import '../form/rules-form.js';
import { reason } from '../part/words.js';

const COLOURS = ['red', 'yellow', 'green', 'grey', 'done'];

class RulesDesk extends Element {
  static properties = {
    api: { attribute: false }, cards: { attribute: false }, totals: { attribute: false }, seq: { type: Number }, day: { type: String },
    rules: { state: true }, used: { state: true }, chosen: { state: true }, other: { state: true }, fault: { state: true }, saved: { state: true },
  };

  constructor() {
    super();
    this.used = [];
  }

  connectedCallback() {
    super.connectedCallback();
    this.#load();
  }

  render() {
    if (!this.rules) return this.fault ? html`<p class="fault" role="alert">${this.fault}</p>` : nothing;
    const { inForce, shipped } = this.rules;
    const sets = [inForce, ...shipped.filter(({ id }) => id !== inForce.id)];
    return html`<h2>${text('rules.title')}</h2>
      <p class="keys">${text('rules.inForce', { name: named(inForce.name) })}</p>
      <div class="choices">${sets.map((set) => html`<button class=${this.chosen?.id === set.id ? 'chosen' : ''} data-rules=${set.id} @click=${() => this.#choose(set)}>${named(set.name)}</button>`)}</div>
      ${this.chosen ? keyed(this.chosen.id, html`<rules-form .set=${this.chosen} .inForce=${inForce} .taken=${this.used} .api=${this.api} .ready=${Boolean(this.other)}
        @preview=${({ detail }) => this.#preview(detail)} @adopted=${({ detail }) => this.#adopted(detail)} @moved=${() => this.#load()}></rules-form>`) : nothing}
      ${this.fault ? html`<p class="fault" role="alert">${this.fault}</p>` : nothing}
      ${this.saved ? html`<p class="saved" role="status">${text('desk.saved', { seq: this.saved })}</p>` : nothing}
      ${this.other ? this.#compare() : nothing}`;
  }

  #compare() {
    const differ = this.cards.map((card) => [card, this.other.cards.find(({ id }) => id === card.id)]).filter(([now, then]) => then && now.lamp.colour !== then.lamp.colour);
    return html`<table class="compare"><thead><tr><td></td><th>${text('rules.now')}</th><th>${text('rules.then')}</th></tr></thead><tbody>
      ${COLOURS.map((colour) => html`<tr><th>${lamp(colour)} ${text(`lamp.${colour}`)}</th><td>${this.totals.lamps[colour]}</td><td>${this.other.totals.lamps[colour]}</td></tr>`)}
      ${differ.map(([now, then]) => html`<tr data-differs=${now.id}><th>${named(now.name)}</th><td>${lamp(now.lamp.colour)} ${reason(now)}</td><td>${lamp(then.lamp.colour)} ${reason(then)}</td></tr>`)}
      </tbody></table>${differ.length ? nothing : html`<p class="quiet">${text('rules.same')}</p>`}`;
  }

  #choose(set) {
    if (set.id === this.chosen?.id) return;
    this.chosen = set;
    this.other = null;
    this.saved = null;
    this.fault = null;
  }

  /** The board went on: the other board is asked for again, or what was reported since would look like the rules' doing. */
  updated(changed) {
    if ((changed.has('seq') || changed.has('day')) && this.other) this.#preview(this.asked);
  }

  /** `set`: null while what is typed is no rule set. */
  async #preview(set) {
    this.asked = set;
    if (!set) {
      this.other = null;
      return;
    }
    try {
      const other = await this.api.post('/api/board/preview', set);
      if (set === this.asked) this.other = other;
      this.fault = null;
    } catch (problem) {
      if (set !== this.asked) return;
      this.other = null;
      this.fault = [problem.message, ...problem.errors.map(({ path, message }) => `${path} ${message}`)].join(' ');
    }
  }

  #adopted(seq) {
    this.saved = seq;
    this.chosen = null;
    this.other = null;
    this.#load();
  }

  /** The sets, and every id that a set in the ledger ever had: a version is used once. */
  async #load() {
    try {
      const [rules, { entries }] = await Promise.all([this.api.get('/api/rules'), this.api.get('/api/entries?kind=rules-adopted&order=desc&limit=500')]);
      this.rules = rules;
      this.chosen ??= rules.inForce;
      this.used = [...new Set([rules.inForce.id, ...rules.shipped.map(({ id }) => id), ...entries.map(({ update }) => update.rules.id)])];
    } catch (problem) {
      this.fault = problem.message;
    }
  }
}
customElements.define('rules-desk', RulesDesk);
