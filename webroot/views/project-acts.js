// What is open in a project (blockers, hazards, directives) with what can be done next, and everything else a person may
// tell of it. Shows only what this person may do. Event: `told` (detail: the entry's seq).
import { html, nothing } from 'lit';
import { text } from '../text/text.js';
import './act-form.js';
import { Element } from './element.js';
import { ACTS, TOPICS } from './forms.js';
import { blocked, directed, found } from './words.js';

class ProjectActs extends Element {
  static properties = {
    card: { attribute: false }, api: { attribute: false }, day: { type: String }, tells: { attribute: false }, mine: { type: Boolean },
    open: { state: true }, saved: { state: true },
  };

  willUpdate(changed) {
    if (changed.has('card') && changed.get('card')?.id !== this.card.id) {
      this.open = null;
      this.saved = null;
    }
  }

  render() {
    const { card } = this;
    return html`${this.#list('blocker', card.blockers, blocked)}${this.#list('hazard', card.safety?.open, found)}${this.#list('directive', card.directives, directed)}
      <h3>${text('tell.title')}</h3>
      <div class="topics">${TOPICS.map(([topic, kinds]) => this.#topic(topic, kinds.filter((kind) => this.#may(kind))))}</div>
      ${this.open && !this.open.about ? this.#form() : nothing}
      ${this.saved ? html`<p class="saved" role="status">${text('desk.saved', { seq: this.saved })}</p>` : nothing}`;
  }

  #may(kind) {
    return this.tells.includes(kind) && (this.mine || kind.startsWith('directive-') || kind === 'hazard-found' || kind === 'hazard-rechecked' || kind === 'blocker-escalated');
  }

  #topic(topic, kinds) {
    return kinds.length ? html`<p><b>${text(`topic.${topic}`)}</b>${kinds.map((kind) => html`<button data-tell=${kind} @click=${() => this.#choose(kind, null)}>${text(`tell.${kind}`)}</button>`)}</p>` : nothing;
  }

  #list(noun, items, words) {
    if (!items?.length) return nothing;
    return html`<h3>${text(`focus.${noun}s`, { n: items.length })}</h3><ul class="open">${items.map((item) => {
      const [main, aside, bad] = words(item);
      return html`<li class=${bad ? 'bad' : ''} data-ref=${item.seq}><p>${main}<small>${aside}</small></p>
        <p class="acts">${ACTS[noun](item).filter((kind) => this.#may(kind)).map((kind) =>
          html`<button data-tell=${kind} @click=${() => this.#choose(kind, item.seq)}>${text(`tell.${kind}`)}</button>`)}</p>
        ${this.open?.about === item.seq ? this.#form() : nothing}</li>`;
    })}</ul>`;
  }

  #choose(kind, about) {
    this.saved = null;
    this.open = this.open?.kind === kind && this.open.about === about ? null : { kind, about };
  }

  #form() {
    const { kind, about } = this.open;
    return html`<act-form .kind=${kind} .about=${about} .card=${this.card} .api=${this.api} .day=${this.day}
      @close=${() => { this.open = null; }} @told=${({ detail }) => { this.open = null; this.saved = detail; this.dispatchEvent(new CustomEvent('told', { detail })); }}></act-form>`;
  }
}
customElements.define('project-acts', ProjectActs);
