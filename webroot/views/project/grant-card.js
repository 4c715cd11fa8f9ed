// A contractor's access as a card to print and hand over: whose it is, what it opens, until when, and the code to scan.
// The code is the key: whoever holds it may report. Event: `close`.
import { html } from 'lit';
import { dayOf, fullDate } from '../../text/dates.js';
import { named, text } from '../../text/text.js';
import { Element } from '../part/element.js';
import { stepName } from '../part/words.js';

/** Pixels a module: a whole number, or some come out wider than others and the code is harder to read. */
const MODULE = 4;

class GrantCard extends Element {
  static properties = { town: { attribute: false }, card: { attribute: false }, grant: { attribute: false }, link: { attribute: false } };

  render() {
    const { card, grant, link } = this;
    const side = link.qr.size * MODULE;
    const names = grant.milestones.map((id) => stepName(card, id));
    return html`<article class="grant-card" data-card=${grant.id}>
      <div><small>${named(this.town)}</small><h2>${named(card.name)}</h2>
        <p class="whose">${grant.company}<br />${grant.contractor}</p>
        <dl><dt>${text('access.milestones')}</dt><dd>${names.join(text('join.and'))}</dd>
          <dt>${text('access.actions')}</dt><dd>${grant.actions.map((action) => text(`grant.${action}`)).join(text('join.and'))}</dd>
          <dt>${text('access.validUntil')}</dt><dd>${fullDate(dayOf(grant.until))}</dd></dl></div>
      <div class="code"><svg width=${side} height=${side} viewBox="0 0 ${link.qr.size} ${link.qr.size}" role="img" aria-label=${text('access.qr')} shape-rendering="crispEdges">
          <rect width="100%" height="100%" fill="#fff" /><path d=${link.qr.path} fill="#000" /></svg>
        <small>${text('access.scan')}</small></div>
      <p class="warning">${text('access.warning')}</p></article>
    <p class="acts no-print"><button class="main" data-act="print" @click=${() => print()}>${text('access.print')}</button>
      <button data-act="copy" @click=${this.#copy}>${text('access.copy')}</button>
      <button data-act="close" @click=${() => this.dispatchEvent(new Event('close'))}>${text('access.close')}</button></p>
    <p class="link no-print"><input readonly aria-label=${text('access.link')} .value=${link.link} @focus=${(event) => event.target.select()} /></p>`;
  }

  /** Where the browser gives no clipboard (no HTTPS), the link is chosen, to be copied by hand. */
  async #copy() {
    const field = this.querySelector('.link input');
    field.focus();
    await navigator.clipboard?.writeText(this.link.link).catch(() => {});
  }
}
customElements.define('grant-card', GrantCard);
