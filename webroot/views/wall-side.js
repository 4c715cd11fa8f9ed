// The next two questions: how are we doing, and why red.
import { html, nothing } from 'lit';
import { shortDate } from '../text/dates.js';
import { named, text } from '../text/text.js';
import { Element } from './element.js';
import { lamp } from './lamp.js';
import { ordered } from './wall-chart.js';
import './progress-curve.js';
import { inTheWay, reason, why } from './words.js';

const COLOURS = ['red', 'yellow', 'green', 'grey', 'done'];
const SHOWN = 5;
const signed = (n) => (n > 0 ? `+${n}` : n < 0 ? `−${-n}` : '0');

class WallSide extends Element {
  static properties = { board: { attribute: false }, programme: { attribute: false }, since: { attribute: false }, rev: { type: Number } };

  render() {
    const { totals, cards, day } = this.board;
    const reds = ordered(cards).filter((card) => card.lamp.colour === 'red');
    return html`
      <section class="lamps">${COLOURS.map((colour) => html`<div class=${colour} data-count=${colour}>
        <b>${totals.lamps[colour]}</b><span>${lamp(colour)}${text(`lamp.${colour}`)}</span>
        ${(this.since ?? []).map(({ lamps, label }) => html`<small>${label} ${signed(lamps[colour])}</small>`)}</div>`)}</section>
      ${this.#programme(totals)}
      ${this.programme?.curve?.planned?.length ? html`<progress-curve .curve=${this.programme.curve} .day=${day}></progress-curve>` : nothing}
      <section class="figures">
        ${this.#figure(totals.progress && totals.dueIn30, text('wall.dueIn30'))}
        ${this.#figure(this.#known(totals.blockers), totals.blockerDays ? text('wall.blockers', { days: totals.blockerDays }) : text('wall.blockersOpen'))}
        ${this.#figure(this.#known(totals.hazardsOverdue, totals.hazards), text('wall.hazardsOverdue'), totals.hazardsOverdue)}
        ${this.#figure(this.#known(totals.directivesOverdue, totals.directives), text('wall.directivesOverdue'), totals.directivesOverdue)}
        ${this.#figure(totals.progress && totals.pendingReports, text('wall.pendingReports'))}
        ${this.#figure(totals.investment && `${Math.round(totals.investment.rate)}%`, text('wall.investment'))}
      </section>
      <section class="why"><h3>${text('wall.why')}</h3>
        ${reds.length ? nothing : html`<p class="quiet">${text(totals.progress ? 'wall.none-red' : 'unreported')}</p>`}
        ${reds.slice(0, SHOWN).map((card) => html`<article>
          <h4>${lamp('red')}<span class=${named(card.name).length > 11 ? 'long' : ''}>${named(card.name)}</span><em>${reason(card)}</em></h4>
          <p>${inTheWay(card) ?? why(card)[0]}${card.forecast?.finish ? html` ${text('wall.forecast', { date: shortDate(card.forecast.finish) })}` : nothing}</p></article>`)}
      </section>`;
  }

  /** A count says something only on a board where something was planned or counted. */
  #known(count, all = count) {
    return this.board.totals.progress || all ? count : undefined;
  }

  #programme({ progress, weighting, notStarted, suspended, cancelled }) {
    if (!progress) return html`<section class="programme"><h3>${text('wall.programme')}</h3><b class="none">${text('unreported')}</b></section>`;
    const { verified, pending, time } = progress;
    const aside = [text(`weighting.${weighting}`), notStarted && text('wall.notStarted', { n: notStarted }), suspended && text('wall.suspended', { n: suspended }), cancelled && text('wall.cancelled', { n: cancelled })];
    return html`<section class="programme"><h3>${text('wall.programme')}</h3>
      <p><b>${verified}<small>%</small></b><span>${pending > verified
        ? html`${text('wall.pending', { points: (pending - verified).toFixed(1) })} · ` : nothing}${text('wall.time', { percent: time })}</span></p>
      <div class="meter"><i class="pending" .style=${`width: ${pending ?? 0}%`}></i>
        <i class="done" .style=${`width: ${verified}%`}></i><i class="time" .style=${`left: ${time}%`}></i></div>
      <small>${aside.filter(Boolean).join(' · ')}</small></section>`;
  }

  #figure(value, label, bad = false) {
    const known = value !== undefined && value !== null && value !== false;
    return html`<div class=${bad ? 'bad' : ''}><b class=${known ? '' : 'none'}>${known ? value : text('unreported')}</b><span>${label}</span></div>`;
  }
}
customElements.define('wall-side', WallSide);
