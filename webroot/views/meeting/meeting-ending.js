// The end: what will be in the minutes, who was there, what else is to be remembered. Event: `over` (detail: the entry).
import { nothing } from 'lit';
import { fullDate } from '../../text/dates.js';
import { longest } from '../../text/kinds.js';
import { named, text } from '../../text/text.js';
import { Element } from '../part/element.js';
import { html } from '../part/html.js';

class MeetingEnding extends Element {
  static properties = { meeting: { attribute: false }, cards: { attribute: false }, api: { attribute: false }, fault: { state: true }, busy: { state: true } };

  render() {
    const { meeting } = this;
    const spoken = meeting.items.filter(({ project }) => meeting.spoke(project));
    return html`<form class="end" @submit=${this.#end} @input=${({ currentTarget }) => meeting.record(Object.fromEntries(new FormData(currentTarget)))}>
      <h2>${text('meeting.endTitle')}</h2>
      <label>${text('meeting.name')}<input name="title" required maxlength=${longest('meeting-held', 'title')} .defaultValue=${meeting.title} /></label>
      <label>${text('meeting.present')}<input name="present" maxlength=${longest('meeting-held', 'present')} placeholder=${text('meeting.presentHint')} .defaultValue=${meeting.present} /></label>
      <label>${text('meeting.note')}<textarea name="note" rows="3" maxlength=${longest('meeting-held', 'note')} .defaultValue=${meeting.note}></textarea></label>
      <h3>${text('meeting.decisions')} ${meeting.decisions.length}</h3>
      ${meeting.decisions.length ? html`<ol>${meeting.decisions.map(({ project, text: said, owner, deadline }) => html`<li><b>${named(this.cards.get(project)?.name) || text('project.gone')}</b> ${said}
        <small>${[owner, text('focus.deadline', { date: fullDate(deadline) })].filter(Boolean).join(' · ')}</small></li>`)}</ol>` : html`<p class="quiet">${text('meeting.none')}</p>`}
      <p class="quiet">${text('meeting.spokenOf', { n: spoken.length, all: meeting.items.length })}</p>
      ${this.fault ? html`<p class="fault" role="alert">${this.fault}</p>` : nothing}
      <button class="main" data-act="over" ?disabled=${this.busy}>${text('meeting.over')}</button></form>`;
  }

  async #end(event) {
    event.preventDefault();
    this.busy = true;
    try {
      const { seq } = await this.api.post('/api/updates', this.meeting.update, this.meeting.key);
      this.dispatchEvent(new CustomEvent('over', { detail: seq }));
    } catch (problem) {
      this.fault = problem.message;
    }
    this.busy = false;
  }
}
customElements.define('meeting-ending', MeetingEnding);
