// The head of a meeting on the big screen: what is held, on which day, the way through its agenda, and its end.
import { nothing } from 'lit';
import { clockTime, longDate } from '../../text/dates.js';
import { text } from '../../text/text.js';
import { html } from '../part/html.js';
import '../part/line-state.js';

/**
 * @param shown {desk (its address), meeting (none: it has not begun), board, store, now, past, ending}
 * @param acts {go: (at), fill, end}
 */
export function meetingHead({ desk, meeting, board, store, now, past, ending }, acts) {
  return html`<header><a href=${desk} title=${text('meeting.desk')}>←</a><h1>${meeting?.title ?? text('meeting.title')}</h1><time>${longDate(board.day)}</time>
    ${board.title.demo ? html`<span class="demo">${text('demo')}</span>` : nothing}
    ${meeting?.item && !ending ? html`<div class="walk"><button data-act="back" ?disabled=${meeting.at === 0} @click=${() => acts.go(meeting.at - 1)}>←</button>
      <b>${meeting.at + 1} / ${meeting.items.length}</b>
      <button data-act="next" ?disabled=${meeting.at === meeting.items.length - 1} @click=${() => acts.go(meeting.at + 1)}>→</button></div>` : nothing}
    <line-state .store=${store} .tick=${now}></line-state><b data-clock>${clockTime(now).slice(0, 5)}</b>
    ${meeting && !ending && !past.day ? html`<button data-time="open" @click=${() => past.step(-1)}>${text('past.open')} <kbd>P</kbd></button>` : nothing}
    <button data-act="full" @click=${acts.fill}>${text('meeting.full')} <kbd>F</kbd></button>
    ${meeting ? html`<button data-act="end" class=${ending ? '' : 'main'} @click=${acts.end}>
      ${text(ending ? 'meeting.continue' : 'meeting.end')}</button>` : nothing}</header>`;
}
