// A line from a chat becomes a report: pasted, read, looked at, told with one press. What it does not say is asked; what was not
// understood is said. Event: `told`.
import { nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { longest } from '../../text/kinds.js';
import { named, text } from '../../text/text.js';
import '../form/act-form.js';
import { Element } from '../part/element.js';
import { html } from '../part/html.js';
import { to } from '../part/link.js';

const KIND = 'progress-reported';

class MessageIn extends Element {
  static properties = { api: { attribute: false }, cards: { attribute: false }, day: { type: String }, drafts: { state: true }, fault: { state: true }, busy: { state: true } };

  render() {
    return html`<details class="own message-in"><summary>${text('message.title')}</summary>
      <form @submit=${this.#read}><label><span>${text('message.paste')}</span><textarea name="message" rows="3" maxlength=${longest('message-asked', 'text')} required placeholder=${text('message.hint')} @paste=${this.#pasted}></textarea></label>
        <p class="acts"><button class="main" data-act="read-message" ?disabled=${this.busy}>${text('message.read')}</button></p></form>
      ${this.fault ? html`<p class="fault" role="alert">${this.fault}</p>` : nothing}
      ${this.drafts?.length === 0 ? html`<p role="status">${text('message.nothing')}</p>` : nothing}
      ${this.drafts?.map((draft, i) => this.#draft(draft, i))}</details>`;
  }

  #draft(draft, i) {
    const card = this.cards.find(({ id }) => id === draft.project);
    const missing = ['project', 'milestone', 'percent'].filter((each) => draft[each] === undefined && (each === 'project' || card));
    return html`<article class="sheet" data-draft=${i}><p class="note">“${draft.text}”</p>
      ${draft.told ? html`<p class="saved" role="status">${text('message.told')} <a href=${to({ page: 'projects', project: draft.project })}>${named(card?.name)}</a></p>` : html`
      <label>${text('access.project')}<select name="project" @change=${({ target }) => this.#say(i, { project: target.value || undefined, milestone: undefined })}><option value="">${text('field.choose')}</option>
        ${this.#sorted(draft.projects).map(({ id, name }) => html`<option value=${id} ?selected=${id === draft.project}>${named(name)}</option>`)}</select></label>
      ${missing.length || draft.unread.length ? html`<ul class="flaws">${missing.map((each) => html`<li>${text(`message.missing.${each}`)}</li>`)}${draft.unread.map((each) => html`<li>${text('message.unread', { text: each })}</li>`)}</ul>` : nothing}
      ${!card ? nothing : !card.milestones.length ? html`<p class="fault">${text('message.unplanned')}</p>` : keyed(`${this.read}.${i}.${draft.project}`, html`<act-form kind=${KIND} quiet from=${`message.${i}`} .given=${this.#given(draft)} .card=${card} .api=${this.api} .day=${this.day}
        @told=${() => this.#say(i, { told: true })}></act-form>`)}`}</article>`;
  }

  /** The likeliest first. */
  #sorted(likely) {
    const place = ({ id }) => (likely.indexOf(id) + 1 || likely.length + 1);
    return [...this.cards].sort((a, b) => place(a) - place(b));
  }

  #given({ milestone, percent, forecast, asOf, text: note }) {
    return { milestone, percent, asOf: asOf ?? this.day, forecast, cause: undefined, note };
  }

  #say(i, more) {
    this.drafts = this.drafts.map((draft, k) => (k === i ? { ...draft, ...more } : draft));
  }

  #pasted(event) {
    const words = event.clipboardData.getData('text/plain').trim();
    if (!words || event.target.value) return;
    event.preventDefault();
    event.target.value = words.slice(0, event.target.maxLength);
    event.target.form.requestSubmit();
  }

  async #read(event) {
    event.preventDefault();
    this.busy = true;
    try {
      this.drafts = (await this.api.post('/api/messages', { text: this.querySelector('[name=message]').value.trim() }, null)).drafts;
      this.read = (this.read ?? 0) + 1;
      this.fault = null;
    } catch (problem) {
      this.fault = problem.message;
    }
    this.busy = false;
  }
}
customElements.define('message-in', MessageIn);
