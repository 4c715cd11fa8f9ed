// A milestone then and now: its first photo and its last, one over the other, with a slider between them.
import { dayOf, shortDate } from '../../text/dates.js';
import { text } from '../../text/text.js';
import { Element } from '../part/element.js';
import { html } from '../part/html.js';
import '../part/photo-thumb.js';

class ThenNow extends Element {
  static properties = { api: { attribute: false }, then: { attribute: false }, now: { attribute: false }, share: { state: true } };

  constructor() {
    super();
    this.share = 50;
  }

  render() {
    const { then, now, share } = this;
    const dated = ({ at, percent }) => text('photo.dated', { date: shortDate(dayOf(at)), percent });
    return html`<figure class="then-now"><div><photo-thumb .api=${this.api} .path=${now.path}></photo-thumb>
        <photo-thumb class="then" .style=${`clip-path: inset(0 ${100 - share}% 0 0)`} .api=${this.api} .path=${then.path}></photo-thumb><i .style=${`left: ${share}%`}></i></div>
      <input type="range" min="0" max="100" .value=${String(share)} aria-label=${text('photo.thenNow')} @input=${({ target }) => { this.share = Number(target.value); }} />
      <figcaption><span>${dated(then)}</span><span>${dated(now)}</span></figcaption></figure>`;
  }
}
customElements.define('then-now', ThenNow);
