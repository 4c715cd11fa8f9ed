// What waits for whom: how much for each party, and when one is opened, what it is and who is meant. `api` null: of a past day,
// of which only the numbers are known. Parties stand in the board's order, which ranks nobody.
import { nothing } from 'lit';
import { named, text } from '../../text/text.js';
import { Element } from '../part/element.js';
import { html } from '../part/html.js';
import { to } from '../part/link.js';

class WaitingFor extends Element {
  static properties = { api: { attribute: false }, board: { attribute: false }, rev: { type: Number }, lists: { state: true } };
  #open = new Set();

  willUpdate(changed) {
    this.lists ??= {};
    if (changed.has('rev')) for (const party of this.#open) this.#read(party);
  }

  render() {
    const some = Object.entries(this.board.totals.waits).filter(([, { all }]) => all);
    return html`<h2 class="heading">${text('waits.title')}</h2>
      ${some.length ? html`<p class="note">${text('waits.why')}</p>${some.map(([party, waits]) => this.#party(party, waits))}` : html`<p class="note">${text('waits.none')}</p>`}`;
  }

  #party(party, { all, overdue, steps }) {
    const head = html`<b>${text(`party.${party}`)} ${all}</b>${overdue ? html` <span class="bad">${text('waits.overdue', { n: overdue })}</span>` : nothing}
      <small>${Object.entries(steps).map(([step, n]) => text('waits.step', { step: text(`step.${step}`), n })).join(text('join.clause'))}</small>`;
    if (!this.api) return html`<p class="party">${head}</p>`;
    return html`<details class="party" data-party=${party} @toggle=${({ target }) => this.#toggled(party, target.open)}><summary>${head}</summary>${this.#list(this.lists[party])}</details>`;
  }

  #list(list) {
    if (!list) return html`<p class="note">${text('wall.reading')}</p>`;
    if (list.failed) return html`<p class="bad">${text('waits.failed')}</p>`;
    return html`<ul class="todo">${list.items.map((item) => this.#item(item))}</ul>${list.more ? html`<p class="note">${text('waits.more', { n: list.more })}</p>` : nothing}`;
  }

  #item({ project, step, ref, past, names }) {
    const card = this.board.cards.get(project);
    if (!card) return nothing;
    const aside = [names.join(text('join.and')), past && text('days.late', { days: past })].filter(Boolean).join(' · ');
    return html`<li><a class=${past ? 'bad' : ''} href=${to({ project, ...(ref ? { entry: ref } : {}) })}><b>${named(card.name)}</b><span>${text(`step.${step}`)}</span><small>${aside}</small></a></li>`;
  }

  #toggled(party, open) {
    if (!open) this.#open.delete(party);
    else {
      this.#open.add(party);
      this.#read(party);
    }
  }

  async #read(party) {
    let list;
    try {
      list = await this.api.get(`/api/waiting?party=${party}`);
    } catch (problem) {
      if (problem.status === undefined) throw problem;
      list = { failed: true };
    }
    this.lists = { ...this.lists, [party]: list };
  }
}
customElements.define('waiting-for', WaitingFor);
