// One project fills the screen: its lamp explained, milestones with plan, forecast and actual, the curve, what is in the
// way, hazards, directives, photos, who is responsible, what was said last. Event: `close`.
import { html, nothing } from 'lit';
import { age } from '../text/dates.js';
import { named, text } from '../text/text.js';
import { Element } from './element.js';
import { lamp } from './lamp.js';
import { milestones, numbers } from './milestones.js';
import './photo-thumb.js';
import './progress-curve.js';
import { about, blocked, directed, found, said, sector, ways, why } from './words.js';

const SHOWN = 3;
const ENTRIES = 6;
const PHOTOS = 4;

class WallFocus extends Element {
  static properties = {
    card: { attribute: false }, detail: { attribute: false }, entries: { attribute: false }, api: { attribute: false },
    day: { type: String }, now: { type: Number }, stale: { type: Boolean },
  };

  render() {
    const { card, detail } = this;
    return html`
      <header class=${card.lamp.colour}><h2>${lamp(card.lamp.colour)}${named(card.name)}</h2>
        <p>${[sector(card), text(`stage.${card.stage}`), card.owner, named(card.capacity), detail?.managers?.length && text('focus.managers', { names: detail.managers.join('、') })].filter(Boolean).join(' · ')}</p>
        <button @click=${() => this.dispatchEvent(new Event('close'))}>${text('focus.close')} <kbd>Esc</kbd></button></header>
      <section class="main">
        ${numbers(card)}
        ${milestones(card, this.day)}
        <div class="curve"><progress-curve .curve=${detail?.curve} .day=${this.day}></progress-curve></div>
      </section>
      <aside>
        <section><h3>${text('focus.lamp')}</h3>${why(card).map((each) => html`<p>${each}</p>`)}
          ${ways(card).length ? html`<p class="way"><b>${text('way.title')}</b> ${ways(card).join('；')}</p>` : nothing}</section>
        ${this.#list('focus.blockers', card.blockers, blocked)}
        ${this.#list('focus.hazards', card.safety?.open, found)}
        ${this.#list('focus.directives', card.directives, directed)}
        ${detail?.photos?.length ? html`<section><h3>${text('focus.photos')}</h3><div class="photos">${detail.photos.slice(-PHOTOS).reverse().map(({ photo, at }) =>
          html`<figure><photo-thumb .api=${this.api} .path=${`/api/projects/${card.id}/photos/${photo.id}?size=thumbnail`}></photo-thumb>
            <figcaption>${age(at, this.now)}</figcaption></figure>`)}</div></section>` : nothing}
        <section class="said"><h3>${text('focus.entries')}</h3>${(this.entries ?? []).slice(0, ENTRIES).map((entry) => html`
          <p>${said(entry, card, (seq) => this.entries.find((each) => each.seq === seq))}<small>${about(entry, card, this.now)}</small></p>`)}</section>
      </aside>`;
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
