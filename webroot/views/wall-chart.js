// One chart is the wall: every project a row on one axis. Severity sorts the rows and decides their height. What does not
// fit: reds, yellows and greys stay, the greens take turns. Events: `open` (detail: the project's id).
import { html, svg, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { age } from '../text/dates.js';
import { named, text } from '../text/text.js';
import { Axis } from './axis.js';
import { Element } from './element.js';
import { lamp } from './lamp.js';
import { track } from './track.js';
import { length, nextStep, reason, sector } from './words.js';

const ORDER = ['red', 'yellow', 'green', 'grey', 'done'];
const HEIGHT = { red: 1.62, yellow: 1.42 };
const TURN_MILLIS = 12_000;
/** So many rows take their turn together, at least. */
const FEWEST = 3;
/** Rows lower than this share of the width are read from nowhere. */
const LOWEST = 0.0145;
const severity = (card) => ORDER.indexOf(card.lamp.colour);
const worst = (card) => card.lamp.reasons[0]?.days ?? 0;
const urgent = (card) => card.lamp.colour === 'red' || card.lamp.colour === 'yellow';
const high = (cards) => cards.reduce((sum, card) => sum + (HEIGHT[card.lamp.colour] ?? 1), 0);

/** The wall's order: worst first. */
export const ordered = (cards) => [...cards.values()].sort((a, b) => severity(a) - severity(b) || worst(b) - worst(a));

/** How much of its cadence a project has used since its last report, 0–100. */
function waited({ reported, confirmed, dueBy }, now) {
  const last = Date.parse(confirmed > reported ? confirmed : reported);
  const due = Date.parse(`${dueBy}T23:59:59+08:00`);
  return Math.min(100, Math.max(0, ((now - last) / (due - last)) * 100));
}

// Places are set through `.style`, a property: the page's policy allows no style attributes.
class WallChart extends Element {
  static properties = {
    board: { attribute: false }, changes: { attribute: false }, now: { type: Number }, rev: { type: Number },
    chosen: { type: String }, space: { type: Number },
  };

  render() {
    const axis = new Axis(this.board.day);
    const { cards, turn, turns, waiting } = this.#shown();
    const lines = axis.months.map(({ x }) => svg`<line class="month" x1="${x}%" x2="${x}%" y1="0" y2="100%" />`);
    return html`
      <div class="axis"><p class="columns"><span>${text('wall.progress')} / ${text('wall.timeShort')}</span></p>
        <div class="months">${axis.months.map(({ x, name }) =>
        Math.abs(x - axis.today) < 6 ? nothing : html`<span .style=${`left: ${x}%`}>${name}</span>`)}
        <b .style=${`left: ${axis.today}%`}>${text('wall.today')}</b></div></div>
      <div class="rows">
        <svg class="grid" aria-hidden="true">${lines}</svg>
        ${repeat(cards, (card) => card.id, (card) => this.#row(card, axis))}
        <svg class="today" aria-hidden="true"><line x1="${axis.today}%" x2="${axis.today}%" y1="0" y2="100%" /></svg>
      </div>
      ${turns > 1 ? html`<p class="turns">${text('wall.turns', { n: waiting, turn: turn + 1, turns })}</p>` : nothing}
      ${cards.length ? nothing : html`<p class="empty">${text('wall.empty')}</p>`}`;
  }

  /** All rows, or the urgent ones and this turn's part of the others. */
  #shown() {
    const cards = ordered(this.board.cards);
    const room = (this.space || 45) / (LOWEST * 100);
    if (high(cards) <= room) return { cards, turns: 1 };
    // Grey wants looking at as well; it takes turns only where so much is grey that nothing else would.
    const well = (card) => card.lamp.colour === 'green' || card.lamp.colour === 'done';
    const crowded = high(cards.filter((card) => !well(card))) > room - FEWEST - 1;
    const turning = crowded ? (card) => !urgent(card) : well;
    const stay = cards.filter((card) => !turning(card));
    const others = cards.filter(turning);
    const size = Math.max(FEWEST, Math.floor(room - high(stay) - 1));
    const turns = Math.ceil(others.length / size);
    const turn = Math.floor(this.now / TURN_MILLIS) % turns;
    return { cards: [...stay, ...others.slice(turn * size, (turn + 1) * size)], turn, turns, waiting: others.length };
  }

  #row(card, axis) {
    const { progress } = card;
    const colour = card.lamp.colour;
    const change = this.changes.get(card.id);
    const small = urgent(card) ? [sector(card), nextStep(card)].filter(Boolean).join(' · ') : sector(card);
    return html`<article class="row ${colour} ${change ? 'changed' : ''} ${this.chosen === card.id ? 'chosen' : ''}" data-project=${card.id} data-lamp=${colour}
        data-verified=${progress?.verified ?? nothing} data-pending=${progress?.pending ?? nothing}
        @click=${() => this.dispatchEvent(new CustomEvent('open', { detail: card.id }))}>
      <div class="cells">
        ${lamp(colour)}
        <div class="name"><h2 class=${length(named(card.name))}>${named(card.name)}</h2><small>${small}</small></div>
        <span class="percent">${progress ? html`${Math.floor(progress.verified)}<small>%</small>` : html`<small>${text('unreported')}</small>`}</span>
        <span class="against">${progress ? html`${progress.pending > progress.verified ? html`<i>+${Math.max(1, Math.round(progress.pending - progress.verified))}</i>` : nothing}/ ${Math.round(progress.time)}` : nothing}</span>
        <span class="reason">${change && change.from !== change.to
          ? html`<em>${text('wall.changed', change)}</em>`
          : colour === 'green' ? nextStep(card) : reason(card)}</span>
        <span class="age">${card.freshness.reported ? html`${age(card.freshness.reported, this.now)}
          <i><b .style=${`width: ${waited(card.freshness, this.now)}%`}></b></i>` : text('unreported')}</span>
      </div>
      <svg class="track" aria-hidden="true">${track(card, axis)}</svg>
    </article>`;
  }

  firstUpdated() {
    // How many rows fit is a matter of the screen's shape; the height is kept in hundredths of the page's unit.
    new ResizeObserver(() => {
      const unit = parseFloat(getComputedStyle(document.documentElement).fontSize);
      this.space = this.querySelector('.rows').clientHeight / unit;
    }).observe(this.querySelector('.rows'));
  }
}
customElements.define('wall-chart', WallChart);
