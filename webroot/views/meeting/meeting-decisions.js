// What the meeting decides about one project: typed once, it is a directive with an owner and a deadline. It waits a while before
// it is told, and until then is taken back.
import { nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { LAST_DAY, shortDate } from '../../text/dates.js';
import { longest } from '../../text/kinds.js';
import { named, text } from '../../text/text.js';
import { Element } from '../part/element.js';
import { held } from '../part/held.js';
import { html } from '../part/html.js';
import { PEOPLE } from '../part/known-names.js';

class MeetingDecisions extends Element {
  static properties = {
    meeting: { attribute: false }, card: { attribute: false }, api: { attribute: false }, day: { type: String }, held: { attribute: false }, faults: { state: true },
  };

  constructor() {
    super();
    /** Project → why its decision was not told. */
    this.faults = new Map();
  }

  render() {
    const { meeting, card } = this;
    const typed = meeting.draft(card.id);
    const decided = meeting.decided(card.id);
    const waits = this.held.has(this.#id);
    const fault = this.faults.get(card.id);
    return html`<h3>${text('meeting.decide')}</h3>
      ${decided.length ? html`<ul>${decided.map(({ seq, text: said, owner, deadline }) => html`<li data-decision=${seq}>✓ <b>${said}</b>
        <span>${[owner, text('focus.deadline', { date: shortDate(deadline) })].filter(Boolean).join(' · ')}</span></li>`)}</ul>` : nothing}
      ${keyed(`${card.id} ${decided.length}`, html`<form @submit=${this.#decide} @input=${this.#keep}>
        <input name="text" required ?readonly=${waits} maxlength=${longest('directive-issued', 'text')} aria-label=${text('field.text')} placeholder=${text('meeting.what')} .defaultValue=${typed.text} />
        <input name="owner" list=${PEOPLE} ?readonly=${waits} maxlength=${longest('directive-issued', 'owner')} aria-label=${text('field.directive-issued.owner')} placeholder=${text('field.directive-issued.owner')} .defaultValue=${typed.owner} />
        <input type="date" name="deadline" ?readonly=${waits} min=${this.day} max=${LAST_DAY} required aria-label=${text('field.deadline')} .defaultValue=${typed.deadline} />
        <button class="main" ?disabled=${waits}>${text('tell.directive-issued')}</button></form>`)}
      ${fault ? html`<p class="fault" role="alert">${fault}</p>` : nothing}<known-names .api=${this.api}></known-names>`;
  }

  get #id() {
    return `decision.${this.card.id}`;
  }

  #keep({ currentTarget }) {
    this.meeting.type(this.card.id, Object.fromEntries(new FormData(currentTarget)));
  }

  /** The key was kept with what was typed: sent again, after a reload too, it is the same directive. */
  async #decide(event) {
    event.preventDefault();
    const { meeting, card } = this;
    const { text: said, owner, deadline, key } = meeting.draft(card.id);
    const body = { kind: 'directive-issued', text: said, deadline, ...(owner && { owner }) };
    const words = text('hold.decision', { project: named(card.name), said });
    this.#say(card.id, null);
    try {
      await held(this, { id: this.#id, words, request: { path: `/api/projects/${card.id}/updates`, body, key } }, this.api);
    } catch (problem) {
      this.#say(card.id, problem.message);
    }
  }

  #say(project, fault) {
    this.faults = new Map([...this.faults].filter(([each]) => each !== project));
    if (fault) this.faults.set(project, fault);
  }
}
customElements.define('meeting-decisions', MeetingDecisions);
