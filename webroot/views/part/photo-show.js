// Photos one by one, as large as the window: ← → or Space walk through them, Esc or a click closes. `photos`: [{path, words}].
// While it is open the keys are its own. Event: `close`.
import { text } from '../../text/text.js';
import { Element } from './element.js';
import { html } from './html.js';
import './photo-thumb.js';

const STEPS = { ArrowRight: 1, ArrowDown: 1, ' ': 1, ArrowLeft: -1, ArrowUp: -1 };

class PhotoShow extends Element {
  static properties = { api: { attribute: false }, photos: { attribute: false }, at: { type: Number } };

  #onKey = (event) => this.#key(event);

  connectedCallback() {
    super.connectedCallback();
    this.before = document.activeElement;
    document.addEventListener('keydown', this.#onKey, true);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    document.removeEventListener('keydown', this.#onKey, true);
    this.before?.focus?.({ preventScroll: true });
  }

  render() {
    const { path, words } = this.photos[this.at];
    const { length } = this.photos;
    return html`<div class="large" role="dialog" aria-modal="true" aria-label=${text('focus.photos')} @click=${() => this.#close()}>
      <photo-thumb .api=${this.api} .path=${path}></photo-thumb>
      <p><span>${words}</span>${length > 1 ? html`<button data-act="before" aria-label=${text('photo.before')} ?disabled=${this.at === 0} @click=${(event) => this.#step(event, -1)}>←</button>
        <em>${this.at + 1} / ${length}</em><button data-act="after" aria-label=${text('photo.after')} ?disabled=${this.at === length - 1} @click=${(event) => this.#step(event, 1)}>→</button>` : ''}</p></div>`;
  }

  #step(event, by) {
    event.stopPropagation();
    this.#go(by);
  }

  #go(by) {
    const to = this.at + by;
    if (this.photos[to]) this.at = to;
  }

  #key(event) {
    event.stopPropagation();
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (STEPS[event.key]) this.#go(STEPS[event.key]);
    else if (event.key === 'Escape' || event.key === 'Enter') this.#close();
    else return;
    event.preventDefault();
  }

  #close() {
    this.dispatchEvent(new Event('close'));
  }
}
customElements.define('photo-show', PhotoShow);
