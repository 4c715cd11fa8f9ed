// The project as its contractor sees it: why the lamp is what it is, how far it is, what is due, how fresh that is. Folded:
// reporting comes first.
import { nothing } from 'lit';
import { shortDate } from '../../text/dates.js';
import { text } from '../../text/text.js';
import { Element } from '../part/element.js';
import { html, svg } from '../part/html.js';
import { lamp } from '../part/lamp.js';
import { fresh, nextStep, reason, ways, why } from '../part/words.js';

const share = (percent) => `${percent}%`;

class SiteCard extends Element {
  static properties = { card: { attribute: false }, now: { type: Number } };

  render() {
    const { card, now } = this;
    const { freshness, lamp: { colour, toGreen } } = card;
    return html`<details><summary>${lamp(colour)}<span>${text(`lamp.${colour}`)} <small>${reason(card)}</small></span></summary>
      <div class=${colour}>${why(card).map((sentence) => html`<p>${sentence}</p>`)}
        ${toGreen.length ? html`<p class="quiet">${text('way.title')}${text('join.that')}${ways(card).join(text('join.clause'))}</p>` : nothing}</div>
      ${card.progress ? this.#progress(card.progress) : nothing}
      <p class="quiet">${card.next ? `${text('site.next')} ${nextStep(card)} · ` : ''}${fresh(freshness, now)}${
        freshness.asOf ? ` · ${text('desk.asOf', { date: shortDate(freshness.asOf) })}` : ''}</p></details>`;
  }

  #progress({ verified, pending, time }) {
    return html`<svg class="bar" aria-hidden="true"><pattern id="site-hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0v5" /></pattern>
        ${pending === undefined ? nothing : svg`<rect class="pending" width=${share(Math.max(pending, verified))} height="100%" />`}
        <rect class="verified" width=${share(verified)} height="100%" /><line x1=${share(time)} x2=${share(time)} y2="100%" /></svg>
      <p class="figures"><span>${text('site.verified')} <b>${verified}%</b></span>${pending === undefined ? nothing : html`<span>${text('site.pending')} <b>${pending}%</b></span>`}
        <span>${text('site.time')} <b>${time}%</b></span></p>`;
  }
}
customElements.define('site-card', SiteCard);
