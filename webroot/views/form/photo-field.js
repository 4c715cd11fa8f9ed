// Photos of a form: shrunk on this device as they are chosen, sent when the form is. Each keeps its key, and its id once it
// arrived: a second try sends no picture twice.
import { nothing } from 'lit';
import { MOST_PHOTOS, taken } from '../../store/photo.js';
import { text } from '../../text/text.js';
import { Element } from '../part/element.js';
import { html } from '../part/html.js';
import { photoFaults } from '../part/photo-faults.js';

class PhotoField extends Element {
  static properties = { photos: { state: true }, faults: { state: true } };

  constructor() {
    super();
    this.photos = [];
    this.faults = [];
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.clear();
  }

  render() {
    return html`<label class="camera"><span>${text('field.photos')} <small>${text('field.optional')}</small></span>
        <input type="file" multiple accept="image/*" ?disabled=${this.photos.length >= MOST_PHOTOS} @change=${(event) => this.#take(event.target)} /></label>
      ${this.faults.map((fault) => html`<small class="flaw" role="alert">${fault}</small>`)}
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
    const found = await taken(input.files, MOST_PHOTOS - this.photos.length);
    this.faults = photoFaults(found, input.files.length);
    this.photos = [...this.photos, ...found.photos.map(({ key, bytes }) => {
      const file = new Blob([bytes], { type: 'image/jpeg' });
      return { file, url: URL.createObjectURL(file), key };
    })];
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
