// The wall displays: pair one by the code that it shows, or give it a link; see which are behind or silent, withdraw. Event: `ask`
// (another query in the address: a code is typed once).
import { nothing } from 'lit';
import { age } from '../../text/dates.js';
import { longest } from '../../text/kinds.js';
import { text } from '../../text/text.js';
import '../form/pair-form.js';
import '../form/sure-button.js';
import { Acting } from '../part/acting.js';
import { html } from '../part/html.js';
import '../part/link-card.js';

const LOOK_AGAIN_MILLIS = 5_000;
const SILENT_MILLIS = 35_000;
/** A wall paints every second, and says so every ten. */
const FROZEN_MILLIS = 25_000;
/** Entries that may arrive between two beats. */
const BEHIND = 20;

class ScreensDesk extends Acting {
  static properties = { api: { attribute: false }, now: { type: Number }, code: { type: String }, screens: { state: true }, link: { state: true }, paired: { state: true } };

  /** Screen → what it had painted and when it was seen, two beats ago at least: a picture that moves has painted since. */
  #before = new Map();

  constructor() {
    super();
    this.screens = [];
  }

  connectedCallback() {
    super.connectedCallback();
    this.#do(() => {});
    this.timer = setInterval(() => this.#do(() => {}), LOOK_AGAIN_MILLIS);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.timer);
  }

  render() {
    return html`<h2>${text('screens.title')}</h2>
      <h3 class="heading">${text('pair.heading')}</h3>
      <pair-form .api=${this.api} code=${this.code ?? ''} @paired=${({ detail }) => this.#paired(detail)}></pair-form>
      ${this.paired ? html`<p class="saved" role="status">${text('pair.done', { name: this.paired.name })}</p>` : nothing}
      <h3 class="heading">${text('screens.all')}</h3>
      ${this.refusal}
      <ul class="grants">${this.screens.length ? this.screens.map((screen) => this.#screen(screen)) : html`<li class="quiet">${text('screens.none')}</li>`}</ul>
      <details class="by-link" ?open=${Boolean(this.link)}><summary>${text('screens.byLink')}</summary>
      <form class="sheet" @submit=${this.#add}><label>${text('screens.name')}<input name="name" required maxlength=${longest('screen-asked', 'name')} /></label>
        <button class="main">${text('screens.add')}</button></form>
      ${this.link ? html`<link-card .link=${this.link}></link-card>` : nothing}</details>`;
  }

  #paired(screen) {
    this.paired = screen;
    this.dispatchEvent(new CustomEvent('ask', { detail: {} }));
    this.#do(() => {});
  }

  #screen({ id, name, seen, revoked }) {
    const state = this.#state(id, seen, revoked);
    return html`<li data-screen=${id} data-state=${state} class=${revoked ? 'over' : ''}>
      ${revoked ? html`<b>${name}</b>` : html`<input class="rename" aria-label=${text('screens.name')} maxlength=${longest('screen-asked', 'name')} .value=${name} @change=${(event) => this.#rename(id, event.target.value.trim())} />`}
      <small>${text(`screens.${state}`, seen && { age: age(seen.at, this.now), behind: seen.behind })}${seen && !revoked
        ? ` · ${seen.width}×${seen.height}` : ''}</small>
      ${revoked ? nothing : html`<sure-button act="revoke" label=${text('access.revoke')} @sure=${() => this.#do(() => this.api.delete(`/api/screens/${id}`))}></sure-button>`}</li>`;
  }

  /** A screen beats every ten seconds: after three of them it is silent. One that shows an older state is behind. */
  #state(id, seen, revoked) {
    if (revoked) return 'revoked';
    if (!seen) return 'never';
    if (this.now - Date.parse(seen.at) > SILENT_MILLIS) return 'silent';
    if (this.#frozen(id, seen)) return 'frozen';
    return seen.behind > BEHIND ? 'behind' : 'live';
  }

  /** It answers, and its picture stands still: what hangs there is old and looks fine. */
  #frozen(id, { at, painted }) {
    const before = this.#before.get(id);
    const since = before ? Date.parse(at) - Date.parse(before.at) : 0;
    if (!before || painted !== before.painted) this.#before.set(id, { at, painted });
    return painted === before?.painted && since > FROZEN_MILLIS;
  }

  #rename(screen, name) {
    if (name) this.#do(() => this.api.post('/api/updates', { kind: 'screen-named', screen, name }));
  }

  #add(event) {
    event.preventDefault();
    const form = event.target;
    this.#do(async () => {
      this.link = await this.api.post('/api/screens', { name: new FormData(form).get('name') });
      form.reset();
    });
  }

  /** Does it, and reads how the screens stand then. */
  #do(act) {
    return this.attempt(async () => {
      await act();
      this.screens = (await this.api.get('/api/screens')).screens;
    });
  }
}
customElements.define('screens-desk', ScreensDesk);
