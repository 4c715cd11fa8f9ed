// What somebody else did after one began to type: as sentences, and for what one is about to change: was, is now, yours.
import { nothing } from 'lit';
import { text } from '../../text/text.js';
import { html } from './html.js';
import { by, said } from './words.js';

const shown = (value) => (value === undefined || value === null || value === '' ? '—' : value);

export const movedSince = ({ entries, card, rows }) => html`<div class="moved wide" role="status">
  ${entries.length ? html`<p>${text('moved.since')}</p><ul>${entries.map((entry) => html`<li data-moved=${entry.seq}>${said(entry, card)}<small>${by(entry.by)}</small></li>`)}</ul>` : nothing}
  ${rows.length ? html`<table><thead><tr><td></td><th>${text('moved.was')}</th><th>${text('moved.now')}</th><th>${text('moved.yours')}</th></tr></thead><tbody>
    ${rows.map(({ label, was, now, yours }) => html`<tr><th>${label}</th><td>${shown(was)}</td><td><b>${shown(now)}</b></td><td>${shown(yours)}</td></tr>`)}</tbody></table>` : nothing}</div>`;
