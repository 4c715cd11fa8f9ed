// Whether what is shown is now: in words and shape, not by colour alone.
import { nothing } from 'lit';
import { dayOf, minuteTime, shortDate, span } from '../../text/dates.js';
import { text } from '../../text/text.js';
import { Element } from './element.js';
import { html } from './html.js';

/** Until when what is shown was true: 14:03, or 11月25日 14:03 when that was another day. */
function until({ heard, clock }) {
  const day = dayOf(heard);
  return day === dayOf(clock.now()) ? minuteTime(heard) : `${shortDate(day)} ${minuteTime(heard)}`;
}

/** For how long nothing was heard. */
const silence = ({ heard, clock }) => span(clock.now() - heard);

/** In words, as they are said there: until when what is shown was true, and how long that is ago; or that there is nothing to show yet. */
export const standsSince = (where, store) =>
  (store.heard
    ? text(store.stoppedAt ? `${where}.stopped` : `${where}.stale`, { time: until(store), age: silence(store), seq: store.stoppedAt })
    : text('live.never'));

class LineState extends Element {
  static properties = { store: { attribute: false }, tick: { attribute: false } };

  render() {
    const { line, heard, stoppedAt } = this.store;
    const stale = line === 'stale';
    return html`<span class="line-state" data-live=${line}><i aria-hidden="true"></i>${stale ? standsSince('live', this.store) : text(`live.${line}`)}${
      stale && heard && !stoppedAt ? html` <small>${text('live.for', { age: silence(this.store) })}</small>` : nothing}</span>`;
  }
}
customElements.define('line-state', LineState);
