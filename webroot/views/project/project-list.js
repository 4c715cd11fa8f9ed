// Projects as lines in the order in which they are given, each the way to its project.
import { nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { age } from '../../text/dates.js';
import { named, text } from '../../text/text.js';
import { Element } from '../part/element.js';
import { html } from '../part/html.js';
import { lamp } from '../part/lamp.js';
import { to } from '../part/link.js';
import { nextStep, reason } from '../part/words.js';

class ProjectList extends Element {
  static properties = { cards: { attribute: false }, now: { type: Number }, heading: { type: String } };

  render() {
    if (!this.cards.length) return nothing;
    return html`${this.heading ? html`<h2 class="heading">${this.heading}</h2>` : nothing}<ul class="projects">${repeat(this.cards, ({ id }) => id, (card) => html`
      <li><a data-choose=${card.id} href=${to({ project: card.id })}>
        ${lamp(card.lamp.colour)}<b>${named(card.name)}</b><span>${card.progress ? `${card.progress.verified}%` : text('unreported')}</span>
        <em>${card.lamp.colour === 'green' ? '' : reason(card)}</em><em class="next">${nextStep(card)}</em>
        <small>${card.freshness.told ? text('desk.fresh.list', { age: age(card.freshness.told, this.now) }) : text('unreported')}</small></a></li>`)}</ul>`;
  }
}
customElements.define('project-list', ProjectList);
