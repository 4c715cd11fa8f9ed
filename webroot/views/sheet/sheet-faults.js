// What was not understood, each by its cell, in a sentence.
import { nothing } from 'lit';
import { text } from '../../text/text.js';
import { html } from '../part/html.js';

export const faults = (all) => (all.length ? html`<ul class="flaws">${all.map(({ place, code, text: stands }) => html`<li><b>${place}</b> ${text(`import.fault.${code}`, { text: stands })}</li>`)}</ul>` : nothing);
