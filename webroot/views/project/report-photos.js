// The photos of a report with what the board says of them: far from the site, old, seen before, or that it cannot say. Flags
// decide nothing. A click or Space shows them large. Event: `doubted`
// (detail: the reports of the project that are verified with words only).
import { nothing } from 'lit';
import { fullDate } from '../../text/dates.js';
import { text } from '../../text/text.js';
import { Element } from '../part/element.js';
import { html } from '../part/html.js';
import '../part/photo-show.js';

const AGAIN_MILLIS = 5_000;

class ReportPhotos extends Element {
  static properties = { api: { attribute: false }, project: { type: String }, ids: { attribute: false }, known: { state: true }, unread: { state: true }, large: { state: true } };

  #asked = null;

  constructor() {
    super();
    this.large = null;
  }

  connectedCallback() {
    super.connectedCallback();
    this.requestUpdate(); // moved in the page while it waited for an answer
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.timer);
    this.#asked = null;
  }

  render() {
    if (!this.ids?.length) return nothing;
    return html`<div class="photos">${this.ids.map((id, i) => html`<photo-thumb .api=${this.api} .path=${this.#path(id, 'thumbnail')} @click=${() => { this.large = i; }}></photo-thumb>`)}</div>
      ${this.#flags().map((flag) => html`<p class="flag">⚑ ${flag}</p>`)}${this.unread ? html`<p class="flag">${text('flag.unread')}</p>` : nothing}
      ${this.large === null ? nothing : html`<photo-show .api=${this.api} .photos=${this.ids.map((id) => ({ path: this.#path(id, 'full'), words: '' }))} .at=${this.large}
        @close=${() => { this.large = null; }}></photo-show>`}`;
  }

  updated() {
    const asked = this.ids?.length ? `${this.project} ${this.ids}` : null;
    if (asked === this.#asked) return;
    this.#asked = asked;
    this.known = null;
    this.unread = false;
    if (asked) this.#ask(asked);
  }

  /** Until it has an answer: photos without flags look like photos without faults. */
  async #ask(asked) {
    clearTimeout(this.timer);
    try {
      const { photos, acts } = await this.api.get(`/api/projects/${this.project}`);
      if (asked !== this.#asked) return;
      [this.known, this.unread] = [photos, false];
      this.dispatchEvent(new CustomEvent('doubted', { detail: acts.doubtful }));
    } catch {
      if (asked !== this.#asked) return;
      this.unread = true;
      this.timer = setTimeout(() => this.#ask(asked), AGAIN_MILLIS);
    }
  }

  enlarge() {
    if (this.ids?.length) this.large = 0;
  }

  #path(id, size) {
    return `/api/projects/${this.project}/photos/${id}?size=${size}`;
  }

  /** A photo that is not known yet says nothing, and looks like it: see `unread`. */
  #flags() {
    return [...new Set((this.known ?? []).filter(({ photo }) => this.ids.includes(photo.id)).flatMap(({ photo, takenOn, flags }) =>
      flags.map((flag) => text(`flag.${flag}`, { km: photo.metres && (photo.metres / 1000).toFixed(1), date: takenOn && fullDate(takenOn) }))))];
  }
}
customElements.define('report-photos', ReportPhotos);
