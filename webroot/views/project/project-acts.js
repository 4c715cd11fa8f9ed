// What is open in a project (blockers, hazards, directives) with what can be done next, and everything else a person may
// tell of it. Shows only what this person may do, and what applies. Event: `told` (detail: the entry's seq).
import { html, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { text } from '../../text/text.js';
import '../form/act-form.js';
import { Element } from '../part/element.js';
import { ACTS, TOPICS } from '../form/forms.js';
import './plan-editor.js';
import { blocked, directed, found } from '../part/words.js';

/** Whose it is to act on, whoever's project it is. */
const ANYWHERE = ['hazard-found', 'hazard-rechecked', 'blocker-escalated'];
/** What decides on a directive: on a leader's, only leaders. */
const DECISIONS = ['directive-accepted', 'directive-sent-back', 'directive-withdrawn'];
const PLANS = ['milestone-planned', 'baseline-set'];

class ProjectActs extends Element {
  static properties = {
    card: { attribute: false }, api: { attribute: false }, day: { type: String }, tells: { attribute: false }, leader: { type: Boolean }, mine: { type: Boolean },
    open: { state: true }, saved: { state: true },
  };

  render() {
    const { card } = this;
    return html`${this.#list('blocker', card.blockers, blocked)}${this.#list('hazard', card.safety?.open, found)}${this.#list('directive', card.directives, directed)}
      ${this.#topics()}
      ${this.open && !this.open.about ? this.#form() : nothing}
      ${this.saved ? html`<p class="saved" role="status">${text('desk.saved', { seq: this.saved })}</p>` : nothing}`;
  }

  #topics() {
    const topics = TOPICS.map(([topic, kinds]) => [topic, kinds.filter((kind) => this.#may(kind) && this.#applies(kind))]).filter(([, kinds]) => kinds.length);
    return topics.length ? html`<h3>${text('tell.title')}</h3><div class="topics">${topics.map(([topic, kinds]) => html`<p><b>${text(`topic.${topic}`)}</b>${kinds.map((kind) =>
      html`<button data-tell=${kind} aria-expanded=${this.open?.kind === kind && !this.open.about} @click=${() => this.#choose(kind, null)}>${text(`tell.${kind}`)}</button>`)}</p>`)}</div>` : nothing;
  }

  #may(kind) {
    return this.tells.includes(kind) && (this.mine || kind.startsWith('directive-') || ANYWHERE.includes(kind));
  }

  #decides(kind, { byRole }) {
    return !DECISIONS.includes(kind) || byRole !== 'leader' || this.leader;
  }

  #applies(kind) {
    const { card } = this;
    const planned = Boolean(card.progress) || card.baseline?.number > 1;
    const still = card.lamp.reasons.some(({ code }) => code === 'suspended');
    switch (kind) {
      case 'project-suspended': return !still;
      case 'project-resumed': return still;
      case 'milestone-planned': return !planned;
      case 'baseline-set': return planned;
      case 'forecast-moved': return card.milestones.some(({ actual }) => !actual);
      case 'notice-issued': return Boolean(card.safety?.open?.some(({ status }) => status === 'found'));
      default: return true;
    }
  }

  #list(noun, items, words) {
    if (!items?.length) return nothing;
    return html`<h3>${text(`focus.${noun}s`, { n: items.length })}</h3><ul class="open">${items.map((item) => {
      const [main, aside, bad] = words(item);
      return html`<li class=${bad ? 'bad' : ''} data-ref=${item.seq}><p>${main}<small>${aside}</small></p>
        <p class="acts">${ACTS[noun](item).filter((kind) => this.#may(kind) && this.#decides(kind, item)).map((kind) =>
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
    const close = () => { this.open = null; };
    const told = ({ detail }) => {
      close();
      this.saved = detail;
      this.dispatchEvent(new CustomEvent('told', { detail }));
    };
    return keyed(`${kind} ${about}`, PLANS.includes(kind)
      ? html`<plan-editor .kind=${kind} .card=${this.card} .api=${this.api} .day=${this.day} @close=${close} @told=${told}></plan-editor>`
      : html`<act-form .kind=${kind} .about=${about} .card=${this.card} .api=${this.api} .day=${this.day} @close=${close} @told=${told}></act-form>`);
  }
}
customElements.define('project-acts', ProjectActs);
