// A paper as a sheet of A4, in the look of an official document: the same parts that the server writes for a word processor.
import { nothing } from 'lit';
import { Element } from '../part/element.js';
import { html } from '../part/html.js';
import '../part/photo-thumb.js';

/** So many signs are one line of the head. */
const LONG_HEAD = 11;
/** A cell so short is not broken: what has words in it gives way. In halves of a sign. */
const SHORT = 14;
/** Chinese is twice as wide. */
const wide = (text) => [...text].reduce((sum, sign) => sum + (sign.codePointAt(0) < 0x2e80 ? 1 : 2), 0);

class PaperSheet extends Element {
  static properties = { paper: { attribute: false }, api: { attribute: false } };

  render() {
    const { head, number, title, to, parts, signed, dated } = this.paper;
    return html`<article class=${head ? 'headed' : 'form'}>
      ${head ? html`<p class="head ${head.length > LONG_HEAD ? 'long' : ''}">${head}</p>` : nothing}
      ${number ? html`<p class="number">${number}</p>` : nothing}
      <h1>${title}</h1>
      ${to ? html`<p class="to">${to}</p>` : nothing}
      ${parts.map((part) => this.#part(part))}
      ${signed ? html`<p class="signed">${signed}<br /><span>${dated}</span></p>` : nothing}</article>`;
  }

  #part({ shape, text: said, headings, rows, pictures }) {
    switch (shape) {
      case 'heading': return html`<h2>${said}</h2>`;
      case 'text': return html`<p>${said}</p>`;
      case 'facts': return html`<table class="facts"><tbody>${rows.map(([name, value]) => html`<tr><th scope="row">${name}</th><td>${value}</td></tr>`)}</tbody></table>`;
      case 'table': {
        const slim = headings.map((_, c) => rows.every((row) => wide(row[c] ?? '') <= SHORT));
        return html`<table><thead><tr>${headings.map((heading) => html`<th scope="col">${heading}</th>`)}</tr></thead>
        <tbody>${rows.map((row) => html`<tr>${row.map((cell, c) => html`<td class=${slim[c] ? 'short slim' : wide(cell ?? '') <= SHORT ? 'short' : ''}>${cell}</td>`)}</tr>`)}</tbody></table>${said ? html`<p class="note">${said}</p>` : nothing}`;
      }
      case 'pictures': return html`<div class="pictures">${pictures.map(({ project, photo, caption }) =>
        html`<figure><photo-thumb .api=${this.api} path=${`/api/projects/${project}/photos/${photo}`}></photo-thumb><figcaption>${caption}</figcaption></figure>`)}</div>`;
      default: return html`<table class="signatures"><thead><tr>${headings.map((who) => html`<th scope="col">${who}</th>`)}</tr></thead>
        <tbody><tr>${headings.map(() => html`<td>${said}</td>`)}</tr></tbody></table>`;
    }
  }
}
customElements.define('paper-sheet', PaperSheet);
