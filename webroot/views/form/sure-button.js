// A button for what is not easily taken back: the first press asks, the second does it. Event: `sure`.
import { text } from '../../text/text.js';
import { Element } from '../part/element.js';
import { html } from '../part/html.js';

class SureButton extends Element {
  static properties = { label: { type: String }, act: { type: String }, disabled: { type: Boolean }, armed: { state: true } };

  render() {
    return html`<button type="button" data-act=${this.act} class=${this.armed ? 'armed' : ''} ?disabled=${this.disabled}
      @click=${this.#press} @blur=${() => { this.armed = false; }}>${this.armed ? text('sure.press', { what: this.label }) : this.label}</button>`;
  }

  #press() {
    this.armed = !this.armed;
    if (!this.armed) this.dispatchEvent(new Event('sure'));
  }
}
customElements.define('sure-button', SureButton);
