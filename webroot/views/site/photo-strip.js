// The photos of what is being written: from the camera or the gallery, shrunk at once. Says `photos` (detail: all of them).
import { html, nothing } from 'lit';
import { taken } from '../../store/photo.js';
import { text } from '../../text/text.js';
import { Element } from '../part/element.js';
import '../part/photo-thumb.js';

class PhotoStrip extends Element {
  static properties = { photos: { attribute: false }, busy: { state: true }, unreadable: { state: true } };

  render() {
    return html`${this.#door('photo', 'report.photo', 'environment')}${this.#door('gallery', 'report.gallery')}
      ${(this.photos ?? []).map((photo) => html`<button type="button" class="taken" aria-label=${text('report.photo.drop')}
        @click=${() => this.#say(this.photos.filter((each) => each !== photo))}><photo-thumb .bytes=${photo.bytes}></photo-thumb><i aria-hidden="true">×</i></button>`)}
      ${this.unreadable ? html`<p class="fault" role="alert">${text('report.photo.unreadable')}</p>` : nothing}`;
  }

  #door(name, label, capture) {
    return html`<label class="door"><span>${text(this.busy === name ? 'report.photo.busy' : label)}</span><input type="file" name=${name} accept="image/*"
      capture=${capture ?? nothing} ?multiple=${!capture} @change=${(event) => this.#take(event.target)} /></label>`;
  }

  async #take(input) {
    this.busy = input.name;
    this.unreadable = false;
    const more = [];
    for (const file of [...input.files]) await taken(file).then((photo) => more.push(photo), () => { this.unreadable = true; });
    input.value = '';
    this.busy = null;
    this.#say([...(this.photos ?? []), ...more]);
  }

  #say(photos) {
    this.dispatchEvent(new CustomEvent('photos', { detail: photos }));
  }
}
customElements.define('photo-strip', PhotoStrip);
