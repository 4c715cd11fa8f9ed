// What strangers complained of and suggested and nobody closed yet: answered and closed here, by the office.
import { nothing } from 'lit';
import { dayOf, fullDate, minuteTime } from '../../text/dates.js';
import { text } from '../../text/text.js';
import { Element } from '../part/element.js';
import { html } from '../part/html.js';

const LONGEST = 500;

class ComplaintsWaiting extends Element {
  /** rev: of what it holds, which changes within. */
  static properties = { complaints: { attribute: false }, rev: { type: Number }, busy: { state: true } };

  render() {
    const { waiting, fault } = this.complaints;
    const said = fault ? html`<p class="fault" role="alert">${fault}</p>` : nothing;
    if (!waiting.length) return said;
    return html`<h2 class="heading">${text('complaint.waiting')} <small>${waiting.length}</small></h2>${said}
      <ul class="complaints">${waiting.map((complaint) => this.#complaint(complaint))}</ul>`;
  }

  #complaint({ id, made, words, contact, answer }) {
    return html`<li data-complaint=${id}><p class="words">${words}</p><small>${fullDate(dayOf(made))} ${minuteTime(Date.parse(made))} · ${contact ? text('complaint.from', { contact }) : text('complaint.nobody')}</small>
      <form @submit=${(event) => this.#answer(event, id)}><label>${text('complaint.answer')}<textarea name="answer" rows="2" maxlength=${LONGEST} .defaultValue=${answer ?? ''}></textarea></label>
        <p class="acts"><button class="main" name="act" value="reply" ?disabled=${this.busy}>${text('complaint.reply')}</button><button name="act" value="close" ?disabled=${this.busy}>${text('complaint.close')}</button></p></form></li>`;
  }

  async #answer(event, id) {
    event.preventDefault();
    const answer = new FormData(event.target).get('answer').trim();
    const closed = event.submitter.value === 'close';
    if (!answer && !closed) return;
    this.busy = true;
    await this.complaints.answer(id, { ...(answer && { answer }), closed });
    this.busy = false;
  }
}
customElements.define('complaints-waiting', ComplaintsWaiting);
