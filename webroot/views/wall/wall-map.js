// The wall as a map: the same projects where they are, each with its lamp and its name; who is urgent is larger. Events: `open`
// (detail: the project's id).
import { nothing } from 'lit';
import { drawnOutline } from '../../store/outline.js';
import { named, text } from '../../text/text.js';
import { Element } from '../part/element.js';
import { html } from '../part/html.js';
import { lamp } from '../part/lamp.js';
import '../map/town-map.js';

const LAMPS = ['red', 'yellow', 'green', 'grey', 'done'];
/** How much larger the name of an urgent one is: what matters on a wall beside what is said on it. */
const STRESS = 1.33;
/** Who has no place is named while they are few. */
const NAMED = 3;
const AGAIN_MILLIS = 600_000;

class WallMap extends Element {
  static properties = { api: { attribute: false }, board: { attribute: false }, changes: { attribute: false }, chosen: { type: String }, rev: { type: Number }, outline: { state: true }, tiles: { state: true } };

  #timer = 0;

  connectedCallback() {
    super.connectedCallback();
    this.#load();
    this.#timer = setInterval(() => this.#load(), AGAIN_MILLIS);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.#timer);
  }

  async #load() {
    try {
      const map = await this.api.get('/api/map');
      this.outline = drawnOutline(map);
      this.tiles = map.tiles;
    } catch {
      // the projects are where they are without it, and the line says what is wrong
    }
  }

  render() {
    const cards = [...this.board.cards.values()];
    const lost = cards.filter(({ site }) => !site);
    return html`<town-map .cards=${cards} .outline=${this.outline} .tiles=${this.tiles} .fresh=${new Set(this.changes.keys())} .chosen=${this.chosen} .stress=${STRESS}
        @open=${({ detail }) => this.dispatchEvent(new CustomEvent('open', { detail }))}></town-map>
      <p class="marks">${LAMPS.map((colour) => html`<span>${lamp(colour)} ${text(`lamp.${colour}`)}</span>`)}
        ${this.outline ? html`<span>${this.outline.source}</span>` : nothing}
        ${lost.length ? html`<span>${text('map.lost', { n: lost.length })}${lost.length <= NAMED ? html` ${lost.map((card) => named(card.name)).join(text('join.and'))}` : nothing}</span>` : nothing}</p>`;
  }
}
customElements.define('wall-map', WallMap);
