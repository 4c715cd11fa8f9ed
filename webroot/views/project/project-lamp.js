// Why a project has its lamp, what turns it green, by which rules, and as of when that is known.
import { nothing } from 'lit';
import { age } from '../../text/dates.js';
import { named, text } from '../../text/text.js';
import { Element } from '../part/element.js';
import { html } from '../part/html.js';
import { fresh, ways, why } from '../part/words.js';

class ProjectLamp extends Element {
  static properties = { card: { attribute: false }, rules: { attribute: false }, now: { type: Number } };

  render() {
    const { card, rules, now } = this;
    const { confirmed } = card.freshness;
    return html`<div class="why ${card.lamp.colour}">
      ${why(card).map((sentence) => html`<p>${sentence}</p>`)}
      ${card.lamp.toGreen.length ? html`<small>${text('way.title')}${text('join.that')}${ways(card).join(text('join.clause'))}</small>` : nothing}
      ${rules ? html`<small>${text('rules', { rules: named(rules) })}</small>` : nothing}
      <small>${fresh(card.freshness, now)}${confirmed ? ` · ${text('desk.confirmed', { age: age(confirmed, now) })}` : ''}</small></div>`;
  }
}
customElements.define('project-lamp', ProjectLamp);
