// This phone's way in: the link as a code for another phone, to copy and to share, and onto the home screen. While it is open,
// the address bar holds the link too: "open in browser" and "add to home screen" take it along. Below, the other links of this
// phone. Says `choose` (a link's token). The link is the key: whoever has it may report.
import { nothing } from 'lit';
import { LinkToken } from '../../http/token.js';
import { dayOf, fullDate } from '../../text/dates.js';
import { named, text } from '../../text/text.js';
import { copied } from '../part/copied.js';
import { Element } from '../part/element.js';
import { html } from '../part/html.js';
import { qrCode } from '../part/qr-code.js';

/** An iPhone's home screen has a memory of its own, and opens what the address bar holds, unless a manifest says otherwise. */
const ownMemory = 'standalone' in navigator;

class MyLink extends Element {
  static properties = { token: { type: String }, qr: { attribute: false }, links: { attribute: false }, copied: { state: true } };

  render() {
    return html`<details @toggle=${this.#toggle}><summary>${text('link.mine')}</summary>
      <p class="quiet">${text('link.for')}</p>
      ${this.qr ? qrCode(this.qr) : html`<p class="quiet">${text('link.later')}</p>`}
      <input name="link" readonly aria-label=${text('access.link')} .value=${this.#link} @focus=${({ target }) => target.select()} />
      <p class="acts"><button type="button" data-act="copy" @click=${this.#copy}>${text(this.copied ? 'link.copied' : 'link.copy')}</button>
        ${navigator.share ? html`<button type="button" class="main" data-act="share" @click=${this.#share}>${text('link.share')}</button>` : nothing}</p>
      <p class="quiet">${text('link.home')}</p></details>`;
  }

  get #link() {
    return `${location.origin}/report#${this.token}`;
  }

  #toggle({ target }) {
    if (target.open) LinkToken.show(this.token);
    else LinkToken.hide();
    if (ownMemory && target.open) document.querySelector('link[rel=manifest]')?.remove();
    this.copied = false;
  }

  async #copy() {
    this.copied = await copied(this.querySelector('[name=link]'));
  }

  #share() {
    navigator.share({ title: document.title, url: this.#link }).catch(() => {}); // not shared after all
  }
}
customElements.define('my-link', MyLink);

/** The links of this phone, to go from one to the other; nothing where there is no other. One that has ended is none. */
export const linkChoice = (links, token, choose) => (links.some((link) => link.token !== token) ? html`<nav class="chips links" aria-label=${text('link.others')}>${links.map((link) =>
  html`<button type="button" data-link=${link.me.grant.id} aria-pressed=${link.token === token} ?disabled=${link.token === token} @click=${() => choose(link.token)}>${named(link.name) || link.me.grant.project}
    <small>${link.me.grant.company}</small></button>`)}</nav>` : nothing);

/** The projects that an invitation opens, to begin with one of them. */
export const projectChoice = (links, choose) => html`<nav class="projects-choice" aria-label=${text('report.choose')}>${links.map(({ token, name, me: { grant } }) =>
  html`<button type="button" data-link=${grant.id} @click=${() => choose(token)}><b>${named(name)}</b><small>${text('access.until', { date: fullDate(dayOf(grant.until)) })}</small></button>`)}</nav>`;
