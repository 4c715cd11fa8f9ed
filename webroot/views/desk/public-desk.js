// What strangers may see: nothing, until the office says so; then these projects, and of them what is chosen. One entry says it
// all, and the next one replaces it: what is taken back is gone at once.
import { nothing } from 'lit';
import { optionsOf } from '../../text/kinds.js';
import { named, text } from '../../text/text.js';
import { copied } from '../part/copied.js';
import { Element } from '../part/element.js';
import { html } from '../part/html.js';
import { shownOf, sieve } from '../part/sieve.js';

const KIND = 'publication-agreed';
const NOTHING = { open: false, projects: [], fields: ['lamp', 'progress'], frames: [] };

class PublicDesk extends Element {
  static properties = { api: { attribute: false }, cards: { attribute: false }, seq: { type: Number }, agreed: { state: true }, address: { state: true }, open: { state: true }, saved: { state: true }, busy: { state: true }, fault: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.#load();
  }

  async #load() {
    try {
      const [agreed, address] = await Promise.all([KIND, 'address-named'].map((kind) => this.api.get(`/api/entries?kind=${kind}&order=desc&limit=1`)));
      this.agreed = agreed.entries[0]?.update ?? NOTHING;
      this.open = this.agreed.open;
      this.address = address.entries[0]?.update.address ?? location.origin;
      this.fault = null;
    } catch (problem) {
      this.fault = problem.message;
    }
  }

  render() {
    const { agreed } = this;
    return html`<h2>${text('nav.public')}</h2><p class="keys">${text('public.how')}</p>
      ${this.fault ? html`<p class="fault" role="alert">${this.fault}</p>` : nothing}
      ${this.saved ? html`<p class="saved" role="status">${text('desk.saved', { seq: this.saved })}</p>` : nothing}
      ${agreed ? html`${agreed.open ? this.#shown() : html`<p>${text('public.closed')}</p>`}${this.#form(agreed)}` : nothing}`;
  }

  #form({ projects, fields, frames }) {
    const left = projects.filter((id) => !this.cards.some((card) => card.id === id));
    return html`<form class="sheet public-form" @submit=${(event) => this.#submit(event, left)}>
      <label class="wide"><span><input type="checkbox" name="open" .checked=${this.open} @change=${({ target }) => { this.open = target.checked; }} /> ${text('public.open')}</span></label>
      <fieldset class="wide"><legend>${text('public.projects')}</legend>
        <p class="acts"><button type="button" data-all @click=${({ target }) => this.#all(target, true)}>${text('public.all')}</button><button type="button" @click=${({ target }) => this.#all(target, false)}>${text('public.no')}</button></p>
        ${sieve(this.cards.length)}<div class="many">${this.cards.map(({ id, name }) => html`<label><input type="checkbox" name="projects" value=${id} .defaultChecked=${projects.includes(id)} /> ${named(name)}</label>`)}</div></fieldset>
      <fieldset class="wide"><legend>${text('public.fields')}</legend><div class="many">${optionsOf(KIND, 'fields').map((field) => html`<label><input type="checkbox" name="fields" value=${field} .defaultChecked=${fields.includes(field)} /> ${text(`public.field.${field}`)}</label>`)}</div>
        <small>${text('public.fields.never')}</small></fieldset>
      <label class="wide"><span>${text('public.frames')} <small>${text('field.optional')}</small></span><textarea name="frames" rows="2" placeholder="https://www.town.example" .defaultValue=${frames.join('\n')}></textarea><small>${text('public.frames.hint')}</small></label>
      <p class="acts wide"><button class="main" ?disabled=${this.busy || !(this.open || this.agreed.open)}>${text(this.open || !this.agreed.open ? 'public.send' : 'public.close')}</button></p></form>`;
  }

  /** Where it is to be seen, and what goes into other people's pages. */
  #shown() {
    const { projects, frames } = this.agreed;
    const [id] = projects.filter((each) => this.cards.some((card) => card.id === each));
    const page = `${this.address}/public`;
    const line = (label, words) => html`<p class="embed"><b>${text(label)}</b><input readonly aria-label=${text(label)} .value=${words} /><button @click=${({ target }) => copied(target.previousElementSibling)}>${text('public.copy')}</button></p>`;
    return html`<p>${text('public.opened', { n: projects.length })} <a class="link-button" href="/public" target="_blank" rel="noopener">${text('public.look')}</a></p>
      ${line('public.address', page)}
      ${id ? html`${line('public.badge', `<img src="${page}/${id}/badge" alt="">`)}${frames.length ? line('public.card', `<iframe src="${page}/${id}" width="420" height="360" title=""></iframe>`) : nothing}` : nothing}`;
  }

  #all(target, checked) {
    for (const box of shownOf(target.form.querySelectorAll('[name=projects]'))) box.checked = checked;
  }

  async #submit(event, left) {
    event.preventDefault();
    const data = new FormData(event.target);
    this.busy = true;
    this.saved = null;
    try {
      const { seq } = await this.api.post('/api/updates', { kind: KIND, open: Boolean(data.get('open')), projects: [...data.getAll('projects'), ...left], fields: data.getAll('fields'),
        frames: String(data.get('frames')).toLowerCase().split(/[\s,，]+/).map((origin) => origin.replace(/\/+$/, '')).filter(Boolean) });
      await this.#load();
      this.saved = seq;
    } catch (problem) {
      this.fault = [problem.message, ...(problem.errors ?? []).map(({ message }) => message)].join(' ');
    }
    this.busy = false;
  }
}
customElements.define('public-desk', PublicDesk);
