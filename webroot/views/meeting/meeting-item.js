// One project before the meeting, to be read across the room: why its lamp is what it is, figures, milestones, curve; what
// is in the way, what was ordered, and what changed since the last meeting.
import { nothing } from 'lit';
import { text, named } from '../../text/text.js';
import { changed } from '../part/changed.js';
import { Element } from '../part/element.js';
import { figures } from '../part/figures.js';
import { html } from '../part/html.js';
import { lamp, lampOf } from '../part/lamp.js';
import '../part/progress-curve.js';
import { stepTable } from '../part/step-table.js';
import { blocked, directed, found, sector, ways, why } from '../part/words.js';

class MeetingItem extends Element {
  static properties = { card: { attribute: false }, item: { attribute: false }, meeting: { attribute: false }, detail: { attribute: false }, day: { type: String }, now: { type: Number }, past: { type: Boolean } };

  render() {
    const { card, detail } = this;
    return html`
      <section class="main" tabindex="0" data-item=${card.id}>
        <h2 class=${card.lamp.colour}>${lampOf(card)}${named(card.name)}</h2>
        <p class="meta">${[sector(card), text(`stage.${card.stage}`), card.owner, detail?.managers?.length && `${text('focus.manager')} ${detail.managers.join(text('join.and'))}`].filter(Boolean).join(' · ')}</p>
        <div class="reasons ${card.lamp.colour}">${why(card).map((each) => html`<p>${each}</p>`)}
          ${ways(card).length ? html`<p class="way"><b>${text('way.title')}</b> ${ways(card).join(text('join.clause'))}</p>` : nothing}</div>
        ${figures(card)}
        ${stepTable(card, this.day, Infinity, this.past)}
        <div class="curve"><progress-curve .curve=${detail?.curve} .day=${this.day}></progress-curve></div>
      </section>
      <aside>${this.#since()}
        ${this.#list('focus.blockers', card.blockers, blocked)}
        ${this.#list('focus.directives', card.directives, directed)}
        ${this.#list('focus.hazards', card.safety?.open, found)}</aside>`;
  }

  #since() {
    const { change } = this.item;
    if (!this.meeting) return nothing;
    const said = change ? changed(change) : [];
    const turn = (key, { from, to }, words) => html`<p class="turn">${text(key)} ${from === undefined ? '—' : words(from)} → <b>${to === undefined ? '—' : words(to)}</b></p>`;
    const light = (colour) => html`${lamp(colour)}${text(`lamp.${colour}`)}`;
    return html`<section data-since><h3>${text('meeting.since')}</h3>
      ${change?.lamp ? turn('meeting.lamp', change.lamp, light) : nothing}
      ${change?.progress ? turn('focus.verified', change.progress, (percent) => `${percent}%`) : nothing}
      ${said.map((each) => html`<p>${each}</p>`)}
      ${change ? nothing : html`<p class="quiet">${text('changes.none')}</p>`}</section>`;
  }

  #list(title, items, words) {
    if (!items?.length) return nothing;
    return html`<section><h3>${text(title, { n: items.length })}</h3>
      ${items.map((item) => { const [main, aside, bad] = words(item); return html`<p class=${bad ? 'bad' : ''}>${main}<small>${aside}</small></p>`; })}</section>`;
  }
}
customElements.define('meeting-item', MeetingItem);
