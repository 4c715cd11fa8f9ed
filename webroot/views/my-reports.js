// What became of each report: waiting, received, verified, returned with the reason, or not accepted with what to do.
import { html, nothing } from 'lit';
import { age } from '../text/dates.js';
import { named, text } from '../text/text.js';
import { Element } from './element.js';
import './photo-thumb.js';

const SHOWN = 15;
const TOLD = ['progress-reported', 'still-true', 'blocker-raised'];

class MyReports extends Element {
  static properties = { api: { attribute: false }, items: { attribute: false }, entries: { attribute: false }, card: { attribute: false }, now: { type: Number } };

  render() {
    const lines = [...this.items.filter(({ state }) => state !== 'received').map((item) => this.#queued(item)),
      ...this.#sent().slice(0, SHOWN).map((entry) => this.#entry(entry))];
    return html`<h2>${text('report.mine')}</h2>${lines.length ? html`<ul>${lines}</ul>` : html`<p class="quiet">${text('report.none')}</p>`}`;
  }

  /** Received reports that the entries do not hold yet are still said. */
  #sent() {
    const known = new Set(this.entries.map(({ seq }) => seq));
    const fresh = this.items.filter(({ state, seq }) => state === 'received' && !known.has(seq));
    return [...fresh.map(({ seq, at, update }) => ({ seq, at, update })),
      ...this.entries.filter(({ update }) => TOLD.includes(update.kind))];
  }

  #what({ kind, milestone, percent, text: said }) {
    if (kind === 'blocker-raised') return text('report.hinder.said', { text: said });
    if (kind === 'still-true') return text('report.still');
    return `${named(this.card?.milestones.find(({ id }) => id === milestone)?.name) || milestone} ${percent}%`;
  }

  #queued({ key, state, detail, update, photos }) {
    return html`<li data-queued=${key} data-state=${state}><span>${this.#what(update)}${photos?.length ? html` <small>${text('report.photos', { n: photos.length })}</small>` : nothing}</span><em>${text(`report.state.${state}`, { detail })}</em>
      ${state === 'failed' ? html`<button @click=${() => this.dispatchEvent(new CustomEvent('drop', { detail: key }))}>${text('report.drop')}</button>` : nothing}</li>`;
  }

  #entry({ seq, at, update }) {
    const verdict = this.entries.find((entry) => entry.update.report === seq || entry.update.blocker === seq)?.update;
    const newer = this.entries.some((entry) => entry.seq > seq && entry.update.milestone && entry.update.milestone === update.milestone);
    const state = verdict ? verdict.kind.replace(/^(progress|blocker)-/, '') : update.kind !== 'progress-reported' ? 'confirmed' : newer ? 'superseded' : 'received';
    return html`<li data-sent=${seq} data-state=${state}><span>${this.#what(update)} <small>${age(at, this.now)}</small></span>${(update.photos ?? []).map((id) =>
        html`<photo-thumb .api=${this.api} .path=${`/api/projects/${this.card?.id}/photos/${id}?size=thumbnail`}></photo-thumb>`)}
      <em>${text(`report.state.${state}`, { reason: verdict?.reason, how: verdict?.how })}</em></li>`;
  }
}
customElements.define('my-reports', MyReports);
