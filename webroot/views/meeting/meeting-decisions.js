// What the meeting decides about one project: typed once, it is a directive with an owner and a deadline. Event: `decided`.
import { html, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { shortDate } from '../../text/dates.js';
import { longest } from '../../text/kinds.js';
import { text } from '../../text/text.js';
import { Element } from '../part/element.js';

class MeetingDecisions extends Element {
  static properties = {
    meeting: { attribute: false }, card: { attribute: false }, api: { attribute: false }, day: { type: String }, fault: { state: true }, busy: { state: true },
  };

  willUpdate(changed) {
    if (changed.has('card') && changed.get('card')?.id !== this.card.id) this.fault = null;
  }

  render() {
    const { meeting, card } = this;
    const typed = meeting.draft(card.id);
    const decided = meeting.decided(card.id);
    return html`<h3>${text('meeting.decide')}</h3>
      ${decided.length ? html`<ul>${decided.map(({ seq, text: said, owner, deadline }) => html`<li data-decision=${seq}>✓ <b>${said}</b>
        <span>${[owner, text('focus.deadline', { date: shortDate(deadline) })].filter(Boolean).join(' · ')}</span></li>`)}</ul>` : nothing}
      ${keyed(`${card.id} ${decided.length}`, html`<form @submit=${this.#decide} @input=${this.#keep}>
        <input name="text" required maxlength=${longest('directive-issued', 'text')} aria-label=${text('field.text')} placeholder=${text('meeting.what')} .defaultValue=${typed.text} />
        <input name="owner" maxlength=${longest('directive-issued', 'owner')} aria-label=${text('field.owner')} placeholder=${text('field.owner')} .defaultValue=${typed.owner} />
        <input type="date" name="deadline" min=${this.day} required aria-label=${text('field.deadline')} .defaultValue=${typed.deadline} />
        <button class="main" ?disabled=${this.busy}>${text('tell.directive-issued')}</button></form>`)}
      ${this.fault ? html`<p class="fault" role="alert">${this.fault}</p>` : nothing}`;
  }

  #keep({ currentTarget }) {
    this.meeting.type(this.card.id, Object.fromEntries(new FormData(currentTarget)));
  }

  /** The key was kept with what was typed: sent again, after a reload too, it is the same directive. */
  async #decide(event) {
    event.preventDefault();
    const { meeting, card } = this;
    const draft = meeting.draft(card.id);
    const { text: said, owner, deadline } = draft;
    this.busy = true;
    try {
      const { seq } = await this.api.post(`/api/projects/${card.id}/updates`, { kind: 'directive-issued', text: said, deadline, ...(owner && { owner }) }, draft.key);
      meeting.decide(card.id, draft, seq);
      this.fault = null;
      this.dispatchEvent(new Event('decided'));
    } catch (problem) {
      this.fault = problem.message;
    }
    this.busy = false;
  }
}
customElements.define('meeting-decisions', MeetingDecisions);
