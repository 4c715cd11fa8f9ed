// Photos of a form: shrunk on this device as they are chosen, sent when the form is. Each keeps its key, and its id once it
// arrived: a second try sends no picture twice.
import { html, nothing } from 'lit';
import { taken } from '../../store/photo.js';
import { text } from '../../text/text.js';
import { Element } from '../part/element.js';

const MOST = 10;

class PhotoField extends Element {
  static properties = { photos: { state: true }, unreadable: { state: true } };

  constructor() {
    super();
    this.photos = [];
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.clear();
  }

  render() {
    return html`<label class="camera"><span>${text('field.photos')} <small>${text('field.optional')}</small></span>
        <input type="file" multiple accept="image/*" ?disabled=${this.photos.length >= MOST} @change=${(event) => this.#take(event.target)} /></label>
      ${this.unreadable ? html`<small class="flaw" role="alert">${text('report.photo.unreadable')}</small>` : nothing}
      ${this.photos.length ? html`<p class="taken">${this.photos.map(({ url, key }) => html`<button type="button" data-photo=${key} title=${text('report.drop')}
        aria-label=${text('report.drop')} @click=${() => this.#drop(key)}><img src=${url} alt="" />×</button>`)}</p>` : nothing}`;
  }

  /** The ids of all of them, once each has arrived. */
  async ids(api, project) {
    for (const photo of this.photos) {
      photo.id ??= (await api.photo(project, photo.file, photo.key)).id;
    }
    return [...new Set(this.photos.map(({ id }) => id))];
  }

  clear() {
    this.photos.forEach(({ url }) => URL.revokeObjectURL(url));
    this.photos = [];
  }

  async #take(input) {
    this.unreadable = false;
    for (const chosen of [...input.files].slice(0, MOST - this.photos.length)) {
      try {
        const { key, bytes } = await taken(chosen);
        const file = new Blob([bytes], { type: 'image/jpeg' });
        this.photos = [...this.photos, { file, url: URL.createObjectURL(file), key }];
      } catch {
        this.unreadable = true;
      }
    }
    input.value = '';
    this.#say();
  }

  #drop(key) {
    this.photos = this.photos.filter((photo) => photo.key !== key || URL.revokeObjectURL(photo.url));
    this.#say();
  }

  /** The form's content is another one now. */
  #say() {
    this.dispatchEvent(new Event('input', { bubbles: true }));
  }
}
customElements.define('photo-field', PhotoField);
