// What strangers complained of and suggested and nobody closed yet: answered and closed here, by the office. It is not in the ledger, so
// it is asked for now and then.
import { nothing } from 'lit';
import { dayOf, fullDate, minuteTime } from '../../text/dates.js';
import { text } from '../../text/text.js';
import { Element } from '../part/element.js';
import { html } from '../part/html.js';

const AGAIN_MILLIS = 60_000;
const LONGEST = 500;

class ComplaintsWaiting extends Element {
  static properties = { api: { attribute: false }, all: { state: true }, busy: { state: true }, fault: { state: true } };

  #again = 0;

  connectedCallback() {
    super.connectedCallback();
    this.#load();
    this.#again = setInterval(() => this.#load(), AGAIN_MILLIS);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.#again);
  }

  render() {
    const waiting = (this.all ?? []).filter(({ closed }) => !closed);
    if (!waiting.length) return nothing;
    return html`<h2 class="heading">${text('complaint.waiting')} <small>${waiting.length}</small></h2>
      ${this.fault ? html`<p class="fault" role="alert">${this.fault}</p>` : nothing}
      <ul class="complaints">${waiting.map((complaint) => this.#complaint(complaint))}</ul>`;
  }

  #complaint({ id, made, words, contact, answer }) {
    return html`<li data-complaint=${id}><p class="words">${words}</p><small>${fullDate(dayOf(made))} ${minuteTime(Date.parse(made))} · ${contact ? text('complaint.from', { contact }) : text('complaint.nobody')}</small>
      <form @submit=${(event) => this.#answer(event, id)}><label>${text('complaint.answer')}<textarea name="answer" rows="2" maxlength=${LONGEST} .defaultValue=${answer ?? ''}></textarea></label>
        <p class="acts"><button class="main" name="act" value="reply" ?disabled=${this.busy}>${text('complaint.reply')}</button><button name="act" value="close" ?disabled=${this.busy}>${text('complaint.close')}</button></p></form></li>`;
  }

  async #load() {
    try {
      this.all = (await this.api.get('/api/complaints')).complaints;
      this.fault = null;
    } catch (problem) {
      this.fault = problem.message;
    }
  }

  async #answer(event, id) {
    event.preventDefault();
    const answer = new FormData(event.target).get('answer').trim();
    const closed = event.submitter.value === 'close';
    if (!answer && !closed) return;
    this.busy = true;
    try {
      await this.api.put(`/api/complaints/${id}`, { ...(answer && { answer }), closed });
      await this.#load();
    } catch (problem) {
      this.fault = problem.message;
    }
    this.busy = false;
  }
}
customElements.define('complaints-waiting', ComplaintsWaiting);
