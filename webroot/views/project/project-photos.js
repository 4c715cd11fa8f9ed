// Progress as it was seen: the photos of the reports, newest first, of all milestones or of the one in question; of that one
// also then and now. A click shows one large.
import { nothing } from 'lit';
import { dayOf, shortDate } from '../../text/dates.js';
import { text } from '../../text/text.js';
import { Element } from '../part/element.js';
import { html } from '../part/html.js';
import '../part/photo-show.js';
import { by, stepName } from '../part/words.js';
import './then-now.js';

const FEW = 12;

class ProjectPhotos extends Element {
  static properties = { api: { attribute: false }, card: { attribute: false }, reports: { attribute: false }, milestone: { type: String }, shown: { state: true }, all: { state: true } };

  constructor() {
    super();
    this.shown = null;
  }

  willUpdate(changed) {
    if (changed.has('milestone')) this.all = false;
  }

  render() {
    const photos = this.#photos;
    if (!photos.length) return nothing;
    const some = this.all ? photos : photos.slice(0, FEW);
    return html`<h3 id="photos">${text('focus.photos')} <small>${photos.length}</small></h3>
      ${this.milestone && photos.length > 1 ? html`<then-now .api=${this.api} .then=${photos[photos.length - 1]} .now=${photos[0]}></then-now>` : nothing}
      <div class="shots">${some.map(({ thumbnail, words, short }, i) => html`<button title=${words} aria-label=${words} @click=${() => { this.shown = i; }}>
        <photo-thumb .api=${this.api} .path=${thumbnail}></photo-thumb><small>${short}</small></button>`)}</div>
      ${some.length < photos.length ? html`<button data-act="all-photos" @click=${() => { this.all = true; }}>${text('photo.all', { n: photos.length })}</button>` : nothing}
      ${this.shown === null ? nothing : html`<photo-show .api=${this.api} .photos=${photos} .at=${this.shown} @close=${() => { this.shown = null; }}></photo-show>`}`;
  }

  get #photos() {
    const { card, milestone } = this;
    return (this.reports ?? []).filter(({ update }) => !milestone || update.milestone === milestone).flatMap((report) => report.update.photos.map((id) => {
      const { at, update: { percent, milestone: step, note } } = report;
      const place = `/api/projects/${card.id}/photos/${id}?size=`;
      const short = `${shortDate(dayOf(at))} · ${percent}%`;
      return { path: `${place}full`, thumbnail: `${place}thumbnail`, at, percent, short, words: [stepName(card, step), short, by(report.by), note].filter(Boolean).join(' · ') };
    }));
  }
}
customElements.define('project-photos', ProjectPhotos);
