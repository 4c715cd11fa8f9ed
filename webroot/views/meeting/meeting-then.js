// The project that is spoken of as it was on a day of the past: to be looked at, nothing is decided there.
import { pastDetail } from '../../store/past-views.js';
import { text } from '../../text/text.js';
import { html } from '../part/html.js';
import './meeting-item.js';
import './meeting-rail.js';

/** @param shown {meeting, then (the board of that day), until (the instant at which it ended), topic} */
export function meetingThen({ meeting, then, until, topic }, go) {
  const card = then.cards.get(meeting.item?.project);
  return html`<meeting-rail .meeting=${meeting} .cards=${then.cards} .at=${meeting.at} .rev=${`${then.day} ${then.seq}`} @go=${({ detail }) => go(detail)} .past=${true}></meeting-rail>
    ${card ? html`<meeting-item .card=${card} .item=${meeting.item} .meeting=${null} .detail=${pastDetail(topic.of(card), then.day, until)} .day=${then.day} .now=${until} .past=${true}></meeting-item>`
    : html`<p class="quiet empty">${text('past.notYet')}</p>`}`;
}
