// What somebody was told, or will be: newest first, with what came of it. `older()` asks for more, `again(message)` sends once more
// what failed.
import { nothing } from 'lit';
import { dayOf, minuteTime, shortDate } from '../../text/dates.js';
import { has, text } from '../../text/text.js';
import { html } from '../part/html.js';

const when = (instant) => `${shortDate(dayOf(instant))} ${minuteTime(Date.parse(instant))}`;

/** Why: a code, and what the other side said of it. */
function faultOf(fault) {
  const [code, detail = ''] = fault.split(/ (.*)/s);
  const number = `told.fault.${code}.${detail.split(' ')[0]}`;
  return [text(`told.fault.${code}`, { detail }), has(number) && text(number)].filter(Boolean).join(text('join.clause'));
}

const WAITS = ['waiting', 'sending'];

const aside = ({ state, due, done, tries, fault }, now) => [
  state === 'waiting' && Date.parse(due) > now ? text('told.due', { time: when(due) }) : done && when(done),
  tries > 1 && text('told.tries', { n: tries }), fault && fault !== 'interrupted' && faultOf(fault),
].filter(Boolean).join(' · ');

/** @param names receiver → name; none on one's own list */
export function toldList(messages, names, now, older, again) {
  if (!messages.length) return html`<p class="quiet">${text('told.nothing')}</p>`;
  return html`<ul class="told">${messages.map((message) => html`<li data-message=${message.id} data-state=${message.state}>
      <b class=${WAITS.includes(message.state) ? '' : message.state}>${text(`told.state.${message.state}`)}</b>
      <span>${message.text}<small>${[names?.get(message.receiver) ?? (names && text('told.removed')), aside(message, now)].filter(Boolean).join(' · ')}</small></span>
      ${again && message.state === 'failed' && names.has(message.receiver) ? html`<button data-act="again" @click=${() => again(message)}>${text('told.again')}</button>` : nothing}</li>`)}</ul>
    ${older ? html`<button data-act="older" @click=${older}>${text('ledger.more')}</button>` : nothing}`;
}
