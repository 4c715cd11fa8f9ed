// The agenda at the side: where the meeting is, what was spoken of, what was decided. Events: `go` (detail: a place in the
// agenda), `add` (detail: the project that comes up unexpectedly).
import { nothing } from 'lit';
import { named, text } from '../../text/text.js';
import { Element } from '../part/element.js';
import { html } from '../part/html.js';
import { lamp } from '../part/lamp.js';

class MeetingRail extends Element {
  static properties = { meeting: { attribute: false }, cards: { attribute: false }, at: { type: Number }, rev: { attribute: false }, past: { type: Boolean } };

  render() {
    const { meeting, cards, at } = this;
    const others = [...cards.values()].filter(({ id }) => !meeting.items.some(({ project }) => project === id));
    return html`<ol>${meeting.items.map(({ project, why }, i) => {
      const card = cards.get(project);
      const before = meeting.items[i - 1]?.why;
      return html`${i === 0 || before !== why ? html`<li class="why">${text(why ? `meeting.${why}` : 'meeting.added')}</li>` : nothing}
        <li><button data-agenda=${project} class="${i === at ? 'chosen' : ''} ${meeting.spoke(project) ? 'spoken' : ''}" aria-current=${i === at ? 'step' : nothing}
          @click=${() => this.dispatchEvent(new CustomEvent('go', { detail: i }))}>
          ${card ? lamp(card.lamp.colour) : nothing}<span>${card ? named(card.name) : text('project.gone')}</span>
          ${meeting.decided(project).length ? html`<em title=${text('meeting.decisions')}>${meeting.decided(project).length}</em>` : nothing}</button></li>`;
    })}</ol>
    ${others.length && !this.past ? html`<select aria-label=${text('meeting.add')} @change=${this.#add}><option value="">＋ ${text('meeting.add')}</option>
      ${others.map(({ id, name }) => html`<option value=${id}>${named(name)}</option>`)}</select>` : nothing}`;
  }

  updated(changed) {
    if (changed.has('at')) this.querySelector('.chosen')?.scrollIntoView({ block: 'nearest' });
  }

  #add({ target }) {
    if (target.value) this.dispatchEvent(new CustomEvent('add', { detail: target.value }));
    target.value = '';
  }
}
customElements.define('meeting-rail', MeetingRail);
