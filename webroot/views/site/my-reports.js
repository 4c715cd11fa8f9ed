// What became of each report: waiting, received, verified, returned with the reason, or held or not accepted with what to do.
// Whatever is still on this phone comes first, of other projects too; `urgent`: only what its author must do something about.
// Says `drop`, `again` (detail: the item's key), `edit` (the item), `anew` (an entry, to be reported anew), `takeback` (an entry).
import { nothing } from 'lit';
import { age } from '../../text/dates.js';
import { isPlain } from '../../text/kinds.js';
import { has, named, text } from '../../text/text.js';
import { Element } from '../part/element.js';
import { html } from '../part/html.js';
import { actOn } from './hazard-act.js';
import '../part/photo-thumb.js';
import { said as sentence } from '../part/words.js';
import '../form/sure-button.js';
import { became, cameBack } from './verdict.js';

const SHOWN = 15;
/** What a company tells itself; the rest are answers to it. */
const told = ({ kind }) => kind === 'progress-reported' || isPlain(kind) || has(`report.said.${kind}`);
/** Written in a form of its own, and may be written anew there; a fix only while its hazard is still to be fixed. */
const EDITED = ['progress-reported', 'hazard-found'];
const FIXES = ['hazard-rectified', 'hazard-fixed-on-spot'];

const isFailed = ({ state }) => state === 'failed';

class MyReports extends Element {
  static properties = {
    api: { attribute: false }, project: { type: String }, items: { attribute: false }, entries: { attribute: false }, hazards: { attribute: false },
    card: { attribute: false }, now: { type: Number }, today: { type: String }, urgent: { type: Boolean },
  };

  constructor() {
    super();
    this.urgent = false;
  }

  render() {
    const waiting = this.items.filter(({ state }) => state !== 'received');
    const lines = [...waiting.filter((item) => isFailed(item) === this.urgent).map((item) => this.#queued(item)),
      ...this.#sent().filter((entry) => cameBack(entry, this.entries) === this.urgent).slice(0, SHOWN).map((entry) => this.#entry(entry))];
    if (this.urgent) return lines.length ? html`<ul class="urgent">${lines}</ul>` : nothing;
    return html`<h2>${text('report.mine')}</h2>${lines.length ? html`<ul>${lines}</ul>` : html`<p class="quiet">${text('report.none')}</p>`}`;
  }

  /** Received reports that the entries do not hold yet are still said. */
  #sent() {
    const known = new Set(this.entries.map(({ seq }) => seq));
    const fresh = this.items.filter(({ state, seq, project }) => state === 'received' && project === this.project && !known.has(seq));
    return [...fresh.map(({ seq, at, update }) => ({ seq, at, update })), ...this.entries].filter(({ update }) => told(update));
  }

  #what(update, step) {
    const { kind, milestone, percent, done, text: said, place } = update;
    const about = this.card?.milestones.find(({ id }) => id === milestone);
    if (kind === 'progress-reported') return `${named(about?.name ?? step) || text('step.gone')} ${done === undefined ? `${percent}%` : `${done} ${about?.measure?.unit ?? ''}`}`;
    return has(`report.said.${kind}`) ? text(`report.said.${kind}`, { text: said, place }) : sentence({ update }, this.card);
  }

  #queued(item) {
    const { key, state, update, photos, project, about } = item;
    const here = project === this.project;
    return html`<li data-queued=${key} data-state=${state}><span>${this.#what(update, about?.step)}${here ? nothing : html` <small>${named(about?.project)}</small>`}</span>
      ${photos.map((photo) => html`<photo-thumb .bytes=${photo.bytes}></photo-thumb>`)}
      <em>${this.#how(item)}</em>
      ${state === 'sending' ? nothing : html`<p>${here && this.#edited(update) ? html`<button data-act="edit" @click=${() => this.#say('edit', item)}>${text('report.edit')}</button>` : nothing}
        <button data-act="again" @click=${() => this.#say('again', key)}>${text('report.again')}</button>
        <sure-button act="drop" .label=${text('report.drop')} @sure=${() => this.#say('drop', key)}></sure-button></p>`}</li>`;
  }

  /** A milestone that a new plan left out has a name that people know. */
  #how({ state, ended, code, detail: said, errors, about }) {
    // Fields are marked once it is edited: until then the row says what is wrong with them.
    const detail = code === 'invalid' && errors?.length ? errors.map(({ message }) => message).join(text('join.sentence')) : said;
    if (state === 'failed' && code === 'unknown-milestone') return text('report.state.gone', { name: named(about?.step) });
    return text(`report.state.${state === 'queued' && detail ? 'held' : state === 'failed' && ended ? 'ended' : state}`, { detail });
  }

  #edited({ kind, hazard }) {
    return EDITED.includes(kind) || isPlain(kind) || FIXES.includes(kind) && this.hazards.some((each) => each.seq === hazard && actOn(each, this.today));
  }

  #entry(entry) {
    const { seq, at, update } = entry;
    const { state, reason, how } = became(entry, this.entries, this.card);
    return html`<li data-sent=${seq} data-state=${state}><span>${this.#what(update)} <small>${age(at, this.now)}</small></span>${(update.photos ?? []).map((id) =>
        html`<photo-thumb .api=${this.api} .path=${`/api/projects/${this.project}/photos/${id}?size=thumbnail`}></photo-thumb>`)}
      <em>${text(`report.state.${state}`, { reason, how })}</em>${this.#next(entry, state)}</li>`;
  }

  /** What its author may still do with it. */
  #next(entry, state) {
    if (this.urgent) return html`<p><button class="main" data-act="anew" @click=${() => this.#say('anew', entry)}>${text('report.anew')}</button></p>`;
    const own = state === 'received' && entry.update.kind === 'progress-reported';
    return own ? html`<p><sure-button act="takeback" .label=${text('report.takeback')} ?disabled=${this.items.some(({ update, state: its }) =>
      update.report === entry.seq && its !== 'failed')} @sure=${() => this.#say('takeback', entry)}></sure-button></p>` : nothing;
  }

  #say(what, detail) {
    this.dispatchEvent(new CustomEvent(what, { detail }));
  }
}
customElements.define('my-reports', MyReports);
