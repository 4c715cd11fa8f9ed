// One project fills the screen: its lamp explained, milestones with plan, forecast and actual, the curve, what is in the
// way, hazards, directives, photos, who is responsible, what was said last. Event: `close`.
import { html, nothing, svg } from 'lit';
import { age, fullDate, shortDate } from '../text/dates.js';
import { named, text } from '../text/text.js';
import { Axis } from './axis.js';
import { Element } from './element.js';
import { lamp } from './lamp.js';
import './photo-thumb.js';
import './progress-curve.js';
import { track } from './track.js';
import { about, blocked, directed, found, said, sector, ways, why } from './words.js';

const SHOWN = 3;
const ENTRIES = 6;
const PHOTOS = 4;

class WallFocus extends Element {
  static properties = {
    card: { attribute: false }, detail: { attribute: false }, entries: { attribute: false }, api: { attribute: false },
    day: { type: String }, now: { type: Number }, stale: { type: Boolean },
  };

  render() {
    const { card, detail } = this;
    const { progress, forecast } = card;
    return html`
      <header class=${card.lamp.colour}><h2>${lamp(card.lamp.colour)}${named(card.name)}</h2>
        <p>${[sector(card), text(`stage.${card.stage}`), card.owner, named(card.capacity), detail?.managers?.length && text('focus.managers', { names: detail.managers.join('、') })].filter(Boolean).join(' · ')}</p>
        <button @click=${() => this.dispatchEvent(new Event('close'))}>${text('focus.close')} <kbd>Esc</kbd></button></header>
      <section class="main">
        <div class="numbers">
          ${this.#number(progress && `${progress.verified}%`, text('focus.verified'))}
          ${progress?.pending > progress?.verified ? this.#number(`${progress.pending}%`, text('focus.pending')) : nothing}
          ${this.#number(progress && `${progress.time}%`, text('focus.time'))}
          ${this.#number(forecast && forecast.spi.toFixed(2), text('focus.spi'))}
          ${this.#number(forecast?.finish && fullDate(forecast.finish), text('focus.finish'))}
          ${this.#number(card.slippage && text('focus.days', { n: card.slippage.days }), text('focus.slipped', { n: card.slippage?.rePromises ?? 0 }))}
          ${this.#number(card.investment?.rate !== undefined && `${card.investment.rate}%`, text('focus.investment'))}
        </div>
        ${this.#milestones()}
        <div class="curve"><progress-curve .curve=${detail?.curve} .day=${this.day}></progress-curve></div>
      </section>
      <aside>
        <section><h3>${text('focus.lamp')}</h3>${why(card).map((each) => html`<p>${each}</p>`)}
          ${ways(card).length ? html`<p class="way"><b>${text('way.title')}</b> ${ways(card).join('；')}</p>` : nothing}</section>
        ${this.#list('focus.blockers', card.blockers, blocked)}
        ${this.#list('focus.hazards', card.safety?.open, found)}
        ${this.#list('focus.directives', card.directives, directed)}
        ${detail?.photos?.length ? html`<section><h3>${text('focus.photos')}</h3><div class="photos">${detail.photos.slice(-PHOTOS).reverse().map(({ photo, at }) =>
          html`<figure><photo-thumb .api=${this.api} .path=${`/api/projects/${card.id}/photos/${photo.id}?size=thumbnail`}></photo-thumb>
            <figcaption>${age(at, this.now)}</figcaption></figure>`)}</div></section>` : nothing}
        <section class="said"><h3>${text('focus.entries')}</h3>${(this.entries ?? []).slice(0, ENTRIES).map((entry) => html`
          <p>${said(entry, card, (seq) => this.entries.find((each) => each.seq === seq))}<small>${about(entry, card, this.now)}</small></p>`)}</section>
      </aside>`;
  }

  #number(value, label) {
    return html`<div><b class=${value ? '' : 'none'}>${value || text('unreported')}</b><span>${label}</span></div>`;
  }

  #milestones() {
    const { card } = this;
    if (!card.milestones.length) return html`<p class="quiet">${text('why.no-plan')}</p>`;
    const days = card.milestones.flatMap(({ baseline, forecast, actual }) => [baseline.start, baseline.finish, forecast, actual]).filter(Boolean).sort();
    const axis = Axis.over(this.day, days[0], days.at(-1));
    return html`<table><thead><tr><th>${text('desk.milestone')}</th><th class="number">${text('desk.weight')}</th><th>${text('desk.plan')}</th>
        <th>${text('desk.forecast')}</th><th class="number">${text('desk.progress')}</th><th class="number">${text('wall.timeShort')}</th><th class="time"></th></tr></thead>
      <tbody>${card.milestones.map((step) => html`<tr class=${card.lamp.colour}><th>${named(step.name)}</th><td class="number">${step.weight}</td>
        <td>${shortDate(step.baseline.finish)}</td>
        <td class=${!step.actual && step.forecast > step.baseline.finish ? 'late' : ''}>${step.actual ? text('desk.actual', { date: shortDate(step.actual) })
          : step.forecast ? shortDate(step.forecast) : step.pushed ? text('focus.pushed', { date: shortDate(step.pushed.to) }) : '—'}</td>
        <td class="number">${step.asOf && !step.actual ? html`<small>${shortDate(step.asOf)}</small> ` : nothing}<b>${step.percent.verified ?? 0}%</b>${step.percent.pending > (step.percent.verified ?? 0) ? html` <small>→ ${step.percent.pending}%</small>` : nothing}</td>
        <td class="number">${Math.round(step.time)}%</td>
        <td class="time"><svg class="track" aria-hidden="true">${track({ milestones: [step] }, axis)}
          ${svg`<line class="now" x1="${axis.today}%" x2="${axis.today}%" y1="0" y2="100%" />`}</svg></td></tr>`)}</tbody></table>`;
  }

  #list(title, items, words) {
    if (!items?.length) return nothing;
    const more = items.length - SHOWN;
    return html`<section><h3>${text(title, { n: items.length })}</h3>
      ${items.slice(0, SHOWN).map((item) => { const [main, aside, bad] = words(item); return html`<p class=${bad ? 'bad' : ''}>${main}<small>${aside}</small></p>`; })}
      ${more > 0 ? html`<p class="quiet">${text('focus.more', { n: more })}</p>` : nothing}</section>`;
  }
}
customElements.define('wall-focus', WallFocus);
