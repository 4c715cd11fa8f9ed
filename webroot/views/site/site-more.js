// What the site tells of its day beside progress and safety: a button a kind, and its form. Says `tell` (detail: {place, update,
// photos, kept}, `kept()` called when it is on the phone).
import { nothing } from 'lit';
import { isPlain } from '../../text/kinds.js';
import { text } from '../../text/text.js';
import { Element } from '../part/element.js';
import { problemOf } from '../part/faults.js';
import { html } from '../part/html.js';
import './plain-form.js';

class SiteMore extends Element {
  static properties = {
    project: { type: String }, acts: { attribute: false }, drafts: { attribute: false }, today: { type: String }, tick: { type: Number }, busy: { type: Boolean }, open: { state: true },
  };

  render() {
    return this.acts.filter(isPlain).map((kind) => (this.open === kind ? this.#form(kind)
      : html`<button class="plain" data-act=${kind} @click=${() => { this.open = kind; }}>${text(`tell.${kind}`)}</button>`));
  }

  /** Opens what was not accepted, to be written anew. → once it is kept. */
  edit({ key, update, photos, ...refused }) {
    this.open = update.kind;
    return this.drafts.change(this.#place(update.kind), { ...update, photos, replaces: key, problem: problemOf(refused) });
  }

  #form(kind) {
    const place = this.#place(kind);
    const draft = this.drafts.of(place);
    return draft ? html`<plain-form .kind=${kind} .draft=${draft} .today=${this.today} ?busy=${this.busy} @draft=${({ detail }) => this.drafts.change(place, { ...detail, problem: undefined })}
      @send=${({ detail }) => this.#send(kind, detail, draft)} @close=${() => { this.open = null; }}></plain-form>` : nothing;
  }

  #send(kind, said, { photos }) {
    const kept = () => { this.open = null; };
    this.dispatchEvent(new CustomEvent('tell', { detail: { place: this.#place(kind), update: { kind, ...said }, photos, kept } }));
  }

  #place(kind) {
    return `more.${this.project}.${kind}`;
  }
}
customElements.define('site-more', SiteMore);
