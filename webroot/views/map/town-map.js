// The town and its projects where they are: lamps, names, the lines that some follow, and the outline, drawn here without any
// service; over the tiles of one where one is configured, in the system in which they are drawn. Events: `open` (detail: a project's id), `place` (detail: {latitude, longitude} that was pressed, while `picks`).
import { nothing } from 'lit';
import { urgentFirst } from '../../store/selection.js';
import { named, text } from '../../text/text.js';
import { Element } from '../part/element.js';
import { ems } from '../part/fitted.js';
import { html, svg } from '../part/html.js';
import { lampOf } from '../part/lamp.js';
import { gathered, linesOf, meets, placedLabels } from './map-labels.js';
import { fitting, gcj02, measure, moved, nearer, seen, tilesOf, under, unshifted } from './projection.js';

const LINE = 1.16;
/** In em: a name is broken into lines no longer than this. */
const LONGEST = 11;
const STEP = 1.6;
const WHEEL = 1.002;
/** A pointer that moved less was a press. */
const STILL = 4;

class TownMap extends Element {
  static properties = {
    cards: { attribute: false }, outline: { attribute: false }, tiles: { attribute: false }, draft: { attribute: false }, picks: { type: Boolean }, chosen: { type: String }, fresh: { attribute: false }, stress: { type: Number },
    room: { state: true }, view: { state: true },
  };

  #seen = new ResizeObserver(() => this.#measure());
  #drag = null;

  constructor() {
    super();
    this.cards = [];
    this.stress = 1.12;
    this.room = { width: 0, height: 0 };
  }

  connectedCallback() {
    super.connectedCallback();
    this.#seen.observe(this);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#seen.disconnect();
  }

  #measure() {
    const { width, height } = this.getBoundingClientRect();
    this.room = { width: Math.round(width), height: Math.round(height) };
  }

  /** Pixels of one em, of a name that is not urgent. */
  get #em() {
    return parseFloat(getComputedStyle(this).fontSize);
  }

  /** Where a place is on what lies under it. */
  get #shift() {
    return this.tiles?.system === 'gcj-02' ? gcj02 : (place) => place;
  }

  get #placed() {
    return urgentFirst(this.cards.filter(({ site }) => site));
  }

  /** What the map shows of itself: the town, or where its projects are. */
  get #view() {
    const rings = (this.outline?.rings ?? []).flat();
    const places = [...rings, ...this.#placed.flatMap(({ site, course = [] }) => [site, ...course]), ...(rings.length || this.#placed.length ? [] : this.draft ?? [])];
    return this.view ?? fitting(places.map(this.#shift), this.room, this.#em * 2.4);
  }

  render() {
    if (!this.room.width) return nothing;
    const view = this.#view;
    return view ? html`<svg class=${[this.picks && 'picks', this.tiles && 'tiled'].filter(Boolean).join(' ')} role="group" aria-label=${text('map.title')} viewBox="0 0 ${this.room.width} ${this.room.height}"
      @pointerdown=${this.#down} @pointermove=${this.#move} @pointerup=${this.#up} @wheel=${this.#wheel}>${this.#drawn(view)}</svg>
      <p class="zoom"><button type="button" aria-label=${text('map.nearer')} @click=${() => this.#zoom(STEP)}>＋</button><button type="button" aria-label=${text('map.farther')} @click=${() => this.#zoom(1 / STEP)}>－</button>
        <button type="button" @click=${() => { this.view = null; }}>${text('map.whole')}</button></p>${this.tiles ? html`<p class="by">${this.tiles.by}</p>` : nothing}` : html`<p class="quiet">${text('map.empty')}</p>`;
  }

  #drawn(view) {
    const shift = this.#shift;
    const at = (place) => seen(shift(place), view, this.room);
    const path = (places) => places.map((place) => { const { x, y } = at(place); return `${x.toFixed(1)},${y.toFixed(1)}`; }).join(' ');
    const cards = this.#placed;
    const lamp = this.#em * 1.15;
    const heaps = gathered(cards.map((card) => ({ ...at(card.site), card })), lamp).map((heap) => ({ ...heap, label: this.#label(heap.items) }));
    const bar = measure(view, this.room.width / 5);
    const taken = [{ left: 0, right: bar.pixels + this.#em * 2, top: this.room.height - this.#em * 2.6, bottom: this.room.height }, { left: this.room.width - this.#em * 8, right: this.room.width, top: 0, bottom: this.#em * 3 }];
    return [
      this.tiles ? svg`<g class="tiles" aria-hidden="true">${tilesOf(view, this.room).map((tile) => svg`<image href=${this.#address(tile)} x=${tile.left} y=${tile.top} width=${tile.size + 0.5} height=${tile.size + 0.5} />`)}</g>` : nothing,
      (this.outline?.rings ?? []).map((ring) => svg`<polygon class="outline" points=${path(ring)} />`),
      cards.filter(({ course }) => course).map((card) => svg`<polyline class="course under" points=${path(card.course)} /><polyline class="course ${card.lamp.colour}" points=${path(card.course)} />`),
      ...placedLabels(heaps, lamp, { ...this.room, taken }).map((heap) => this.#marked(heap, lamp)),
      this.#sketch(at, path),
      svg`<g class="bar"><path d="M${this.#em} ${this.room.height - this.#em}h${bar.pixels}m0 ${-this.#em * 0.4}v${this.#em * 0.4}M${this.#em} ${this.room.height - this.#em * 1.4}v${this.#em * 0.4}" />
        <text x=${this.#em} y=${this.room.height - this.#em * 1.5}>${bar.metres >= 1000 ? text('map.km', { n: bar.metres / 1000 }) : text('map.m', { n: bar.metres })}</text></g>`,
    ];
  }

  #address({ z, x, y }) {
    return this.tiles.address.replace('{z}', z).replace('{x}', x).replace('{y}', y);
  }

  /** What is being drawn, and not yet told. */
  #sketch(at, path) {
    const { draft = [] } = this;
    return draft?.length ? [draft.length > 1 ? svg`<polyline class="course draft" points=${path(draft)} />` : nothing,
      draft.map((place) => { const { x, y } = at(place); return svg`<circle class="draft" cx=${x} cy=${y} r=${this.#em * 0.35} />`; })] : nothing;
  }

  /** The name of the first, and how many stand there; urgent ones larger. */
  #label(items) {
    const [{ card }] = items;
    const urgent = ['red', 'yellow'].includes(card.lamp.colour);
    const em = this.#em * (urgent ? this.stress : 1);
    const words = items.length > 1 ? text('map.heap', { name: named(card.name), n: items.length }) : named(card.name);
    const measured = (line) => ems(line, urgent ? 700 : 400);
    const lines = linesOf(words, LONGEST, measured);
    return { lines, em, width: Math.max(...lines.map(measured)) * em + em * 0.5, height: lines.length * em * LINE + em * 0.2 };
  }

  #marked({ x, y, items, label: { lines, em, height }, box, led }, size) {
    const [{ card }] = items;
    const { colour } = card.lamp;
    const classes = ['project', colour, items.some(({ card: { id } }) => id === this.chosen) ? 'chosen' : '', items.some(({ card: { id } }) => this.fresh?.has(id)) ? 'fresh' : ''].filter(Boolean).join(' ');
    const end = box && meets({ x, y }, box);
    const left = box && box.left + box.right < 2 * x;
    return svg`<g class=${classes} tabindex="0" role="link" data-project=${card.id} aria-label=${items.map((each) => named(each.card.name)).join(text('join.and'))}
        @click=${() => this.#open(card)} @keydown=${(event) => { if (event.key === 'Enter') this.#open(card); }}>
      <title>${items.map((each) => named(each.card.name)).join('\n')}</title>
      ${led ? svg`<line class="lead" x1=${x} y1=${y} x2=${end.x} y2=${end.y} />` : nothing}
      <circle class="seat" cx=${x} cy=${y} r=${size * 0.62} />
      <g transform="translate(${x - size * 0.4} ${y - size * 0.4})"><svg class="spot" width=${size * 0.8} height=${size * 0.8}>${lampOf(card)}</svg></g>
      ${box ? lines.map((line, i) => svg`<text class="name" font-size=${em} text-anchor=${left ? 'end' : 'start'} x=${left ? box.right - em * 0.25 : box.left + em * 0.25} y=${box.top + (height - lines.length * em * LINE) / 2 + (i + 0.82) * em * LINE}>${line}</text>`) : nothing}</g>`;
  }

  #open(card) {
    if (!this.picks && !this.#drag?.far) this.dispatchEvent(new CustomEvent('open', { detail: card.id }));
  }

  #zoom(times, point = { x: this.room.width / 2, y: this.room.height / 2 }) {
    this.view = nearer(this.#view, times, point, this.room);
  }

  #point({ clientX, clientY }) {
    const { left, top } = this.getBoundingClientRect();
    return { x: clientX - left, y: clientY - top };
  }

  #down(event) {
    this.#drag = { from: this.#point(event), view: this.#view, far: false };
  }

  #move(event) {
    if (!this.#drag || !event.buttons) return;
    const { x, y } = this.#point(event);
    const [dx, dy] = [x - this.#drag.from.x, y - this.#drag.from.y];
    this.#drag.far ||= Math.hypot(dx, dy) > STILL;
    if (this.#drag.far) this.view = moved(this.#drag.view, dx, dy);
  }

  #up(event) {
    if (this.picks && this.#drag && !this.#drag.far) this.dispatchEvent(new CustomEvent('place', { detail: this.tiles?.system === 'gcj-02' ? unshifted(under(this.#point(event), this.#view, this.room)) : under(this.#point(event), this.#view, this.room) }));
  }

  #wheel(event) {
    event.preventDefault();
    this.#zoom(WHEEL ** -event.deltaY, this.#point(event));
  }
}
customElements.define('town-map', TownMap);
