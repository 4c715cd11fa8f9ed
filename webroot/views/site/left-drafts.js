// What was typed about a milestone that a new plan left out: it lives on until it is reported of another. Says `move`
// (detail: {from, to}, milestones), `discard` (a milestone).
import { nothing } from 'lit';
import { named, text } from '../../text/text.js';
import { Element } from '../part/element.js';
import { html } from '../part/html.js';
import '../part/photo-thumb.js';
import '../form/sure-button.js';

class LeftDrafts extends Element {
  static properties = { drafts: { attribute: false }, steps: { attribute: false } };

  render() {
    return this.drafts.length ? this.drafts.map(([milestone, draft]) => this.#draft(milestone, draft)) : nothing;
  }

  #draft(from, { name, percent, photos = [], note }) {
    return html`<section data-left=${from}><p>${text('report.left', { name: named(name) || text('step.gone') })}${percent === undefined ? nothing : html` <b>${percent}%</b>`}${note ? ` “${note}”` : nothing}</p>
      ${photos.length ? html`<p>${photos.map(({ bytes }) => html`<photo-thumb .bytes=${bytes}></photo-thumb>`)}</p>` : nothing}
      <div class="acts">${this.steps.map(({ id, name: other }) => html`<button type="button" data-to=${id} @click=${() => this.#say('move', { from, to: id })}>${text('report.left.to', { name: named(other) })}</button>`)}
        <sure-button act="discard" .label=${text('report.drop')} @sure=${() => this.#say('discard', from)}></sure-button></div></section>`;
  }

  #say(what, detail) {
    this.dispatchEvent(new CustomEvent(what, { detail }));
  }
}
customElements.define('left-drafts', LeftDrafts);
