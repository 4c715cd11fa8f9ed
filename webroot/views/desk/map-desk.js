// Where the projects are. Whoever may says where one is: by a press on the map, or by coordinates with the system that they were
// written in; and draws the line that a road follows. The office gives the map its outline.
import { nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { drawnOutline } from '../../store/outline.js';
import { Refresh } from '../../store/refresh.js';
import { named, text } from '../../text/text.js';
import '../form/act-form.js';
import { Element } from '../part/element.js';
import { html } from '../part/html.js';
import { lamp } from '../part/lamp.js';
import '../map/town-map.js';
import './outline-form.js';

const LAMPS = ['red', 'yellow', 'green', 'grey', 'done'];

class MapDesk extends Element {
  static properties = {
    api: { attribute: false }, cards: { attribute: false }, mine: { attribute: false }, past: { type: Boolean }, tells: { attribute: false }, day: { type: String }, rev: { type: Number },
    outline: { state: true }, tiles: { state: true }, trial: { state: true }, chosen: { state: true }, drawing: { state: true }, draft: { state: true }, saved: { state: true }, fault: { state: true }, busy: { state: true },
  };

  #refresh = new Refresh(() => this.#load());

  constructor() {
    super();
    this.draft = [];
  }

  connectedCallback() {
    super.connectedCallback();
    this.#load();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#refresh.end();
  }

  willUpdate(changed) {
    if (changed.get('rev') !== undefined) this.#refresh.moved();
  }

  async #load() {
    try {
      const map = await this.api.get('/api/map');
      this.outline = drawnOutline(map);
      this.tiles = map.tiles;
      this.fault = null;
    } catch (problem) {
      this.fault = problem.message;
    }
  }

  get #card() {
    return this.cards.find(({ id }) => id === this.chosen);
  }

  get #places() {
    return !this.past && this.tells.includes('project-placed');
  }

  render() {
    const lost = this.cards.filter(({ site }) => !site);
    const outline = this.trial?.length ? { rings: this.trial } : this.outline;
    const draws = !this.past && this.tells.includes('outline-drawn');
    const beside = this.#places || lost.length || draws;
    return html`<h2>${text('map.title')}</h2>
      <p class="key">${LAMPS.map((colour) => html`<span>${lamp(colour)} ${text(`lamp.${colour}`)} ${this.cards.filter((card) => card.lamp.colour === colour).length}</span>`)}
        ${outline?.source ? html`<small>${text('map.outline', { source: outline.source })}</small>` : nothing}</p>
      ${this.fault ? html`<p class="fault" role="alert">${this.fault}</p>` : nothing}
      <div class="where ${beside ? '' : 'whole'}"><town-map .cards=${this.cards} .outline=${outline} .tiles=${this.tiles} .draft=${this.draft} ?picks=${Boolean(this.chosen)} .chosen=${this.chosen ?? ''}
        @open=${({ detail }) => this.dispatchEvent(new CustomEvent('go', { detail }))} @place=${({ detail }) => this.#press(detail)}></town-map>
      ${beside ? html`<div class="side">${this.#places ? this.#placing() : nothing}
        ${lost.length ? html`<h3>${text('map.lost', { n: lost.length })}</h3><ul class="lost">${lost.map((card) => html`<li>${lamp(card.lamp.colour)} ${named(card.name)}
          ${this.#places && this.mine.includes(card) ? html`<button data-place=${card.id} @click=${() => this.#choose(card.id)}>${text('map.place')}</button>` : nothing}</li>`)}</ul>` : nothing}
        ${draws ? html`<outline-form .api=${this.api} @trial=${({ detail }) => { this.trial = detail; }} @told=${({ detail }) => { this.saved = detail; this.trial = null; this.#load(); }}></outline-form>` : nothing}</div>` : nothing}</div>`;
  }

  #placing() {
    const card = this.#card;
    return html`<label>${text('map.choose')}<select name="placed" .value=${this.chosen ?? ''} @change=${({ target }) => this.#choose(target.value)}><option value="">${text('field.choose')}</option>
        ${this.mine.map(({ id, name }) => html`<option value=${id} ?selected=${id === this.chosen}>${named(name)}</option>`)}</select></label>
      ${this.saved ? html`<p class="saved" role="status">${text('desk.saved', { seq: this.saved })}</p>` : nothing}
      ${card ? html`<p class="acts">${['site', 'course'].map((what) => html`<button data-draw=${what} aria-pressed=${what === this.drawing} class=${what === this.drawing ? 'chosen' : ''} @click=${() => this.#choose(card.id, what)}>${text(`map.draw.${what}`)}</button>`)}</p>
        ${this.drawing === 'site' ? this.#point(card) : this.#line(card)}` : html`<p class="quiet">${text('map.how')}</p>`}`;
  }

  /** Pressed on the map, or typed. */
  #point(card) {
    const [place] = this.draft;
    const given = place ? { 'site.latitude': place.latitude, 'site.longitude': place.longitude, system: 'wgs-84' } : null;
    return html`<p class="quiet">${text('map.press.site')}</p>${keyed(`${card.id} ${JSON.stringify(place)}`, html`<act-form kind="project-placed" .card=${card} .given=${given} .api=${this.api} .day=${this.day}
      @close=${() => this.#choose(null)} @told=${({ detail }) => this.#told(detail)}></act-form>`)}`;
  }

  #line(card) {
    const n = this.draft.length;
    return html`<p class="quiet">${text('map.press.course')}</p><p>${text('map.points', { n })}</p>
      <p class="acts"><button ?disabled=${!n} data-back @click=${() => { this.draft = this.draft.slice(0, -1); }}>${text('map.back')}</button>
        <button class="main" data-save ?disabled=${n < 2 || this.busy} @click=${() => this.#follow(card, this.draft)}>${text('map.save')}</button>
        ${card.course ? html`<button data-clear ?disabled=${this.busy} @click=${() => this.#follow(card, [])}>${text('map.clear')}</button>` : nothing}</p>`;
  }

  #choose(id, what = 'site') {
    this.chosen = id || null;
    this.drawing = what;
    this.draft = [];
    this.saved = null;
  }

  #press(place) {
    this.draft = this.drawing === 'course' ? [...this.draft, place] : [place];
  }

  /** A line has a place too: its own, or in its middle. */
  async #follow(card, course) {
    this.busy = true;
    try {
      const site = card.site ?? course[Math.floor(course.length / 2)];
      this.#told((await this.api.post(`/api/projects/${card.id}/updates`, { kind: 'project-placed', site, course, system: 'wgs-84' })).seq);
      this.fault = null;
    } catch (problem) {
      this.fault = problem.message;
    }
    this.busy = false;
  }

  #told(seq) {
    this.#choose(null);
    this.saved = seq;
  }
}
customElements.define('map-desk', MapDesk);
