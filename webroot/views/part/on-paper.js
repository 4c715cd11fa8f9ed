// A list that grows with the years would need a second sheet one day: on paper its first lines stand, and how many more there are.
import { nothing } from 'lit';
import { text } from '../../text/text.js';
import { html } from './html.js';

/** The class of what paper leaves out of a list: its lines from `most` on. */
export const beyond = (index, most) => (index < most ? '' : 'beyond');

/** What paper says in their place of a list of `n` lines; `older`: of which not even all were asked for. */
export const left = (n, most, older = false) => (n > most ? text('project.more', { n: `${n - most}${older ? '+' : ''}` }) : null);

export const rest = (n, most, older) => (n > most ? html`<p class="on-paper note">${left(n, most, older)}</p>` : nothing);
