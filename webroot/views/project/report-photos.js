// The photos of a report with what the board says of them: far from the site, old, seen before, or that it cannot say. Flags
// decide nothing. A click or Space shows one large, the next, and then none. Event: `doubted`
// (detail: the reports of the project that are verified with words only).
import { html, nothing } from 'lit';
import { fullDate } from '../../text/dates.js';
import { text } from '../../text/text.js';
import { Element } from '../part/element.js';
import '../part/photo-thumb.js';

const AGAIN_MILLIS = 5_000;

class ReportPhotos extends Element {
  static properties = { api: { attribute: false }, project: { type: String }, ids: { attribute: false }, known: { state: true }, unread: { state: true }, large: { state: true } };

  #asked = null;

  constructor() {
    super();
    this.large = null;
    this.onKey = (event) => this.#key(event);
  }

  connectedCallback() {
    super.connectedCallback();
    this.requestUpdate(); // moved in the page while it waited for an answer
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    document.removeEventListener('keydown', this.onKey, true);
    clearTimeout(this.timer);
    this.#asked = null;
  }

  render() {
    if (!this.ids?.length) return nothing;
    return html`<div class="photos">${this.ids.map((id, i) => html`<photo-thumb .api=${this.api} .path=${this.#path(id, 'thumbnail')} @click=${() => this.#show(i)}></photo-thumb>`)}</div>
      ${this.#flags().map((flag) => html`<p class="flag">⚑ ${flag}</p>`)}${this.unread ? html`<p class="flag">${text('flag.unread')}</p>` : nothing}
      ${this.large === null ? nothing : html`<div class="large" role="dialog" aria-label=${text('focus.photos')} @click=${() => this.#show(null)}>
        <photo-thumb .api=${this.api} .path=${this.#path(this.ids[this.large], 'full')}></photo-thumb></div>`}`;
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

  /** One after the other, and closed after the last. */
  enlarge() {
    if (!this.ids?.length) return;
    const next = this.large === null ? 0 : this.large + 1;
    this.#show(next < this.ids.length ? next : null);
  }

  #show(which) {
    this.large = which;
    // Before anything else hears it: while a photo is large the keys are its own.
    if (which === null) document.removeEventListener('keydown', this.onKey, true);
    else document.addEventListener('keydown', this.onKey, true);
  }

  #key(event) {
    event.stopPropagation();
    if (event.key === ' ') this.enlarge();
    else if (event.key === 'Escape' || event.key === 'Enter') this.#show(null);
    else return;
    event.preventDefault();
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
