// The next two questions: how are we doing, and why red.
import { html, nothing } from 'lit';
import { shortDate } from '../text/dates.js';
import { named, text } from '../text/text.js';
import { Element } from './element.js';
import { lamp } from './lamp.js';
import { nextName, reason, why } from './words.js';

const COLOURS = ['red', 'yellow', 'green', 'grey', 'done'];
const SHOWN = 4;

class WallSide extends Element {
  static properties = { board: { attribute: false }, rev: { type: Number } };

  render() {
    const { totals, cards } = this.board;
    const reds = [...cards.values()].filter((card) => card.lamp.colour === 'red');
    return html`
      <section class="lamps">${COLOURS.map((colour) => html`<div class=${colour} data-count=${colour}>
        <b>${totals.lamps[colour]}</b><span>${lamp(colour)}${text(`lamp.${colour}`)}</span></div>`)}</section>
      ${this.#programme(totals)}
      <section class="figures">
        ${this.#figure(totals.dueIn30, 'wall.dueIn30', totals.progress)}
        ${this.#figure(totals.pendingReports, 'wall.pendingReports', totals.progress)}
        ${this.#figure(totals.notStarted, 'wall.notStarted', totals.progress)}
      </section>
      <section class="why"><h3>${text('wall.why')}</h3>
        ${reds.length ? nothing : html`<p class="quiet">${text(totals.progress ? 'wall.none-red' : 'unreported')}</p>`}
        ${reds.slice(0, SHOWN).map((card) => html`<article>
          <h4>${lamp('red')}<span>${named(card.name)}</span><em>${reason(card)}</em></h4>
          <p>${why(card)[0]}${card.next ? html` ${text('wall.expected', { milestone: nextName(card), date: shortDate(card.next.due) })}` : nothing}</p></article>`)}
      </section>`;
  }

  #programme({ progress }) {
    if (!progress) return html`<section class="programme"><h3>${text('wall.programme')}</h3><b class="none">${text('unreported')}</b></section>`;
    const { verified, pending, time } = progress;
    return html`<section class="programme"><h3>${text('wall.programme')}</h3>
      <p><b>${verified}<small>%</small></b><span>${pending > verified
        ? html`${text('wall.pending', { points: (pending - verified).toFixed(1) })} · ` : nothing}${text('wall.time', { percent: time })}</span></p>
      <div class="meter"><i class="pending" .style=${`width: ${pending ?? 0}%`}></i>
        <i class="done" .style=${`width: ${verified}%`}></i><i class="time" .style=${`left: ${time}%`}></i></div></section>`;
  }

  #figure(value, key, known) {
    return html`<div><b>${known ? value : '—'}</b><span>${text(key)}</span></div>`;
  }
}
customElements.define('wall-side', WallSide);
