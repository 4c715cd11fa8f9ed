// One number as big as a thumb, with a slider and ± for gloves. It shows what is so, with its decimals, until it is moved;
// then it goes by whole percents. Says `percent` when it moves.
import { text } from '../../text/text.js';
import { Element } from '../part/element.js';
import { html } from '../part/html.js';

class PercentDial extends Element {
  static properties = { percent: { type: Number }, last: { attribute: false }, time: { type: Number } };

  render() {
    const { last } = this;
    return html`<div class="dial"><button type="button" data-act="minus" aria-label=${text('report.less')} @click=${() => this.#set(Math.ceil(this.percent) - 1)}>−</button>
        <output data-shown class=${Number.isInteger(this.percent) ? '' : 'fine'}>${this.percent}<small>%</small></output>
        <button type="button" data-act="plus" aria-label=${text('report.more')} @click=${() => this.#set(Math.floor(this.percent) + 1)}>+</button></div>
      <input type="range" data-percent min="0" max="100" step="1" aria-label=${text('desk.percent')} .value=${String(this.percent)} @input=${(event) => this.#set(Number(event.target.value))} />
      <p><span>${text('report.last', { percent: last.percent })}${text(`report.last.${last.state}`)}</span>
        <span>${text('report.time', { percent: this.time })}</span></p>`;
  }

  updated() {
    this.style.setProperty('--percent', `${this.percent}%`);
  }

  #set(percent) {
    this.dispatchEvent(new CustomEvent('percent', { detail: Math.max(0, Math.min(100, percent)) }));
  }
}
customElements.define('percent-dial', PercentDial);
