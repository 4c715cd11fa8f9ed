// The wall displays: add, copy the link, see which are behind or silent, withdraw.
import { html, nothing } from 'lit';
import { age } from '../text/dates.js';
import { text } from '../text/text.js';
import { Element } from './element.js';

const LOOK_AGAIN_MILLIS = 5_000;

class ScreensDesk extends Element {
  static properties = { api: { attribute: false }, now: { type: Number }, screens: { state: true }, link: { state: true }, fault: { state: true } };

  constructor() {
    super();
    this.screens = [];
  }

  connectedCallback() {
    super.connectedCallback();
    this.#try(() => {});
    this.timer = setInterval(() => this.#try(() => {}), LOOK_AGAIN_MILLIS);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.timer);
  }

  render() {
    return html`<h2>${text('screens.title')}</h2>
      <ul class="grants">${this.screens.length ? this.screens.map((screen) => this.#screen(screen)) : html`<li class="quiet">${text('screens.none')}</li>`}</ul>
      <form class="sheet" @submit=${this.#add}><label>${text('screens.name')}<input name="name" required maxlength="40" /></label>
        <button class="main">${text('screens.add')}</button></form>
      ${this.fault ? html`<p class="fault" role="alert">${this.fault}</p>` : nothing}
      ${this.link ? html`<p class="link">${text('access.link')}<input readonly .value=${this.link} @focus=${(event) => event.target.select()} /></p>` : nothing}`;
  }

  #screen({ id, name, seen, revoked }) {
    return html`<li data-screen=${id} class=${revoked ? 'over' : ''}><b>${name}</b>
      <small>${revoked ? text('access.revoked') : seen
        ? `${text('screens.seen', { age: age(seen.at, this.now), behind: seen.behind })} · ${seen.width}×${seen.height}` : text('screens.never')}</small>
      ${revoked ? nothing : html`<button data-act="revoke" @click=${() => this.#try(() => this.api.delete(`/api/screens/${id}`))}>${text('access.revoke')}</button>`}</li>`;
  }

  #add(event) {
    event.preventDefault();
    const form = event.target;
    this.#try(async () => {
      this.link = (await this.api.post('/api/screens', { name: new FormData(form).get('name') })).link;
      form.reset();
    });
  }

  async #try(act) {
    try {
      await act();
      this.screens = (await this.api.get('/api/screens')).screens;
      this.fault = null;
    } catch (problem) {
      this.fault = problem.message;
    }
  }
}
customElements.define('screens-desk', ScreensDesk);
