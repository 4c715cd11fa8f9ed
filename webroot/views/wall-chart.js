// One chart is the wall: every project a row on one axis. Severity sorts the rows and decides their height.
import { html, svg, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { age } from '../text/dates.js';
import { language, named, text } from '../text/text.js';
import { Axis } from './axis.js';
import { Element } from './element.js';
import { lamp } from './lamp.js';
import { track } from './track.js';
import { next, reason } from './words.js';

const ORDER = ['red', 'yellow', 'green', 'grey', 'done'];
const severity = (card) => ORDER.indexOf(card.lamp.colour);
const worst = (card) => card.lamp.reasons[0]?.days ?? 0;

// Places are set through `.style`, a property: the page's policy allows no style attributes.
class WallChart extends Element {
  static properties = { board: { attribute: false }, changes: { attribute: false }, now: { type: Number }, rev: { type: Number } };

  render() {
    const axis = new Axis(this.board.day);
    const cards = [...this.board.cards.values()].sort((a, b) => severity(a) - severity(b) || worst(b) - worst(a));
    const lines = axis.months.map(({ x }) => svg`<line class="month" x1="${x}%" x2="${x}%" y1="0" y2="100%" />`);
    return html`
      <div class="axis"><div class="months">${axis.months.map(({ x, name }) =>
        Math.abs(x - axis.today) < 5 ? nothing : html`<span .style=${`left: ${x}%`}>${name}</span>`)}
        <b .style=${`left: ${axis.today}%`}>${text('wall.today')}</b></div></div>
      <div class="rows">
        <svg class="grid" aria-hidden="true">${lines}</svg>
        ${repeat(cards, (card) => card.id, (card) => this.#row(card, axis))}
        <svg class="today" aria-hidden="true"><line x1="${axis.today}%" x2="${axis.today}%" y1="0" y2="100%" /></svg>
      </div>
      ${cards.length ? nothing : html`<p class="empty">${text('wall.empty')}</p>`}`;
  }

  #row(card, axis) {
    const { progress } = card;
    const colour = card.lamp.colour;
    const change = this.changes.get(card.id);
    return html`<article class="row ${colour} ${change ? 'changed' : ''}" data-project=${card.id} data-lamp=${colour}
        data-verified=${progress?.verified ?? nothing} data-pending=${progress?.pending ?? nothing}>
      <div class="cells">
        ${lamp(colour)}
        <h2 class=${named(card.name).length > (language === 'zh' ? 17 : 30) ? 'long' : ''}>${named(card.name)}</h2>
        <span class="percent">${progress ? html`${Math.floor(progress.verified)}<small>%</small>` : html`<small>${text('unreported')}</small>`}</span>
        <span class="reason">${change && change.from !== change.to
          ? html`<em>${text('wall.changed', change)}</em>`
          : colour === 'green' ? next(card) : reason(card)}</span>
        <span class="age">${card.freshness.reported ? age(card.freshness.reported, this.now) : text('unreported')}</span>
      </div>
      <svg class="track" aria-hidden="true">${track(card, axis)}</svg>
    </article>`;
  }
}
customElements.define('wall-chart', WallChart);
