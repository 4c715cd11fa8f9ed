// All projects of somebody: searched, filtered and sorted by what the address asks; a view can be kept under a name, on this
// device. Event: `ask` (detail: what the list is asked for).
import { nothing } from 'lit';
import { Shelf } from '../../store/shelf.js';
import { select, SORTS } from '../../store/selection.js';
import { named, opening, text } from '../../text/text.js';
import { Element } from '../part/element.js';
import { html } from '../part/html.js';
import { lamp } from '../part/lamp.js';
import { to } from '../part/link.js';
import '../project/project-list.js';
import { sector } from '../part/words.js';

const LAMPS = ['red', 'yellow', 'green', 'grey', 'done'];
const count = (cards, colour) => cards.filter((card) => card.lamp.colour === colour).length;

class ProjectsDesk extends Element {
  static properties = { api: { attribute: false }, cards: { attribute: false }, asked: { attribute: false }, heading: { type: String }, person: { type: String }, now: { type: Number }, naming: { state: true }, responsible: { state: true } };

  render() {
    const { cards, asked } = this;
    if (!cards.length) return nothing;
    const found = select(cards, asked, ({ name }) => named(name), this.#whose);
    return html`<h2>${this.heading} <small>${found.length < cards.length ? text('list.some', { n: found.length, of: cards.length }) : cards.length}</small></h2>
      <form class="filter" role="search" @submit=${(event) => event.preventDefault()}>
        <input type="search" name="q" .value=${asked.q ?? ''} placeholder=${text('list.search')} aria-label=${text('list.search')} maxlength="60" @input=${({ target }) => this.#ask({ q: target.value })} />
        ${this.#choice('sector', text('opening.sector'), this.#sectors)}${this.#choice('stage', text('field.stage'), this.#stages)}${this.#people.length > 1 ? this.#choice('who', text('list.who'), this.#people) : nothing}
        <select name="sort" aria-label=${text('list.sort')} @change=${({ target }) => this.#ask({ sort: target.value })}>${[...SORTS.keys()].map((sort) =>
          html`<option value=${sort} ?selected=${sort === (asked.sort ?? 'urgent')}>${text(`list.sort.${sort}`)}</option>`)}</select></form>
      <div class="choices" role="group" aria-label=${text('list.lamps')}>${LAMPS.map((colour) => html`<button data-lamp=${colour} aria-pressed=${asked.lamp === colour} class=${asked.lamp === colour ? 'chosen' : ''}
          @click=${() => this.#ask({ lamp: asked.lamp === colour ? '' : colour })}>${lamp(colour)} ${text(`lamp.${colour}`)} ${count(cards, colour)}</button>`)}
        ${this.#views()}</div>
      ${found.length ? html`<project-list .cards=${found} .now=${this.now}></project-list>`
        : html`<p class="empty">${text('list.nothing')} <button data-act="all" @click=${() => this.#say({})}>${text('list.all')}</button></p>`}`;
  }

  connectedCallback() {
    super.connectedCallback();
    // Without an answer the list is the same, and asks for nobody.
    this.api.get('/api/names').then(({ responsible }) => { this.responsible = responsible; }, () => {});
  }

  #whose = ({ id }) => this.responsible?.[id] ?? [];

  get #people() {
    return [...new Set(this.cards.flatMap(this.#whose))].sort((a, b) => a.localeCompare(b, 'zh-CN')).map((name) => [name, name]);
  }

  #choice(name, label, options) {
    return html`<select name=${name} aria-label=${label} @change=${({ target }) => this.#ask({ [name]: target.value })}><option value="">${label}</option>
      ${options.map(([value, words]) => html`<option value=${value} ?selected=${value === this.asked[name]}>${words}</option>`)}</select>`;
  }

  get #sectors() {
    return [...new Map(this.cards.map((card) => [card.sector.split('.')[0], opening(sector(card))]))];
  }

  get #stages() {
    return [...new Set(this.cards.map(({ stage }) => stage))].map((stage) => [stage, opening(text(`stage.${stage}`))]);
  }

  /** What was kept, each with the way to forget it; and the way to keep what is asked now. */
  #views() {
    const same = JSON.stringify(this.#plain(this.asked));
    const kept = this.#shelf.all().sort((a, b) => a.at - b.at);
    const here = kept.some(({ asked }) => JSON.stringify(asked) === same);
    return html`${kept.map(({ id, asked }) => html`<span class="view ${JSON.stringify(asked) === same ? 'chosen' : ''}"><a data-view=${id} href=${to({ page: 'projects', asked })}>${id}</a>
        <button aria-label=${text('list.forget', { view: id })} @click=${() => this.#forget(id)}>×</button></span>`)}
      ${same === '{}' || here ? nothing : this.naming ? html`<form class="view" @submit=${this.#keep}><input name="view" required maxlength="20" autofocus placeholder=${text('list.view')} aria-label=${text('list.view')} />
          <button class="main">${text('list.keep')}</button></form>` : html`<button class="plain" data-act="keep-view" @click=${() => { this.naming = true; }}>＋ ${text('list.keep.as')}</button>`}`;
  }

  get #shelf() {
    return new Shelf(`view.${this.person}`);
  }

  #plain(asked) {
    return Object.fromEntries(Object.entries(asked).filter(([, value]) => value).sort());
  }

  #keep(event) {
    event.preventDefault();
    this.#shelf.put({ id: event.target.elements.view.value.trim(), asked: this.#plain(this.asked), at: Date.now() });
    this.naming = false;
  }

  #forget(id) {
    this.#shelf.drop(id);
    this.requestUpdate();
  }

  #ask(more) {
    this.#say(this.#plain({ ...this.asked, ...more }));
  }

  #say(asked) {
    this.dispatchEvent(new CustomEvent('ask', { detail: asked }));
  }

  updated() {
    this.querySelector('form.view input')?.focus();
  }
}
customElements.define('projects-desk', ProjectsDesk);
