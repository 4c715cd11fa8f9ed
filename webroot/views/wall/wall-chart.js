// One chart is the wall: every project a row on one axis. How urgent it is sorts the rows, its colour decides their height.
// Events: `open` (detail: the project's id).
import { nothing } from 'lit';
import { urgentFirst } from '../../store/selection.js';
import { fullYear, monthNumber, shortYear } from '../../text/dates.js';
import { text } from '../../text/text.js';
import { Axis } from '../part/axis.js';
import { Element } from '../part/element.js';
import { ems } from '../part/fitted.js';
import { html, svg } from '../part/html.js';
import { placed } from './wall-layout.js';
import { track } from '../part/track.js';
import { laned, lanes } from './wall-lanes.js';
import { monthNames } from './wall-months.js';
import { SAY, cells, compact, grown, long, shared } from './wall-row.js';

/** In rem: a row that high for each of its milestones shows them one below the other, with their names. */
const LANE = 2.9;
const UPRIGHT = '(max-aspect-ratio: 1/1)';

const MARKS = ['verified', 'pending', 'missing', 'planned', 'forecast'];

// Places are set through `.style`, a property: the page's policy allows no style attributes.
class WallChart extends Element {
  static properties = {
    board: { attribute: false }, changes: { attribute: false }, now: { type: Number }, rev: { type: Number },
    chosen: { type: String }, past: { type: Boolean }, room: { state: true }, width: { state: true },
  };

  constructor() {
    super();
    this.room = { space: 42, columns: 3, width: 70 };
    this.width = 22;
  }

  render() {
    const axis = new Axis(this.board.day);
    const cards = urgentFirst(this.board.cards.values());
    const lines = { row: long.row, compact: (card, beside) => long.compact(card, shared(this.room.width, beside)) };
    const { rows, compact: others, bare, tall, line, columns } = placed(cards, this.room, lines, this.now, this.chosen || [...this.changes.keys()].at(-1));
    const wide = bare ? shared(this.room.width, 2) : shared(this.room.width, columns);
    const names = this.#names(axis);
    const high = tall ? this.room.space / rows.cards.length : 0;
    const shape = [tall && 'tall', grown(high) && 'vast'].filter(Boolean).join(' ');
    // Slots that are written anew, not rows that come and go by key: those leave their markers behind, thousands a day.
    return html`
      <div class="axis ${shape}"><p class="columns"><span></span><span>${bare ? text('wall.bare') : text('wall.column.project')}${this.#turns('wall.turns.urgent', rows)}${bare ? this.#turns('wall.turns', others) : nothing}</span>
        ${bare ? nothing : html`<span>${text('wall.progress')}</span><span>${text('wall.timeShort')}</span><span>${text('wall.column.reason')}</span><span>${text('wall.column.age')}</span>`}</p>${bare ? nothing : this.#months(names)}</div>
      <div class="rows ${shape}">
        ${rows.cards.length ? html`<div class="charted">
          <svg class="grid" aria-hidden="true">${axis.months.map(({ x, year }) => svg`<line class="month ${year ? 'year' : ''}" x1="${x}%" x2="${x}%" y1="0" y2="100%" />`)}</svg>
          ${rows.cards.map((card) => this.#row(card, axis, high))}
          <svg class="today" aria-hidden="true"><line x1="${axis.today}%" x2="${axis.today}%" y1="0" y2="100%" /></svg></div>` : nothing}
        ${others.cards.length ? html`<div class="others ${bare ? 'bare' : ''}" .style=${`--line: ${line}rem; --beside: ${columns}`}>${others.cards.map((card) => this.#small(card, wide))}</div>` : nothing}
      </div>
      ${bare ? nothing : html`<div class="foot"><p class="marks">${MARKS.map((mark) => html`<span><i class=${mark}></i>${text(`wall.mark.${mark}`)}</span>`)}${this.#turns('wall.turns', others)}</p>
        ${rows.cards.length ? html`<div class="months"><b .style=${`left: ${axis.today}%`}>${this.#today}</b>${names.foot === null ? nothing : html`<span class="year" .style=${`left: ${names.foot}%`}>${fullYear(axis.months.find(({ year }) => year).date)}</span>`}</div>` : nothing}</div>`}`;
  }

  /** The names along the axis, by the measured width of what may stand there. */
  #names(axis) {
    const wide = (words, weight) => ems(words, weight) * SAY;
    const january = axis.months.find(({ year }) => year)?.date ?? '';
    return monthNames(axis, { axis: this.width, month: Math.max(...axis.months.map(({ date }) => wide(monthNumber(date)))), today: wide(this.#today, 700) + 1.1 * SAY, year: wide(fullYear(january)), short: wide(shortYear(january)) });
  }

  #months({ months }) {
    return html`<div class="months">${months.map(({ date, year, first, x }) => html`<span class=${year || first ? 'year' : ''} .style=${`left: ${x}%`}>${year ? shortYear(date) : monthNumber(date)}</span>`)}</div>`;
  }

  get #today() {
    return text(this.past ? 'past.thatDay' : 'wall.today');
  }

  #turns(key, { page, pages, cards }) {
    return pages > 1 ? html` <span class="turns">${text(key, { page: page + 1, pages, n: cards.length })}</span>` : nothing;
  }

  #row(card, axis, high) {
    const changes = this.changes.get(card.id);
    const steps = laned(card, axis);
    const each = steps.length && high >= LANE * steps.length;
    return html`<article class="row ${this.#state(card)}" data-project=${card.id} data-lamp=${card.lamp.colour}
        data-verified=${card.progress?.verified ?? nothing} data-pending=${card.progress?.pending ?? nothing} @click=${() => this.#open(card)}>
      ${cells(card, changes, this.now, high)}<svg class="track ${each ? 'lanes' : ''}" .style=${`--lanes: ${steps.length}`} aria-hidden="true">${each ? lanes(steps, axis, this.board.day, this.width, grown(high)) : track(card, axis, this.board.day)}</svg></article>`;
  }

  #small(card, wide) {
    return html`<article class="small ${this.#state(card)}" data-project=${card.id} data-lamp=${card.lamp.colour}
        data-verified=${card.progress?.verified ?? nothing} @click=${() => this.#open(card)}>${compact(card, this.changes.get(card.id), wide)}</article>`;
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
      this.room = { space: this.querySelector('.rows').clientHeight / unit, columns: matchMedia(UPRIGHT).matches ? 2 : 3, width: this.querySelector('.rows').clientWidth / unit };
      this.width = (this.querySelector('.months')?.clientWidth || unit * 22) / unit;
    }).observe(this.querySelector('.rows'));
  }
}
customElements.define('wall-chart', WallChart);
