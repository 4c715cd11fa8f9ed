// Projects as lines; a click chooses one (`choose`).
import { html, nothing } from 'lit';
import { age } from '../../text/dates.js';
import { named, text } from '../../text/text.js';
import { Element } from '../part/element.js';
import { lamp } from '../part/lamp.js';
import { next, nextName, reason } from '../part/words.js';

const ORDER = ['red', 'yellow', 'grey', 'green', 'done'];

class ProjectList extends Element {
  static properties = { cards: { attribute: false }, chosen: { type: String }, now: { type: Number }, heading: { type: String } };

  render() {
    const cards = [...this.cards].sort((a, b) => ORDER.indexOf(a.lamp.colour) - ORDER.indexOf(b.lamp.colour));
    if (!cards.length) return nothing;
    return html`<h3 class="heading">${this.heading}</h3><ul class="projects">${cards.map((card) => html`
      <li><button class=${card.id === this.chosen ? 'chosen' : ''} data-choose=${card.id}
          @click=${() => this.dispatchEvent(new CustomEvent('choose', { detail: card.id }))}>
        ${lamp(card.lamp.colour)}<b>${named(card.name)}</b><span>${card.progress ? `${card.progress.verified}%` : text('unreported')}</span>
        <em>${card.lamp.colour === 'green' ? `${nextName(card)} ${next(card)}` : reason(card)}</em>
        <small>${card.freshness.told ? text('desk.fresh.list', { age: age(card.freshness.told, this.now) }) : text('unreported')}</small></button></li>`)}</ul>`;
  }
}
customElements.define('project-list', ProjectList);
