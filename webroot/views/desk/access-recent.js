// Who was given access last, before a project is chosen: the way to each project's own list. What was withdrawn or has ended is
// not among them. Of a few projects each is asked; of many the ledger, which only the office may read of all projects.
import { nothing } from 'lit';
import { dayOf, fullDate } from '../../text/dates.js';
import { named, text } from '../../text/text.js';
import { Element } from '../part/element.js';
import { html } from '../part/html.js';

const SHOWN = 30;
/** So many projects are a manager's, at most: each is asked. */
const FEW = 12;
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
    try {
      this.given = await (this.cards.length > FEW ? this.#ofTheBoard() : this.#ofEach());
    } catch {
      this.given = []; // the list of a chosen project says what is wrong
    }
  }

  async #ofEach() {
    const lists = await Promise.all(this.cards.map(({ id }) => this.api.get(`/api/projects/${id}/grants`)));
    return lists.flatMap(({ grants }, i) => grants.filter(({ revoked }) => !revoked).map((grant) => ({ seq: grant.id, project: this.cards[i].id, update: grant })));
  }

  async #ofTheBoard() {
    const latest = (kind) => this.api.get(`/api/entries?kind=${kind}&order=desc&limit=${READ}`).then(({ entries }) => entries);
    const [given, withdrawn] = await Promise.all(['grant-issued', 'grant-revoked'].map(latest));
    const over = new Set(withdrawn.map(({ update }) => update.grant));
    return given.filter(({ update }) => !over.has(update.grant));
  }
}
customElements.define('access-recent', AccessRecent);
