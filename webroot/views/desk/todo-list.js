// Things that wait for somebody, each a line that leads to its project, or to the item in it.
import { nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { named } from '../../text/text.js';
import { Element } from '../part/element.js';
import { html } from '../part/html.js';
import { to } from '../part/link.js';

class TodoList extends Element {
  static properties = { heading: { type: String }, items: { attribute: false } };

  render() {
    if (!this.items?.length) return nothing;
    return html`<h2 class="heading">${this.heading}</h2><ul class="todo">${repeat(this.items, ({ card, words: [main] }) => `${card.id} ${main}`, ({ card, item, words: [main, aside, bad] }) => html`<li>
      <a class=${bad ? 'bad' : ''} data-todo=${card.id} href=${to({ project: card.id, ...item })}>
        <b>${named(card.name)}</b><span>${main}</span><small>${aside}</small></a></li>`)}</ul>`;
  }
}
customElements.define('todo-list', TodoList);
