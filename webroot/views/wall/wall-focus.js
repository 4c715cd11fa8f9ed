// One project fills the screen: its lamp explained, milestones with plan, forecast and actual, the curve, what is in the
// way, hazards, directives, photos, who is responsible, what was said last. A leader who is logged in issues a directive
// right here. Event: `close`.
import { nothing } from 'lit';
import { Api } from '../../http/api.js';
import { age } from '../../text/dates.js';
import { named, text } from '../../text/text.js';
import '../form/act-form.js';
import { Element } from '../part/element.js';
import { figures } from '../part/figures.js';
import { html } from '../part/html.js';
import { lampOf } from '../part/lamp.js';
import '../part/photo-thumb.js';
import '../part/progress-curve.js';
import { stepTable } from '../part/step-table.js';
import { about, blocked, directed, found, said, sector, ways, why } from '../part/words.js';

const SHOWN = 3;
const ENTRIES = 8;
const PHOTOS = 4;
/** Names of months that have room on the axis; today's mark stands above them. */
const MONTHS = 6;

class WallFocus extends Element {
  static properties = {
    card: { attribute: false }, detail: { attribute: false }, entries: { attribute: false }, failed: { type: Boolean }, api: { attribute: false },
    session: { attribute: false }, day: { type: String }, now: { type: Number }, telling: { state: true }, past: { type: Boolean },
  };

  render() {
    const { card, detail } = this;
    return html`
      <header class=${card.lamp.colour}><h2>${lampOf(card)}${named(card.name)}</h2>
        <p>${[sector(card), text(`stage.${card.stage}`), card.owner, named(card.capacity)].filter(Boolean).join(' · ')}</p>
        ${detail?.managers?.length ? html`<p class="whose"><small>${text('focus.manager')}</small> ${detail.managers.join(text('join.and'))}</p>` : nothing}
        <button @click=${() => this.dispatchEvent(new Event('close'))}>${text('focus.close')} <kbd>Esc</kbd></button></header>
      <section class="main">
        ${figures(card)}
        ${stepTable(card, this.day, MONTHS, this.past)}
        <div class="curve">${detail ? html`<progress-curve .curve=${detail.curve} .day=${this.day}></progress-curve>`
          : html`<p class="quiet">${text(this.failed ? 'wall.unread' : 'wall.reading')}</p>`}</div>
      </section>
      <aside>
        <section><h3>${text('focus.lamp')}</h3>${why(card).map((each) => html`<p>${each}</p>`)}
          ${ways(card).length ? html`<p class="way"><b>${text('way.title')}</b> ${ways(card).join(text('join.clause'))}</p>` : nothing}</section>
        ${this.#list('focus.blockers', card.blockers, blocked)}
        ${this.#list('focus.hazards', card.safety?.open, found)}
        ${this.#list('focus.directives', card.directives, directed)}
        ${this.#order()}
        ${detail?.photos?.length ? html`<section><h3>${text('focus.photos')}</h3><div class="photos">${detail.photos.slice(-PHOTOS).reverse().map(({ photo, at }) =>
          html`<figure><photo-thumb .api=${this.api} .path=${`/api/projects/${card.id}/photos/${photo.id}?size=thumbnail`}></photo-thumb>
            <figcaption>${age(at, this.now)}</figcaption></figure>`)}</div></section>` : nothing}
        <section class="said"><h3>${text('focus.entries')}${this.failed && this.entries ? html` <small>${text('wall.unread')}</small>` : nothing}</h3>${(this.entries ?? []).slice(0, ENTRIES).map((entry) => html`
          <p>${said(entry, card, (seq) => this.entries.find((each) => each.seq === seq))}<small>${about(entry, card, this.now)}</small></p>`)}</section>
      </aside>`;
  }

  /** For whoever is logged in and may; the screen itself may not. */
  #order() {
    if (!this.session?.person.tells.includes('directive-issued')) return nothing;
    if (!this.telling) return html`<p class="acts"><button data-tell="directive-issued" @click=${() => { this.telling = true; }}>${text('tell.directive-issued')} · ${this.session.person.name}</button></p>`;
    const done = () => { this.telling = false; };
    this.writer ??= new Api(this.session);
    return html`<act-form .kind=${'directive-issued'} .card=${this.card} .api=${this.writer} .day=${this.day} @close=${done} @told=${done}></act-form>`;
  }

  #list(title, items, words) {
    if (!items?.length) return nothing;
    const more = items.length - SHOWN;
    return html`<section><h3>${text(title, { n: items.length })}</h3>
      ${items.slice(0, SHOWN).map((item) => { const [main, aside, bad] = words(item); return html`<p class=${bad ? 'bad' : ''}>${main}<small>${aside}</small></p>`; })}
      ${more > 0 ? html`<p class="quiet">${text('focus.more', { n: more })}</p>` : nothing}</section>`;
  }
}
customElements.define('wall-focus', WallFocus);
