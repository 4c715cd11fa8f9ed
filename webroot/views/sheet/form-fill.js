// What belongs into a column or a cell: a figure that is chosen, or an expression that is written. Event: `fill` (detail: the expression).
import { nothing } from 'lit';
import { text } from '../../text/text.js';
import { Element } from '../part/element.js';
import { html } from '../part/html.js';

const OWN = 'own';

class FormFill extends Element {
  static properties = { fill: { type: String }, figures: { attribute: false }, of: { type: String }, own: { state: true } };

  render() {
    const plain = !this.own && (!this.fill || this.figures.some(({ word }) => word === this.fill));
    return html`<span class="form-fill"><select aria-label=${text('form.fill.of', { of: this.of })} @change=${this.#chosen}>
        <option value="" ?selected=${plain && !this.fill}>${text('form.fill.none')}</option>
        ${this.figures.map(({ word, name }) => html`<option value=${word} ?selected=${plain && word === this.fill}>${name}</option>`)}
        <option value=${OWN} ?selected=${!plain}>${text('form.fill.own')}</option></select>
      ${plain ? nothing : html`<input aria-label=${text('form.fill.expression', { of: this.of })} .value=${this.fill} placeholder=${text('form.fill.hint')} @change=${({ target }) => this.#say(target.value)} />`}</span>`;
  }

  #chosen({ target }) {
    this.own = target.value === OWN;
    if (!this.own) this.#say(target.value);
  }

  #say(fill) {
    this.fill = fill;
    this.dispatchEvent(new CustomEvent('fill', { detail: fill }));
  }
}
customElements.define('form-fill', FormFill);
