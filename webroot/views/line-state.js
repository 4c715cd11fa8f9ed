// Whether what is shown is now: in words and shape, not by colour alone.
import { html } from 'lit';
import { minuteTime, span } from '../text/dates.js';
import { text } from '../text/text.js';
import { Element } from './element.js';

class LineState extends Element {
  static properties = { store: { attribute: false }, tick: { attribute: false } };

  render() {
    const { line, heard, clock } = this.store;
    const stale = line === 'stale';
    const words = stale ? text('live.stale', { time: heard ? minuteTime(heard) : '—' }) : text(`live.${line}`);
    return html`<span class="line-state" data-live=${line}><i aria-hidden="true"></i>${words}${
      stale && heard ? html` <small>${text('live.for', { age: span(clock.now() - heard) })}</small>` : ''}</span>`;
  }
}
customElements.define('line-state', LineState);
