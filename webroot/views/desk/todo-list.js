// Things that wait for somebody, each a line of one project. Event: `choose` (detail: the project's id).
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { named } from '../../text/text.js';
import { Element } from '../part/element.js';

class TodoList extends Element {
  static properties = { heading: { type: String }, items: { attribute: false } };

  render() {
    if (!this.items?.length) return nothing;
    return html`<h3 class="heading">${this.heading}</h3><ul class="todo">${repeat(this.items, ({ card, words: [main] }) => `${card.id} ${main}`, ({ card, words: [main, aside, bad] }) => html`<li>
      <button class=${bad ? 'bad' : ''} data-todo=${card.id} @click=${() => this.dispatchEvent(new CustomEvent('choose', { detail: card.id }))}>
        <b>${named(card.name)}</b><span>${main}</span><small>${aside}</small></button></li>`)}</ul>`;
  }
}
customElements.define('todo-list', TodoList);
