// How one project came to where it is: the curve, the slip ledger, the history as sentences. Event: `older`.
import { html, nothing } from 'lit';
import { text } from '../../text/text.js';
import { Element } from '../part/element.js';
import './s-curve.js';
import './slip-ledger.js';
import { about, said } from '../part/words.js';

class ProjectPast extends Element {
  static properties = { card: { attribute: false }, detail: { attribute: false }, entries: { attribute: false }, more: { type: Boolean }, now: { type: Number } };

  render() {
    const { card, detail } = this;
    const entries = (this.entries ?? []).filter(({ update }) => update.kind !== 'photo-received');
    return html`<slip-ledger .slips=${detail?.slips} .card=${card}></slip-ledger>
      ${detail?.curve.planned.length ? html`<h3>${text('desk.curve')}</h3><s-curve .curve=${detail.curve}></s-curve>` : nothing}
      <h3>${text('desk.history')}</h3>
      <ul class="history">${entries.map((entry) => html`<li data-entry=${entry.seq}>
        ${said(entry, card, (seq) => entries.find((other) => other.seq === seq))}<small>${about(entry, card, this.now)}${
          entry.update.note ? html` · ${entry.update.note}` : nothing}</small></li>`)}</ul>
      ${this.more ? html`<button data-act="older" @click=${() => this.dispatchEvent(new Event('older'))}>${text('ledger.more')}</button>` : nothing}`;
  }
}
customElements.define('project-past', ProjectPast);
