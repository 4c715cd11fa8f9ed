// A contractor's access as a card to print and hand over, or to send: whose it is, what it opens, until when, the code to scan, and
// how it comes onto the home screen. The code is the key: whoever holds it may report.
import { nothing } from 'lit';
import { dayOf, fullDate } from '../../text/dates.js';
import { named, text } from '../../text/text.js';
import { copied } from '../part/copied.js';
import { Element } from '../part/element.js';
import { goesNowhere } from '../part/here.js';
import { html } from '../part/html.js';
import { qrCode } from '../part/qr-code.js';
import { stepName } from '../part/words.js';

class GrantCard extends Element {
  /** `parts`: [{card, milestones}], a project each; `grant`: {id, contractor, company, actions, until}. */
  static properties = { town: { attribute: false }, parts: { attribute: false }, grant: { attribute: false }, link: { attribute: false }, copied: { state: true } };

  render() {
    const { parts, grant, link } = this;
    const [first] = parts;
    const steps = ({ card, milestones }) => milestones.map((id) => stepName(card, id)).join(text('join.and'));
    const said = (act, key) => text(this.copied === act ? 'link.copied' : key);
    return html`<article class="grant-card" data-card=${grant.id}>
      <div><small>${named(this.town)} · ${text('access.title')}</small><h2>${parts.length > 1 ? text('access.several', { n: parts.length }) : named(first.card.name)}</h2>
        <p class="whose">${grant.company}<br />${grant.contractor}</p>
        ${parts.length > 1 ? html`<dl class="several">${parts.map((part) => html`<dt>${named(part.card.name)}</dt><dd>${steps(part)}</dd>`)}</dl>` : nothing}
        <dl>${parts.length > 1 ? nothing : html`<dt>${text('access.milestones')}</dt><dd>${steps(first)}</dd>`}
          <dt>${text('access.actions')}</dt><dd>${grant.actions.map((action) => text(`grant.${action}`)).join(text('join.and'))}</dd>
          <dt>${text('access.validUntil')}</dt><dd>${fullDate(dayOf(grant.until))}</dd></dl></div>
      <div class="code">${qrCode(link.qr)}
        <small>${text('access.scan')}</small></div>
      <p class="how">${text('access.home')}</p>
      <p class="warning">${text('access.warning')}</p></article>
    ${goesNowhere(link.link) ? html`<p class="nowhere no-print" role="note">${text('link.here')}</p>` : nothing}
    <p class="acts no-print"><button data-act="copy" @click=${() => this.#copy('copy', '.link input')}>${said('copy', 'access.copy')}</button>
      <button data-act="message" @click=${() => this.#copy('message', '.message')}>${said('message', 'access.message')}</button></p>
    <p class="link no-print"><input readonly aria-label=${text('access.link')} .value=${link.link} @focus=${(event) => event.target.select()} />
      <textarea class="message" readonly rows="5" aria-label=${text('access.message')} .value=${this.#message()}></textarea></p>`;
  }

  /** What is sent with the link. */
  #message() {
    const { parts, grant, link } = this;
    return text('access.invite', {
      town: named(this.town), contractor: grant.contractor, projects: parts.map(({ card }) => named(card.name)).join(text('join.and')),
      link: link.link, date: fullDate(dayOf(grant.until)),
    });
  }

  async #copy(act, field) {
    if (await copied(this.querySelector(field))) this.copied = act;
  }
}
customElements.define('grant-card', GrantCard);
