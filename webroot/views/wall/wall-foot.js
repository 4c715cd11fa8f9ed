// What just happened, as sentences a person would say.
import { html } from 'lit';
import { named, text } from '../../text/text.js';
import { Element } from '../part/element.js';
import { about, said } from '../part/words.js';
import { size } from './wall-row.js';

const SHOWN = 4;
/** How many em of a name fit into a column. */
const NAME = 15;
const QUIET = new Set(['photo-received']);

class WallFoot extends Element {
  static properties = { board: { attribute: false }, state: { type: String }, now: { type: Number }, rev: { type: Number } };

  render() {
    const { entries, cards } = this.board;
    const known = new Map(entries.map((entry) => [entry.seq, entry]));
    const latest = entries.filter(({ project, update }) => project && !QUIET.has(update.kind)).slice(-SHOWN).reverse();
    if (!latest.length) return html`<p class="quiet">${text(`wall.news.${this.state}`)}</p>`;
    // Four places that are written anew: rows that come and go by key leave their markers behind, thousands a day.
    return html`${latest.map((entry) => {
      const card = cards.get(entry.project);
      const name = named(card?.name);
      return html`<article data-entry=${entry.seq}>
        <b class=${size(name, NAME)}>${name}</b><p>${said(entry, card, (seq) => known.get(seq))}</p>
        <small>${about(entry, card, this.now, true)}</small></article>`;
    })}`;
  }
}
customElements.define('wall-foot', WallFoot);
