// Projects as lines in the order in which they are given, each the way to its project. Of hundreds only those that somebody
// has come near are drawn; what stands for the others is as high as they are, so that a place in the list stays one. On paper
// all of them are.
import { nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { age } from '../../text/dates.js';
import { named, text } from '../../text/text.js';
import { Element } from '../part/element.js';
import { html } from '../part/html.js';
import { lamp } from '../part/lamp.js';
import { to } from '../part/link.js';
import { nextStep, reason } from '../part/words.js';

/** More than the tallest window shows. */
const FIRST = 60;
/** The height of a line as in the style, in em. */
const LINE = 2.9;
/** So many lines before the last that is drawn, the next are. */
const AHEAD = 20;

class ProjectList extends Element {
  static properties = { cards: { attribute: false }, now: { type: Number }, heading: { type: String }, many: { state: true } };

  #near = new IntersectionObserver((seen) => seen.some(({ isIntersecting }) => isIntersecting) && this.#more());
  #onPrint = () => {
    this.many = Infinity;
    this.performUpdate(); // paper does not wait
  };

  constructor() {
    super();
    this.many = FIRST;
  }

  connectedCallback() {
    super.connectedCallback();
    addEventListener('beforeprint', this.#onPrint);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener('beforeprint', this.#onPrint);
    this.#near.disconnect();
  }

  render() {
    const { cards, many } = this;
    if (!cards.length) return nothing;
    const rest = Math.max(0, cards.length - many);
    return html`${this.heading ? html`<h2 class="heading">${this.heading}</h2>` : nothing}<ul class="projects">${repeat(rest ? cards.slice(0, many) : cards, ({ id }) => id, (card, i) => html`
      <li aria-setsize=${cards.length} aria-posinset=${i + 1}><a data-choose=${card.id} href=${to({ project: card.id })}>
        ${lamp(card.lamp.colour)}<b>${named(card.name)}</b><span>${card.progress ? `${card.progress.verified}%` : text('unreported')}</span>
        <em>${card.lamp.colour === 'green' ? '' : reason(card)}</em><em class="next">${nextStep(card)}</em>
        <small>${card.freshness.told ? text('desk.fresh.list', { age: age(card.freshness.told, this.now) }) : text('unreported')}</small></a></li>`)}
      ${rest ? html`<li class="rest" aria-hidden="true" .style=${`height: ${rest * LINE}em`}></li>` : nothing}</ul>`;
  }

  /** Seen anew after each drawing: what was drawn may not have been enough. */
  updated() {
    this.#near.disconnect();
    const rest = this.querySelector('.rest');
    if (!rest) return;
    this.#near.observe(rest);
    this.#near.observe(rest.parentElement.children[Math.max(0, this.many - AHEAD)]);
  }

  /** As far as somebody has come, and half a window more. */
  #more() {
    const rest = this.querySelector('.rest');
    if (!rest) return;
    const { top, height } = rest.getBoundingClientRect();
    const line = height / (this.cards.length - this.many);
    this.many += Math.ceil(Math.max(0, innerHeight - top) / line) + FIRST / 2;
  }
}
customElements.define('project-list', ProjectList);
