// A contractor's access as a card to print and hand over: whose it is, what it opens, until when, and the code to scan.
// The code is the key: whoever holds it may report. Event: `close`.
import { html } from 'lit';
import { dayOf, fullDate } from '../../text/dates.js';
import { named, text } from '../../text/text.js';
import { copied } from '../part/copied.js';
import { Element } from '../part/element.js';
import { qrCode } from '../part/qr-code.js';
import { stepName } from '../part/words.js';

class GrantCard extends Element {
  static properties = { town: { attribute: false }, card: { attribute: false }, grant: { attribute: false }, link: { attribute: false } };

  render() {
    const { card, grant, link } = this;
    const names = grant.milestones.map((id) => stepName(card, id));
    return html`<article class="grant-card" data-card=${grant.id}>
      <div><small>${named(this.town)}</small><h2>${named(card.name)}</h2>
        <p class="whose">${grant.company}<br />${grant.contractor}</p>
        <dl><dt>${text('access.milestones')}</dt><dd>${names.join(text('join.and'))}</dd>
          <dt>${text('access.actions')}</dt><dd>${grant.actions.map((action) => text(`grant.${action}`)).join(text('join.and'))}</dd>
          <dt>${text('access.validUntil')}</dt><dd>${fullDate(dayOf(grant.until))}</dd></dl></div>
      <div class="code">${qrCode(link.qr)}
        <small>${text('access.scan')}</small></div>
      <p class="warning">${text('access.warning')}</p></article>
    <p class="acts no-print"><button class="main" data-act="print" @click=${() => print()}>${text('access.print')}</button>
      <button data-act="copy" @click=${this.#copy}>${text('access.copy')}</button>
      <button data-act="close" @click=${() => this.dispatchEvent(new Event('close'))}>${text('access.close')}</button></p>
    <p class="link no-print"><input readonly aria-label=${text('access.link')} .value=${link.link} @focus=${(event) => event.target.select()} /></p>`;
  }

  #copy() {
    copied(this.querySelector('.link input'));
  }
}
customElements.define('grant-card', GrantCard);
