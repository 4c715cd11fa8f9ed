// Addresses at which one's own calendar and news reader read the board: made, shown once, taken back.
import { nothing } from 'lit';
import { newKey } from '../../http/key.js';
import { fullDate } from '../../text/dates.js';
import { named, text } from '../../text/text.js';
import '../form/sure-button.js';
import { copied } from '../part/copied.js';
import { Acting } from '../part/acting.js';
import { html } from '../part/html.js';

const KINDS = ['calendar', 'news'];


class OwnFeeds extends Acting {
  /** Stays until it is answered: asked for again it is the same address. */
  #key = null;

  static properties = { api: { attribute: false }, cards: { attribute: false }, feeds: { state: true }, made: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.attempt(() => this.#load());
  }

  render() {
    return html`<h3 class="heading">${text('feeds.title')}</h3><p class="keys">${text('feeds.how')}</p>
      ${this.refusal}
      ${this.made ? html`<p class="embed" data-made><b>${text('feeds.made')}</b><input readonly aria-label=${text('feeds.made')} .value=${this.made} /><button @click=${({ target }) => copied(target.previousElementSibling)}>${text('feeds.copy')}</button></p>` : nothing}
      ${this.feeds ? html`<ul class="grants">${this.feeds.map((feed) => this.#feed(feed))}${this.feeds.length ? nothing : html`<li class="quiet">${text('feeds.none')}</li>`}</ul>` : nothing}
      <form class="sheet" data-form="feed" @submit=${this.#add}>
        <label>${text('feeds.kind')}<select name="kind">${KINDS.map((kind) => html`<option value=${kind}>${text(`feeds.${kind}`)}</option>`)}</select></label>
        <label>${text('feeds.project')}<select name="project"><option value="">${text('feeds.all')}</option>${this.cards.map(({ id, name }) => html`<option value=${id}>${named(name)}</option>`)}</select></label>
        <p class="acts wide"><button class="main" ?disabled=${this.busy}>${text('feeds.make')}</button></p></form>`;
  }

  #feed({ id, kind, project, used }) {
    const card = project && this.cards.find((each) => each.id === project);
    return html`<li data-feed=${id}><b>${text(`feeds.${kind}`)}</b><span>${card ? named(card.name) : project ?? text('feeds.all')}</span><small>${used ? text('feeds.used', { date: fullDate(used) }) : text('feeds.unused')}</small>
      <span class="acts"><sure-button act="remove" label=${text('feeds.remove')} @sure=${() => this.#remove(id)}></sure-button></span></li>`;
  }

  async #load() {
    ({ feeds: this.feeds } = await this.api.get('/api/me/feeds'));
  }

  #remove(id) {
    this.made = null;
    return this.attempt(async () => {
      await this.api.delete(`/api/me/feeds/${id}`);
      await this.#load();
    });
  }

  #add(event) {
    event.preventDefault();
    const data = new FormData(event.target);
    return this.attempt(async () => {
      const asked = { kind: data.get('kind'), project: data.get('project') || undefined };
      if (this.#key?.words !== JSON.stringify(asked)) this.#key = { words: JSON.stringify(asked), key: newKey() };
      const { path } = await this.api.post('/api/me/feeds', asked, this.#key.key);
      this.#key = null;
      this.made = `${location.origin}${path}`;
      await this.#load();
    });
  }
}
customElements.define('own-feeds', OwnFeeds);
