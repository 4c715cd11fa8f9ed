// What became of each report: waiting, received, verified, returned with the reason, or held or not accepted with what to do.
// Whatever is still on this phone comes first, of other projects too. Says `drop`, `again` (detail: the item's key), `edit` (the item).
import { html, nothing } from 'lit';
import { age } from '../../text/dates.js';
import { named, text } from '../../text/text.js';
import { Element } from '../part/element.js';
import { actOn } from './hazard-act.js';
import '../part/photo-thumb.js';

const SHOWN = 15;
const TOLD = ['progress-reported', 'still-true', 'blocker-raised', 'hazard-found', 'hazard-rectified', 'hazard-fixed-on-spot'];
/** Written in a form of its own, and may be written anew there; a fix only while its hazard is still to be fixed. */
const EDITED = ['progress-reported', 'hazard-found'];
const FIXES = ['hazard-rectified', 'hazard-fixed-on-spot'];

class MyReports extends Element {
  static properties = {
    api: { attribute: false }, project: { type: String }, items: { attribute: false }, entries: { attribute: false }, hazards: { attribute: false }, card: { attribute: false }, now: { type: Number },
  };

  render() {
    const lines = [...this.items.filter(({ state }) => state !== 'received').map((item) => this.#queued(item)),
      ...this.#sent().slice(0, SHOWN).map((entry) => this.#entry(entry))];
    return html`<h2>${text('report.mine')}</h2>${lines.length ? html`<ul>${lines}</ul>` : html`<p class="quiet">${text('report.none')}</p>`}`;
  }

  /** Received reports that the entries do not hold yet are still said. */
  #sent() {
    const known = new Set(this.entries.map(({ seq }) => seq));
    const fresh = this.items.filter(({ state, seq, project }) => state === 'received' && project === this.project && !known.has(seq));
    return [...fresh.map(({ seq, at, update }) => ({ seq, at, update })),
      ...this.entries.filter(({ update }) => TOLD.includes(update.kind))];
  }

  #what({ kind, milestone, percent, text: said, place }, step) {
    if (kind === 'progress-reported') return `${named(this.card?.milestones.find(({ id }) => id === milestone)?.name ?? step) || milestone} ${percent}%`;
    return text(`report.said.${kind}`, { text: said, place });
  }

  #queued(item) {
    const { key, state, ended, detail, update, photos, project, about } = item;
    const here = project === this.project;
    const held = state === 'queued' && item.held;
    const said = held ? 'held' : state === 'failed' && ended ? 'ended' : state;
    return html`<li data-queued=${key} data-state=${state}><span>${this.#what(update, about?.step)}${here ? nothing : html` <small>${named(about?.project)}</small>`}</span>
      ${photos.map((photo) => html`<photo-thumb .bytes=${photo.bytes}></photo-thumb>`)}
      <em>${text(`report.state.${said}`, { detail })}</em>
      ${held || state === 'failed' ? html`<p>${here && this.#edited(update) ? html`<button data-act="edit" @click=${() => this.#say('edit', item)}>${text('report.edit')}</button>` : nothing}
        <button data-act="again" @click=${() => this.#say('again', key)}>${text('report.again')}</button>
        <button data-act="drop" @click=${() => this.#say('drop', key)}>${text('report.drop')}</button></p>` : nothing}</li>`;
  }

  #edited({ kind, hazard }) {
    return EDITED.includes(kind) || FIXES.includes(kind) && this.hazards.some((each) => each.seq === hazard && actOn(each, this.now));
  }

  #entry({ seq, at, update }) {
    const verdict = this.#verdict(seq, update);
    const newer = this.entries.some((entry) => entry.seq > seq && entry.update.milestone && entry.update.milestone === update.milestone);
    const state = verdict ? this.#judged(verdict) : update.kind !== 'progress-reported' ? 'confirmed' : newer ? 'superseded' : 'received';
    return html`<li data-sent=${seq} data-state=${state}><span>${this.#what(update)} <small>${age(at, this.now)}</small></span>${(update.photos ?? []).map((id) =>
        html`<photo-thumb .api=${this.api} .path=${`/api/projects/${this.project}/photos/${id}?size=thumbnail`}></photo-thumb>`)}
      <em>${text(`report.state.${state}`, { reason: verdict?.reason ?? verdict?.text, how: verdict?.how })}</em></li>`;
  }

  /** The answer to what entry `seq` told; to a rectification, the first re-check after it. */
  #verdict(seq, { kind, hazard }) {
    if (kind === 'hazard-rectified') {
      return this.entries.filter((entry) => entry.seq > seq && entry.update.kind === 'hazard-rechecked' && entry.update.hazard === hazard).at(-1)?.update;
    }
    return this.entries.find(({ update }) => update.report === seq || update.blocker === seq)?.update;
  }

  #judged({ kind, passed }) {
    return kind === 'hazard-rechecked' ? (passed ? 'passed' : 'returned') : kind.replace(/^(progress|blocker)-/, '');
  }

  #say(what, detail) {
    this.dispatchEvent(new CustomEvent(what, { detail }));
  }
}
customElements.define('my-reports', MyReports);
