// A hazard that was found, or how one was put right, with photos. Says `draft` (what was typed), `send`, `close`.
import { nothing } from 'lit';
import { fieldOf, optionsOf, word } from '../../text/kinds.js';
import { opening, text } from '../../text/text.js';
import { html } from '../part/html.js';
import { Flawed } from './flaws.js';
import './photo-strip.js';

class HazardForm extends Flawed {
  static properties = { kind: { type: String }, busy: { type: Boolean } };

  render() {
    const { kind } = this;
    return html`<form data-kind=${kind} @submit=${this.#send} @input=${this.#typed}>${this.loose}
      ${kind === 'hazard-found' ? this.#found() : html`${this.#line('text', 'site.how')}${this.#photos('photos')}`}
      <p class="acts"><button type="button" @click=${() => this.#say('close')}>${text('desk.cancel')}</button>
        <button class="main" data-act="tell" ?disabled=${this.busy}>${text(this.busy ? 'report.keeping' : `tell.${kind}`)}</button></p></form>`;
  }

  #found() {
    const { draft } = this;
    return html`<div class="pair"><label>${text('field.severity')}<select name="severity" required><option value="">${text('field.choose')}</option>${optionsOf('hazard-found', 'severity').map((each) =>
          html`<option value=${each} .selected=${each === draft.severity}>${opening(word('hazard-found', 'severity', each))}</option>`)}</select></label>
        ${this.#line('place', 'field.place')}</div>
      ${this.#line('text', 'site.found')}${this.#photos('photos')}
      ${draft.severity === 'major' ? nothing : this.#fixed()}`;
  }

  /** Not of a major one: the town closes that. */
  #fixed() {
    const { fixed } = this.draft;
    return html`<label class="tick"><input type="checkbox" name="fixed" .checked=${Boolean(fixed)} />${text('site.fixed')}</label>
      ${fixed ? html`${this.#line('how', 'site.how')}${this.#photos('after')}` : nothing}`;
  }

  #line(name, label) {
    return html`<label>${text(label)}<input name=${name} maxlength=${fieldOf('hazard-found', name === 'how' ? 'text' : name).longest} .value=${this.draft[name] ?? ''} required autocomplete="off" />${this.flaw(name)}</label>`;
  }

  #photos(name) {
    return html`<photo-strip data-field=${name} data-photos=${name} .photos=${this.draft[name]} @photos=${({ detail }) => this.#say('draft', { [name]: detail })}></photo-strip>${this.flaw(name)}`;
  }

  #typed({ target }) {
    if (target.type !== 'file') this.#say('draft', { [target.name]: target.type === 'checkbox' ? target.checked : target.value });
  }

  #send(event) {
    event.preventDefault();
    this.#say('send');
  }

  #say(what, detail) {
    this.dispatchEvent(new CustomEvent(what, { detail }));
  }
}
customElements.define('hazard-form', HazardForm);
