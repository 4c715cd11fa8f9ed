// One chart is the wall: every project a row on one axis. How urgent it is sorts the rows, its colour decides their height.
// Events: `open` (detail: the project's id).
import { html, svg, nothing } from 'lit';
import { urgentFirst } from '../../store/selection.js';
import { text } from '../../text/text.js';
import { Axis } from '../part/axis.js';
import { Element } from '../part/element.js';
import { height, placed } from './wall-layout.js';
import { track } from '../part/track.js';
import { cells, compact, compactLines, lines } from './wall-row.js';

/** In rem: what a month's name needs, and how far it stays from the mark of today. */
const MONTH = 3.2;
const UPRIGHT = '(max-aspect-ratio: 1/1)';

// Places are set through `.style`, a property: the page's policy allows no style attributes.
class WallChart extends Element {
  static properties = {
    board: { attribute: false }, changes: { attribute: false }, now: { type: Number }, rev: { type: Number },
    chosen: { type: String }, room: { state: true }, width: { state: true },
  };

  constructor() {
    super();
    this.room = { space: 42, columns: 2, name: 17, reason: 14 };
    this.width = 21;
  }

  render() {
    const axis = new Axis(this.board.day);
    const cards = urgentFirst(this.board.cards.values());
    const { rows, compact: others, each, bare } = placed(cards, this.room, { row: this.#lines, compact: compactLines }, this.now, this.chosen || [...this.changes.keys()].at(-1));
    // Slots that are written anew, not rows that come and go by key: those leave their markers behind, thousands a day.
    return html`
      <div class="axis">${bare ? html`<p class="columns-none">${text('wall.bare')}</p>` : html`<p class="columns"><span></span><span>${text('wall.column.project')}</span><span>${text('wall.progress')}</span><span>${text('wall.timeShort')}</span><span>${text('wall.column.reason')}</span><span>${text('wall.column.age')}</span></p>${this.#months(axis)}`}</div>
      <div class="rows ${rows.pages > 1 || others.pages > 1 ? 'turning' : ''}">
        ${rows.cards.length ? html`<div class="charted">
          <svg class="grid" aria-hidden="true">${axis.months.map(({ x }) => svg`<line class="month" x1="${x}%" x2="${x}%" y1="0" y2="100%" />`)}</svg>
          ${rows.cards.map((card) => this.#row(card, axis))}
          <svg class="today" aria-hidden="true"><line x1="${axis.today}%" x2="${axis.today}%" y1="0" y2="100%" /></svg></div>` : nothing}
        ${others.cards.length ? html`<div class="others ${bare ? 'bare' : ''}" .style=${`--each: ${each}rem`}>${others.cards.map((card) => this.#small(card))}</div>` : nothing}
      </div>
      ${this.#turns('wall.turns.urgent', rows)}${this.#turns('wall.turns', others)}
      ${cards.length ? nothing : html`<p class="empty">${text('wall.empty')}</p>`}`;
  }

  #lines = (card) => lines(card, this.room.name);

  #months(axis) {
    const { width } = this;
    const { months } = axis;
    const every = Math.ceil((MONTH * months.length) / width);
    const january = Math.max(0, months.findIndex(({ year }) => year)); // it bears the year's name
    return html`<div class="months">${months.map(({ x, name, year }, i) =>
      (i - january) % every || x < 3 || x > 95 ? nothing : html`<span class=${year ? 'year' : ''} .style=${`left: ${x}%`}>${name}</span>`)}
      <b .style=${`left: ${axis.today}%`}>${text('wall.today')}</b></div>`;
  }

  #turns(key, { page, pages, cards }) {
    return pages > 1 ? html`<p class="turns">${text(key, { page: page + 1, pages, n: cards.length })}</p>` : nothing;
  }

  #row(card, axis) {
    const changes = this.changes.get(card.id);
    return html`<article class="row ${this.#state(card)}" .style=${`flex-basis: ${height(card, this.#lines(card))}rem`} data-project=${card.id} data-lamp=${card.lamp.colour}
        data-verified=${card.progress?.verified ?? nothing} data-pending=${card.progress?.pending ?? nothing} @click=${() => this.#open(card)}>
      ${cells(card, changes, this.now, this.room)}<svg class="track" aria-hidden="true">${track(card, axis, this.board.day)}</svg></article>`;
  }

  #small(card) {
    return html`<article class="small ${this.#state(card)}" data-project=${card.id} data-lamp=${card.lamp.colour}
        data-verified=${card.progress?.verified ?? nothing} @click=${() => this.#open(card)}>${compact(card, this.changes.get(card.id))}</article>`;
  }

  #state(card) {
    return [card.lamp.colour, this.changes.has(card.id) && 'changed', this.chosen === card.id && 'chosen'].filter(Boolean).join(' ');
  }

  #open(card) {
    this.dispatchEvent(new CustomEvent('open', { detail: card.id }));
  }

  firstUpdated() {
    // How many rows fit is a matter of the screen's shape; the height is kept in hundredths of the page's unit.
    new ResizeObserver(() => {
      const unit = parseFloat(getComputedStyle(document.documentElement).fontSize);
      const [, name, , , reason] = [...this.querySelectorAll('.columns span')].map((column) => column.clientWidth / unit);
      this.room = { ...this.room, space: this.querySelector('.rows').clientHeight / unit, columns: matchMedia(UPRIGHT).matches ? 1 : 2, ...(name && { name, reason }) };
      this.width = (this.querySelector('.months')?.clientWidth || unit * 21) / unit;
    }).observe(this.querySelector('.rows'));
  }
}
customElements.define('wall-chart', WallChart);
