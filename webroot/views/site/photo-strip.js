// The photos of what is being written: from the camera or the gallery, shrunk at once. Says `photos` (detail: all of them).
import { nothing } from 'lit';
import { MOST_PHOTOS, taken } from '../../store/photo.js';
import { text } from '../../text/text.js';
import { Element } from '../part/element.js';
import { html } from '../part/html.js';
import { photoFaults } from '../part/photo-faults.js';
import '../part/photo-thumb.js';

class PhotoStrip extends Element {
  static properties = { photos: { attribute: false }, busy: { state: true }, faults: { state: true } };

  render() {
    return html`${this.#door('photo', 'report.photo', 'environment')}${this.#door('gallery', 'report.gallery')}
      ${(this.photos ?? []).map((photo) => html`<button type="button" class="taken" aria-label=${text('report.photo.drop')}
        @click=${() => this.#say(this.photos.filter((each) => each !== photo))}><photo-thumb .bytes=${photo.bytes}></photo-thumb><i aria-hidden="true">×</i></button>`)}
      ${(this.faults ?? []).map((fault) => html`<p class="fault" role="alert">${fault}</p>`)}`;
  }

  #door(name, label, capture) {
    const full = (this.photos ?? []).length >= MOST_PHOTOS;
    return html`<label class="door ${full ? 'full' : ''}"><span>${text(this.busy === name ? 'report.photo.busy' : full ? 'report.photo.full' : label, { most: MOST_PHOTOS })}</span>
      <input type="file" name=${name} accept="image/*" capture=${capture ?? nothing} ?multiple=${!capture} ?disabled=${full} @change=${(event) => this.#take(event.target)} /></label>`;
  }

  async #take(input) {
    this.busy = input.name;
    const found = await taken(input.files, MOST_PHOTOS - (this.photos ?? []).length);
    this.faults = photoFaults(found, input.files.length);
    input.value = '';
    this.busy = null;
    this.#say([...(this.photos ?? []), ...found.photos].slice(0, MOST_PHOTOS));
  }

  #say(photos) {
    this.dispatchEvent(new CustomEvent('photos', { detail: photos }));
  }
}
customElements.define('photo-strip', PhotoStrip);
