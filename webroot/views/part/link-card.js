// A link that was just made: as a code, to copy, to open. It says when it goes nowhere but to this machine.
import { html, nothing } from 'lit';
import { text } from '../../text/text.js';
import { Element } from './element.js';

const MODULE = 4;
const HERE = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

class LinkCard extends Element {
  static properties = { link: { attribute: false }, copied: { state: true } };

  willUpdate(changed) {
    if (changed.has('link')) this.copied = false;
  }

  render() {
    const { link, qr } = this.link;
    return html`<div class="link-card"><svg width=${qr.size * MODULE} height=${qr.size * MODULE} viewBox="0 0 ${qr.size} ${qr.size}" role="img" aria-label=${text('access.qr')} shape-rendering="crispEdges">
        <rect width="100%" height="100%" fill="#fff" /><path d=${qr.path} fill="#000" /></svg>
      <div><label class="link">${text('access.link')}<input name="link" readonly .value=${link} @focus=${({ target }) => target.select()} /></label>
        <p class="acts"><button type="button" class="main" data-act="copy" @click=${this.#copy}>${text(this.copied ? 'link.copied' : 'link.copy')}</button>
          <a class="button" data-act="open" href=${link} target="_blank" rel="noopener">${text('link.open')}</a></p>
        ${HERE.test(new URL(link).hostname) ? html`<p class="warning" role="note">${text('link.here')}</p>` : nothing}</div></div>`;
  }

  /** Without HTTPS a browser gives no clipboard; then the old way, and what is chosen can be copied by hand. */
  async #copy() {
    const field = this.querySelector('[name=link]');
    field.focus();
    field.select();
    this.copied = await (navigator.clipboard?.writeText(this.link.link) ?? Promise.reject()).then(() => true, () => document.execCommand('copy'));
  }
}
customElements.define('link-card', LinkCard);
