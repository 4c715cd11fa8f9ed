// What just happened, as sentences a person would say.
import { html } from 'lit';
import { named, text } from '../../text/text.js';
import { Element } from '../part/element.js';
import { about, said } from '../part/words.js';

const SHOWN = 2;

class WallFoot extends Element {
  static properties = { board: { attribute: false }, state: { type: String }, now: { type: Number }, rev: { type: Number } };

  render() {
    const { entries, cards } = this.board;
    const known = new Map(entries.map((entry) => [entry.seq, entry]));
    const latest = entries.filter(({ project }) => project).slice(-SHOWN).reverse();
    if (!latest.length) return html`<p class="quiet">${text(`wall.news.${this.state}`)}</p>`;
    // Four places that are written anew: rows that come and go by key leave their markers behind, thousands a day.
    return html`${latest.map((entry) => {
      const card = cards.get(entry.project);
      const name = named(card?.name);
      return html`<article data-entry=${entry.seq}>
        <p><b>${name}</b><small>${about(entry, card, this.now, true)}</small></p>
        <p>${said(entry, card, (seq) => known.get(seq))}</p></article>`;
    })}`;
  }
}
customElements.define('wall-foot', WallFoot);
