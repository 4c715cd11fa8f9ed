// A short form of what the contract says a kind holds; what need not be said is folded away. Says `draft` (what was typed),
// `send` (detail: what the form says), `close`.
import { nothing } from 'lit';
import { fieldsOf, labelOf, stepOf, word } from '../../text/kinds.js';
import { opening, text } from '../../text/text.js';
import { html } from '../part/html.js';
import { Flawed } from './flaws.js';
import './photo-strip.js';

class PlainForm extends Flawed {
  static properties = { kind: { type: String }, today: { type: String }, busy: { type: Boolean } };

  render() {
    const { kind } = this;
    const [needed, free] = [false, true].map((optional) => fieldsOf(kind).filter((field) => Boolean(field.optional) === optional));
    return html`<form data-kind=${kind} @submit=${this.#send} @input=${this.#typed}>${this.loose}
      <div class="pair">${needed.map((each) => this.#field(each))}</div>
      ${free.length ? html`<details ?open=${free.some(({ name }) => this.draft[name] || this.flaws?.at.has(name))}><summary>${text('site.more')}</summary>${free.map((each) => this.#field(each))}</details>` : nothing}
      <p class="acts"><button type="button" @click=${() => this.#say('close')}>${text('desk.cancel')}</button>
        <button class="main" data-act="tell" ?disabled=${this.busy}>${text(this.busy ? 'report.keeping' : `tell.${kind}`)}</button></p></form>`;
  }

  #field(field) {
    const { name, type } = field;
    if (type === 'photos') return html`<photo-strip data-field="photos" .photos=${this.draft.photos} @photos=${({ detail }) => this.#say('draft', { photos: detail })}></photo-strip>${this.flaw(name)}`;
    return html`<label>${text(labelOf(this.kind, name))}${type === 'choice' ? this.#choice(field) : this.#input(field)}${this.flaw(name)}</label>`;
  }

  #choice({ name, options, optional }) {
    return html`<select name=${name} ?required=${!optional}><option value="">${optional ? '—' : text('field.choose')}</option>${options.map((each) =>
      html`<option value=${each} .selected=${each === this.draft[name]}>${opening(word(this.kind, name, each))}</option>`)}</select>`;
  }

  /** A day is one that has come. */
  #input({ name, type, optional, decimals, longest, min, max }) {
    const [day, number] = [type === 'date', type === 'number'];
    return html`<input name=${name} type=${day || number ? type : 'text'} inputmode=${number ? (decimals === 0 ? 'numeric' : 'decimal') : nothing} step=${number ? stepOf({ decimals }) : nothing}
      maxlength=${longest ?? nothing} min=${min ?? nothing} max=${day ? this.today : max ?? nothing} .value=${String(this.draft[name] ?? (day && !optional ? this.today : ''))}
      ?required=${!optional} autocomplete="off" />`;
  }

  #typed({ target: { type, name, value } }) {
    if (type !== 'file') this.#say('draft', { [name]: value });
  }

  #send(event) {
    event.preventDefault();
    const typed = new FormData(event.target);
    const told = fieldsOf(this.kind).filter(({ name, type }) => type !== 'photos' && typed.get(name)?.trim());
    this.#say('send', Object.fromEntries(told.map(({ name, type }) => [name, type === 'number' ? Number(typed.get(name)) : typed.get(name)])));
  }

  #say(what, detail) {
    this.dispatchEvent(new CustomEvent(what, { detail }));
  }
}
customElements.define('plain-form', PlainForm);
