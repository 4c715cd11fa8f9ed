// The next two questions: how are we doing, and why red.
import { nothing } from 'lit';
import { urgentFirst } from '../../store/selection.js';
import { minuteTime } from '../../text/dates.js';
import { signed, whole } from '../../text/numbers.js';
import { named, text } from '../../text/text.js';
import { Element } from '../part/element.js';
import { html } from '../part/html.js';
import { lamp } from '../part/lamp.js';
import '../part/progress-curve.js';
import { fitted } from '../part/fitted.js';
import { MATTER, SAY } from './wall-row.js';
import { inTheWay, why } from '../part/words.js';

const COLOURS = ['red', 'yellow', 'green', 'grey', 'done'];
/** So many are told at a desk before the list of them is better. */
const MOST = 12;
/** The width of a name, in rem. */
const NAME = 20;

/** `way`: on a desk, where a project's name leads: (place) → address. */
class WallSide extends Element {
  #resized = new ResizeObserver(() => this.#count());

  static properties = {
    board: { attribute: false }, digest: { attribute: false }, rev: { type: Number }, way: { attribute: false }, hidden: { state: true },
  };

  render() {
    const { totals, cards } = this.board;
    const reds = urgentFirst(cards.values()).filter((card) => card.lamp.colour === 'red');
    return html`
      <section class="lamps" .style=${`--digits: ${COLOURS.map((colour) => totals.lamps[colour]).join('').length}`}>${COLOURS.map((colour) => html`<div class=${colour} data-count=${colour}>
        <b>${totals.lamps[colour]}${lamp(colour)}</b><span>${text(`lamp.${colour}`)}</span></div>`)}
        ${this.#since('wall.sinceYesterday', this.digest.value?.yesterday)}${this.board.title.meeting ? this.#since('wall.sinceMeeting', this.digest.value?.meeting) : nothing}</section>
      ${this.#programme(totals)}
      ${this.#curve()}
      <section class="figures">
        ${this.#figure(totals.progress && totals.dueIn30, text('wall.dueIn30'))}
        ${this.#figure(totals.directivesOverdue, text('wall.directivesOverdue'), totals.directivesOverdue)}
        ${this.#figure(totals.hazardsOverdue, text('wall.hazardsOverdue'), totals.hazardsOverdue)}
        ${this.#figure(totals.progress && totals.pendingReports, text('wall.pendingReports'))}
        ${this.#figure(totals.blockers, totals.blockerDays ? text('wall.blockers', { days: totals.blockerDays }) : text('wall.blockersOpen'))}
        ${this.#figure(totals.investment && `${whole(totals.investment.rate)}%`, text('wall.investment'))}
      </section>
      ${this.way ? nothing : this.#waits(totals.waits)}
      ${totals.progress ? html`<section class="why"><h3>${text('wall.why')}${this.hidden ? html`<small>${text('wall.more', { n: this.hidden })}</small>` : nothing}</h3>
        <div class="list">${reds.length ? nothing : html`<p class="quiet">${text('wall.none-red')}</p>`}${(this.way ? reds.slice(0, MOST) : reds).map((card) => this.#red(card))}</div>
        ${this.way && reds.length > MOST ? html`<p><a href=${this.way({ page: 'projects', asked: { lamp: 'red' } })}>${text('overview.reds', { n: reds.length })}</a></p>` : nothing}</section>` : nothing}`;
  }

  #red(card) {
    const name = named(card.name);
    const words = this.way ? html`<a href=${this.way({ project: card.id })}>${name}</a>`
      : html`<span .style=${`font-size: ${fitted(name, NAME, { most: MATTER, least: SAY, weight: 700 }).size}rem`}>${name}</span>`;
    return html`<article><h4>${lamp('red')}${words}</h4>
      <p>${why(card)[0]}${inTheWay(card) ? html`<small>${text('join.sentence')}${inTheWay(card)}</small>` : nothing}</p></article>`;
  }

  updated() {
    // What stands above it comes later than this, and takes its room.
    const list = this.querySelector('.why .list');
    if (list) this.#resized.observe(list);
    this.#count();
  }

  /** What has no place is counted, not dropped: the list runs on into a column that is out of sight. */
  #count() {
    const list = this.querySelector('.why .list');
    const edge = list?.getBoundingClientRect().right;
    const hidden = [...(list?.children ?? [])].filter((each) => each.getBoundingClientRect().right > edge + 1).length;
    if (hidden !== (this.hidden ?? 0)) this.hidden = hidden;
  }

  /** How many lamps of each colour more or fewer; nothing where there was no board then. */
  #since(key, value) {
    if (this.digest.failed && !value) return html`<p class="since quiet">${text(key)} ${text('wall.unread')}</p>`;
    if (!value?.projects) return nothing;
    const moved = COLOURS.filter((colour) => value.lamps[colour]);
    return html`<p class="since">${text(key)}${moved.length ? moved.map((colour) => html`<span class=${colour}>${lamp(colour)}${signed(value.lamps[colour])}</span>`) : html`<span>${text('wall.unchanged')}</span>`}</p>`;
  }

  /** Whose turn it is, in an order that ranks nobody. A desk says more of it, in a place of its own. */
  #waits(waits) {
    const some = Object.entries(waits).filter(([, { all }]) => all);
    return some.length ? html`<p class="since waits">${text('wall.waits')}${some.map(([party, { all }]) => html`<span>${text(`party.${party}`)} <b>${all}</b></span>`)}</p>` : nothing;
  }

  #programme({ progress, weighting, notStarted, suspended, cancelled }) {
    if (!progress) return html`<section class="programme"><h3>${text('wall.programme')}</h3><b class="none">${text('unreported')}</b></section>`;
    const { verified, pending, time } = progress;
    const aside = [weighting !== 'equal' && text(`weighting.${weighting}`), notStarted && text('wall.notStarted', { n: notStarted }), suspended && text('wall.suspended', { n: suspended }), cancelled && text('wall.cancelled', { n: cancelled }),
      (notStarted || suspended || cancelled) && text('wall.uncounted')];
    return html`<section class="programme"><h3>${text('wall.programme')}</h3>
      <p><b>${verified}<small>%</small></b><span>${pending === undefined ? nothing : html`${text('wall.pending', { percent: pending })}<br />`}${text('wall.time', { percent: time })}</span></p>
      <div class="meter"><i class="pending" .style=${`width: ${pending ?? 0}%`}></i>
        <i class="done" .style=${`width: ${verified}%`}></i><i class="time" .style=${`left: ${time}%`}></i></div>
      <small>${aside.filter(Boolean).join(' · ')}</small></section>`;
  }

  #curve() {
    const { value, failed, at } = this.digest;
    if (value?.programme.curve.planned?.length) {
      return html`<progress-curve .curve=${value.programme.curve} .day=${this.board.day} .near=${true}></progress-curve>
        ${failed ? html`<p class="since quiet">${text('wall.asOf', { time: minuteTime(at) })}</p>` : nothing}`;
    }
    return failed ? html`<p class="quiet">${text('curve.failed')}</p>` : nothing;
  }

  #figure(value, label, bad = false) {
    const known = value !== undefined && value !== null && value !== false;
    return html`<div class=${bad ? 'bad' : ''}><b class=${known ? '' : 'none'}>${known ? value : text('unreported')}</b><span>${label}</span></div>`;
  }
}
customElements.define('wall-side', WallSide);
