// What just happened, as sentences a person would say.
import { named, text } from '../../text/text.js';
import { Element } from '../part/element.js';
import { html } from '../part/html.js';
import { about, said } from '../part/words.js';
import { fitted } from '../part/fitted.js';
import { MATTER, SAY } from './wall-row.js';

const SHOWN = 3;
/** The width of a name, in rem, also where the display stands upright. */
const NAME = 28.3;

class WallFoot extends Element {
  static properties = { board: { attribute: false }, state: { type: String }, now: { type: Number }, rev: { type: Number } };

  render() {
    const { entries, cards } = this.board;
    const known = new Map(entries.map((entry) => [entry.seq, entry]));
    const latest = entries.filter(({ project }) => project).slice(-SHOWN).reverse();
    if (!latest.length) return html`<p class="quiet">${text(`wall.news.${this.state}`)}</p>`;
    // A few places that are written anew: rows that come and go by key leave their markers behind, thousands a day.
    return html`${latest.map((entry) => {
      const card = cards.get(entry.project);
      const name = named(card?.name);
      return html`<article data-entry=${entry.seq}>
        <b .style=${`font-size: ${fitted(name, NAME, { most: MATTER, least: SAY, weight: 700 }).size}rem`}>${name}</b><p>${said(entry, card, (seq) => known.get(seq))}</p>
        <small>${about(entry, card, this.now, true)}</small></article>`;
    })}`;
  }
}
customElements.define('wall-foot', WallFoot);
