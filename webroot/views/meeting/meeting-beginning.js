// Before the meeting: what it would speak of if it began now, and who is there. Event: `begin` (detail: title and present).
import { nothing } from 'lit';
import { longest } from '../../text/kinds.js';
import { named, text } from '../../text/text.js';
import { Element } from '../part/element.js';
import { html } from '../part/html.js';
import { lamp } from '../part/lamp.js';
import { reason } from '../part/words.js';

const ORDER = ['red', 'promise', 'silent', 'changed'];

class MeetingBeginning extends Element {
  static properties = { agenda: { attribute: false }, cards: { attribute: false }, fault: { attribute: false } };

  render() {
    const { agenda } = this;
    return html`<form class="begin" @submit=${this.#begin}>
        <label>${text('meeting.name')}<input name="title" required maxlength=${longest('meeting-held', 'title')} .defaultValue=${text('meeting.default')} /></label>
        <label>${text('meeting.present')}<input name="present" maxlength=${longest('meeting-held', 'present')} placeholder=${text('meeting.presentHint')} /></label>
        <button class="main" data-act="begin" ?disabled=${!agenda}>${text('meeting.begin')}</button></form>
      ${this.fault ? html`<p class="fault" role="alert">${this.fault}</p>` : nothing}
      <div class="groups">${ORDER.map((why) => this.#group(why, agenda?.items.filter((item) => item.why === why) ?? []))}</div>`;
  }

  #group(why, items) {
    return html`<section data-why=${why}><h2>${text(`meeting.${why}`)} <b>${items.length}</b></h2>
      <ul>${items.map(({ project }) => this.cards.get(project)).filter(Boolean).map((card) => html`<li data-agenda=${card.id}>${lamp(card.lamp.colour)}<span>${named(card.name)}</span><em>${reason(card)}</em></li>`)}</ul>
      ${items.length ? nothing : html`<p class="quiet">${text('meeting.nobody')}</p>`}</section>`;
  }

  #begin(event) {
    event.preventDefault();
    this.dispatchEvent(new CustomEvent('begin', { detail: Object.fromEntries(new FormData(event.target)) }));
  }
}
customElements.define('meeting-beginning', MeetingBeginning);
