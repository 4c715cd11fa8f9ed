// 调度会 on the desk: the office begins one on the big screen; everybody reads the minutes of those that were held, the newest
// first, then older ones.
import { nothing } from 'lit';
import { dayOf, longDate } from '../../text/dates.js';
import { text } from '../../text/text.js';
import { Element } from '../part/element.js';
import { html } from '../part/html.js';

const PAGE = 30;
const place = `/meeting${location.search}`;

class MeetingDesk extends Element {
  static properties = { api: { attribute: false }, meeting: { attribute: false }, holds: { type: Boolean }, meetings: { state: true }, more: { state: true }, fault: { state: true } };

  willUpdate(changed) {
    if (changed.has('meeting') && changed.get('meeting')?.seq !== this.meeting?.seq || !this.hasUpdated) this.#look();
  }

  render() {
    return html`<h2>${text('meeting.title')}</h2>
      ${this.holds ? html`<p class="choices"><a class="button main" data-act="meet" href=${place}>${text('meeting.open')}</a><span class="quiet">${text('meeting.how')}</span></p>` : nothing}
      ${this.fault ? html`<p class="fault" role="alert">${this.fault}</p>` : nothing}
      <h3 class="heading">${text('meeting.held')}</h3>
      <ul class="grants">${(this.meetings ?? []).map(({ seq, at, title, by, decisions }) => html`<li data-meeting=${seq}><a href=${`${place}#${seq}`}>${title}</a>
        <small>${[longDate(dayOf(at)), by, decisions !== undefined && text('meeting.decided', { n: decisions })].filter(Boolean).join(' · ')}</small></li>`)}</ul>
      ${this.more ? html`<button data-act="older" @click=${() => this.#older()}>${text('ledger.more')}</button>` : nothing}
      ${this.meetings?.length === 0 ? html`<p class="quiet">${text('meeting.never')}</p>` : nothing}`;
  }

  #look() {
    return this.#read('', []);
  }

  #older() {
    return this.#read(`&before=${this.meetings[this.meetings.length - 1].seq}`, this.meetings);
  }

  async #read(where, before) {
    try {
      const { meetings } = await this.api.get(`/api/meetings?limit=${PAGE}${where}`);
      this.meetings = [...before, ...meetings];
      this.more = meetings.length === PAGE;
      this.fault = null;
    } catch (problem) {
      this.fault = problem.message;
    }
  }
}
customElements.define('meeting-desk', MeetingDesk);
