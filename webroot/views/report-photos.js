// The photos of a report with what the server noticed of them: far from the site, old, seen before. Flags decide nothing.
import { html, nothing } from 'lit';
import { text } from '../text/text.js';
import { Element } from './element.js';
import './photo-thumb.js';

const FAR_METRES = 1_000;
const OLD_MILLIS = 3 * 86_400_000;

class ReportPhotos extends Element {
  static properties = { api: { attribute: false }, project: { type: String }, ids: { attribute: false }, known: { state: true } };

  render() {
    if (!this.ids?.length) return nothing;
    return html`<div class="photos">${this.ids.map((id) => html`<photo-thumb .api=${this.api} .path=${`/api/projects/${this.project}/photos/${id}?size=thumbnail`}></photo-thumb>`)}</div>
      ${this.#flags().map((flag) => html`<p class="flag">⚑ ${flag}</p>`)}`;
  }

  firstUpdated() {
    if (this.ids?.length) this.api.get(`/api/projects/${this.project}`).then(({ photos }) => { this.known = photos; }).catch(() => {});
  }

  #flags() {
    return (this.known ?? []).filter(({ photo }) => this.ids.includes(photo.id)).flatMap(({ photo, at }) => [
      photo.metres > FAR_METRES && text('flag.far', { km: (photo.metres / 1000).toFixed(1) }),
      photo.taken && Date.parse(at) - Date.parse(photo.taken) > OLD_MILLIS && text('flag.old', { date: photo.taken.slice(0, 10) }),
      photo.seen && text('flag.seen'),
    ].filter(Boolean));
  }
}
customElements.define('report-photos', ReportPhotos);
