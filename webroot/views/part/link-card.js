// A link that was just made: as a code, to copy, to open. It says when it goes nowhere but to this machine.
import { nothing } from 'lit';
import { text } from '../../text/text.js';
import { copied } from './copied.js';
import { Element } from './element.js';
import { goesNowhere } from './here.js';
import { html } from './html.js';
import { qrCode } from './qr-code.js';

class LinkCard extends Element {
  static properties = { link: { attribute: false }, copied: { state: true } };

  willUpdate(changed) {
    if (changed.has('link')) this.copied = false;
  }

  render() {
    const { link, qr } = this.link;
    return html`<div class="link-card">${qrCode(qr)}
      <div><label class="link">${text('access.link')}<input name="link" readonly .value=${link} @focus=${({ target }) => target.select()} /></label>
        <p class="acts"><button type="button" class="main" data-act="copy" @click=${this.#copy}>${text(this.copied ? 'link.copied' : 'link.copy')}</button>
          <a class="button" data-act="open" href=${link} target="_blank" rel="noopener">${text('link.open')}</a></p>
        ${goesNowhere(link) ? html`<p class="warning" role="note">${text('link.here')}</p>` : nothing}</div></div>`;
  }

  async #copy() {
    this.copied = await copied(this.querySelector('[name=link]'));
  }
}
customElements.define('link-card', LinkCard);
