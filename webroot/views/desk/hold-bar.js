// What is about to be told, to be taken back while there is time: by its button, or by Z for the newest. And what was pressed and
// not told, with why, until somebody tells it or lets it be.
import { nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { age } from '../../text/dates.js';
import { text } from '../../text/text.js';
import { Element } from '../part/element.js';
import { html } from '../part/html.js';

class HoldBar extends Element {
  static properties = { holds: { attribute: false }, tick: { type: Number } };

  render() {
    const { all } = this.holds;
    return html`<div role="status" aria-live="polite">${repeat(all, ({ id }) => id, (held) => (held.stands ? this.#untold(held) : this.#waiting(held)))}</div>`;
  }

  #untold({ id, words, at, fault, again }) {
    const why = fault ?? text('hold.left', { age: age(at, Date.now()) });
    const open = again || !fault;
    return html`<p class="refused" data-held=${id}><span>${words}</span><em role="alert">${text(open ? 'hold.untold' : 'hold.refused', { why })}</em>
      ${open ? html`<button class="main" data-act="tell-now" @click=${() => this.holds.tell(id)}>${text('hold.again')}</button>` : nothing}
      <button data-act="read" @click=${() => this.holds.read(id)}>${text(open ? 'hold.drop' : 'hold.read')}</button></p>`;
  }

  #waiting({ id, words, until }) {
    const seconds = until && Math.max(1, Math.ceil((until - Date.now()) / 1000));
    return html`<p data-held=${id}><span>${words}</span>${until ? html`<em aria-hidden="true">${text('hold.in', { n: seconds })}</em>
      <button data-act="take-back" @click=${() => this.holds.takeBack(id)}>${text('hold.back')} <kbd>Z</kbd></button>
      <button data-act="tell-now" @click=${() => this.holds.tell(id)}>${text('hold.now')}</button>` : html`<em>${text('sheet.busy')}</em>`}</p>`;
  }
}
customElements.define('hold-bar', HoldBar);
