// Who was given access last, before a project is chosen: the way to each project's own list. What was withdrawn or has ended is
// not among them. Only the office may read this of all projects; others choose a project first.
import { nothing } from 'lit';
import { dayOf, fullDate } from '../../text/dates.js';
import { named, text } from '../../text/text.js';
import { Element } from '../part/element.js';
import { html } from '../part/html.js';

const SHOWN = 30;
/** So many of the last entries of a kind are looked through. */
const READ = 500;

class AccessRecent extends Element {
  static properties = { api: { attribute: false }, cards: { attribute: false }, now: { type: Number }, given: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.#load();
  }

  render() {
    const cards = new Map(this.cards.map((card) => [card.id, card]));
    const live = (this.given ?? []).filter(({ project, update }) => cards.has(project) && Date.parse(update.until) > this.now).slice(0, SHOWN);
    return live.length ? html`<h3 class="heading">${text('access.recent')}</h3><ul class="grants">${live.map(({ seq, project, update }) => html`<li data-given=${seq}><b>${update.contractor}</b> <span>${update.company}</span>
      <small>${named(cards.get(project).name)} · ${text('access.until', { date: fullDate(dayOf(update.until)) })}</small>
      <p class="acts"><button @click=${() => this.dispatchEvent(new CustomEvent('choose', { detail: project }))}>${text('access.see')}</button></p></li>`)}</ul>` : nothing;
  }

  async #load() {
    const latest = (kind) => this.api.get(`/api/entries?kind=${kind}&order=desc&limit=${READ}`).then(({ entries }) => entries);
    try {
      const [given, withdrawn] = await Promise.all(['grant-issued', 'grant-revoked'].map(latest));
      const over = new Set(withdrawn.map(({ update }) => update.grant));
      this.given = given.filter(({ update }) => !over.has(update.grant));
    } catch {
      this.given = []; // the list of a chosen project says what is wrong
    }
  }
}
customElements.define('access-recent', AccessRecent);
