// How one project came to where it is: the curve, the slip ledger, the history as sentences; of one milestone where one is
// asked for. Event: `older`.
import { nothing } from 'lit';
import { opening, text } from '../../text/text.js';
import { Element } from '../part/element.js';
import { html } from '../part/html.js';
import { beyond, rest } from '../part/on-paper.js';
import './s-curve.js';
import './slip-ledger.js';
import { about, said, stepName } from '../part/words.js';

/** Of the history on paper. */
const FEW = 4;

const days = (n) => (n > 0 ? text('reference.late', { n }) : n < 0 ? text('reference.early', { n: -n }) : text('reference.even'));

/** How it went with others of its kind. */
const reference = (known) => (known ? html`<p class="note" id="reference">${text(known.sector ? 'reference.sector' : 'reference.all', { sector: known.sector && opening(text(`sector.${known.sector}`)), n: known.milestones, half: days(known.half), most: days(known.most) })}</p>` : nothing);

class ProjectPast extends Element {
  static properties = { card: { attribute: false }, detail: { attribute: false }, entries: { attribute: false }, more: { type: Boolean }, now: { type: Number }, milestone: { type: String }, entry: { type: Number } };

  render() {
    const { card, detail } = this;
    const { milestone } = this;
    const known = (this.entries ?? []).filter(({ update }) => update.kind !== 'photo-received');
    const of = ({ update }) => update.milestone ?? known.find(({ seq }) => seq === update.report)?.update.milestone;
    const entries = milestone ? known.filter((entry) => of(entry) === milestone) : known;
    return html`${detail?.curve.planned.length && !milestone ? html`<h3 id="curve">${text('desk.curve')}</h3><s-curve .curve=${detail.curve}></s-curve>` : nothing}
      ${milestone ? nothing : reference(detail?.reference)}
      <slip-ledger id="slips" .slips=${detail?.slips?.filter((slip) => !milestone || slip.milestone === milestone)} .card=${card} .part=${Boolean(milestone)}></slip-ledger>
      <h3 id="history">${milestone ? text('project.history', { milestone: stepName(card, milestone) }) : text('desk.history')}</h3>
      <ul class="history">${entries.map((entry, i) => html`<li data-entry=${entry.seq} class="${beyond(i, FEW)} ${entry.seq === this.entry ? 'chosen' : ''}">
        ${said(entry, card, (seq) => known.find((other) => other.seq === seq))}<small>${about(entry, card, this.now)}${
          entry.update.note ? html` · ${entry.update.note}` : nothing}</small></li>`)}</ul>${rest(entries.length, FEW, this.more)}
      ${this.more ? html`<button data-act="older" @click=${() => this.dispatchEvent(new Event('older'))}>${text('ledger.more')}</button>` : nothing}`;
  }
}
customElements.define('project-past', ProjectPast);
