// The minutes of a meeting that was held, as a page: the way back, and to paper.
import { nothing } from 'lit';
import { text } from '../../text/text.js';
import { html } from '../part/html.js';
import { paperAt } from '../part/link.js';
import './minutes-sheet.js';

/** @param kept {desk (its address), minutes (none: not read), fault} */
export const keptMinutes = ({ desk, minutes, fault }) => html`<nav class="bar"><a href=${desk}>← ${text('meeting.desk')}</a>${minutes ? html`<a data-act="paper" href=${paperAt('minutes', { item: minutes.seq })}>${text('paper.minutes')}</a>` : nothing}<button class="main" @click=${() => print()}>${text('meeting.print')}</button></nav>
  ${fault ? html`<p class="fault" role="alert">${fault}</p>` : nothing}
  ${minutes ? html`<minutes-sheet .minutes=${minutes}></minutes-sheet>` : nothing}`;
