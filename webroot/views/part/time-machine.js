// The way through the past: says which day is shown and that it is past, and leads to others and back. Everything is done through
// the `past` that it is given (store/past.js).
import { nothing } from 'lit';
import { longDate } from '../../text/dates.js';
import { text } from '../../text/text.js';
import { Element } from './element.js';
import { html } from './html.js';

class TimeMachine extends Element {
  static properties = { past: { attribute: false }, rev: { attribute: false } };

  render() {
    const { past } = this;
    if (!past.day) return nothing;
    const { day, ago, reach, reading, failed, coming } = past;
    const state = failed ? (coming ? 'past.coming' : 'past.failed') : reading ? 'wall.reading' : 'past.ago';
    const button = (act, words, sign, run) => html`<button data-time=${act} title=${words} aria-label=${words} @click=${run}>${sign}</button>`;
    return html`<p role="status"><b>${text('past.day', { date: longDate(day) })}</b>
        <span>${text(state, { n: ago })}</span></p>
      ${button('meeting-before', text('past.meetingBefore'), '⇤', () => past.meeting(-1))}
      ${button('before', text('past.before'), '←', () => past.step(-1))}
      <input type="range" aria-label=${text('past.slider')} aria-valuetext=${longDate(day)} min=${-reach} max="0" .value=${String(-ago)}
        @input=${({ target }) => past.to(-Number(target.value))} />
      ${button('after', text('past.after'), '→', () => past.step(1))}
      ${button('meeting-after', text('past.meetingAfter'), '⇥', () => past.meeting(1))}
      <button data-time="now" class="main" @click=${() => past.leave()}>${text('past.now')} <kbd>Esc</kbd></button>`;
  }
}
customElements.define('time-machine', TimeMachine);
