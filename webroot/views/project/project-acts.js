// What is open in a project (blockers, hazards, directives) with what can be done next, and everything else a person may
// tell of it (`short`: the page offers that elsewhere, by `begin`); `item`: the one that was looked for, `tell`: what
// is to be told. Shows only what the rules would allow this person, as the server says (`more.detail.acts`). Events: `told`
// (detail: the entry's seq), `plan` (detail: the kind; the page has it open as `planning`).
import { nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { repeat } from 'lit/directives/repeat.js';
import { text } from '../../text/text.js';
import '../form/act-form.js';
import { Element } from '../part/element.js';
import { TOPICS } from '../form/forms.js';
import { html } from '../part/html.js';
import { paperAt } from '../part/link.js';
import { beyond, rest } from '../part/on-paper.js';
import { blocked, by, directed, found } from '../part/words.js';

/** What was answered to it, and said of that: one reads it before one closes it or sends it back. */
const answers = ({ answer, answeredBy, fix, said }) => [
  answer && text('item.answer', { by: answeredBy, answer }), fix && text('item.fix', { by: by(fix.by), fix: fix.text }), said && text('item.said', { said })].filter(Boolean);

/** On paper, of each list. */
const FEW = 4;
/** They have the whole width of the page. */
const PLANS = ['milestone-planned', 'baseline-set'];

class ProjectActs extends Element {
  static properties = {
    card: { attribute: false }, api: { attribute: false }, day: { type: String }, more: { attribute: false }, item: { type: Number }, tell: { type: String }, short: { type: Boolean }, planning: { type: String },
    open: { state: true }, saved: { state: true },
  };

  #asked = null;

  /** Once: who closes it then has closed it. */
  willUpdate() {
    const { tell } = this;
    if (tell === this.#asked || (tell && !this.#whole.includes(tell))) return;
    this.#asked = tell;
    if (tell) this.#choose(tell, null);
  }

  render() {
    const { card } = this;
    return html`${this.short ? this.#begun() : nothing}${this.#list('blocker', card.blockers, blocked)}${this.#list('hazard', card.safety?.open, found)}${this.#list('directive', card.directives, directed)}
      ${this.short ? nothing : html`${this.#topics()}${this.#begun()}`}`;
  }

  /** Of the project as a whole: its form, and that it was told. */
  #begun() {
    return html`${this.open && !this.open.about ? this.#form() : nothing}
      ${this.saved ? html`<p class="saved" role="status">${text('desk.saved', { seq: this.saved })}</p>` : nothing}`;
  }

  /** Somebody wants to tell it; what was typed already stays. */
  begin(kind) {
    if (this.open?.kind !== kind || this.open.about) this.#choose(kind, null);
  }

  #topics() {
    const topics = TOPICS.map(([topic, kinds]) => [topic, kinds.filter((kind) => this.#whole.includes(kind))]).filter(([, kinds]) => kinds.length);
    return topics.length ? html`<h3 class="of-topics">${text('tell.title')}</h3><div class="topics">${repeat(topics, ([topic]) => topic, ([topic, kinds]) =>
      html`<p><b>${text(`topic.${topic}`)}</b>${this.#buttons(kinds, null)}</p>`)}</div>` : nothing;
  }

  /** A button stays what it is while others come and go: what a press does never changes under the hand. */
  #buttons(kinds, about) {
    return repeat(kinds, (kind) => kind, (kind) => html`<button data-tell=${kind} aria-expanded=${this.planning === kind || this.open?.kind === kind && this.open.about === about}
      @click=${() => this.#choose(kind, about)}>${text(`tell.${kind}`)}</button>`);
  }

  /** By the rules, for this reader and as the project stands; a correction is a report on what is finished. */
  get #whole() {
    const { project = [] } = this.more?.detail?.acts ?? {};
    const finished = this.card.milestones.some(({ actual }) => actual);
    return [...project, ...(finished && project.includes('progress-reported') ? ['progress-corrected'] : [])];
  }

  #list(noun, items, words) {
    if (!items?.length) return nothing;
    return html`<h3>${text(`focus.${noun}s`, { n: items.length })}</h3><ul class="open">${repeat(items, ({ seq }) => seq, (item, i) => {
      const [main, aside, bad] = words(item);
      return html`<li class="${beyond(i, FEW)} ${bad ? 'bad' : ''} ${item.seq === this.item ? 'chosen' : ''}" data-ref=${item.seq}><p>${main}<small>${aside}</small></p>
        ${answers(item).map((line) => html`<p class="answer">${line}</p>`)}
        <p class="acts">${this.#buttons(this.more?.detail?.acts?.items[item.seq] ?? [], item.seq)}${this.#paper(noun, item)}</p>
        ${this.open?.about === item.seq ? this.#form() : nothing}</li>`;
    })}</ul>${rest(items.length, FEW)}`;
  }

  /** What is handed over on paper: the directive, and a hazard that somebody was told to put right. */
  #paper(noun, { seq, notice }) {
    const kind = noun === 'directive' ? noun : noun === 'hazard' && notice ? 'rectification' : null;
    return kind ? html`<a class="link-button" data-act="paper" href=${paperAt(kind, { project: this.card.id, item: seq })}>${text(`paper.${kind}`)}</a>` : nothing;
  }

  #choose(kind, about) {
    this.saved = null;
    if (PLANS.includes(kind)) {
      this.dispatchEvent(new CustomEvent('plan', { detail: kind }));
      return;
    }
    this.open = this.open?.kind === kind && this.open.about === about ? null : { kind, about };
  }

  #form() {
    const { kind, about } = this.open;
    // Whoever opened another form while this one waited keeps it.
    const close = () => { if (this.open?.kind === kind && this.open.about === about) this.open = null; };
    const told = ({ detail }) => {
      close();
      this.saved = detail;
      this.dispatchEvent(new CustomEvent('told', { detail }));
    };
    return keyed(`${kind} ${about}`, html`<act-form .kind=${kind} .about=${about} .card=${this.card} .more=${this.more} .api=${this.api} .day=${this.day} @close=${close} @told=${told}></act-form>`);
  }
}
customElements.define('project-acts', ProjectActs);
