// What just happened, as sentences a person would say.
import { html } from 'lit';
import { named, text } from '../text/text.js';
import { Element } from './element.js';
import { about, length, said } from './words.js';

const SHOWN = 4;

class WallFoot extends Element {
  static properties = { board: { attribute: false }, now: { type: Number }, rev: { type: Number } };

  render() {
    const { entries, cards } = this.board;
    const known = new Map(entries.map((entry) => [entry.seq, entry]));
    const latest = entries.filter((entry) => entry.project).slice(-SHOWN).reverse();
    if (!latest.length) return html`<p class="quiet">${text('wall.quiet')}</p>`;
    // Four places that are written anew: rows that come and go by key leave their markers behind, thousands a day.
    return html`${latest.map((entry) => {
      const card = cards.get(entry.project);
      return html`<article data-entry=${entry.seq}>
        <p><b class=${length(named(card?.name))}>${named(card?.name)}</b>${said(entry, card, (seq) => known.get(seq))}</p>
        <small>${about(entry, card, this.now)}</small></article>`;
    })}`;
  }
}
customElements.define('wall-foot', WallFoot);
