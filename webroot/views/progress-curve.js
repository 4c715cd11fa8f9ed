// An S-curve: planned as a thin line, verified as a solid one, the forecast dashed, today as a mark. Without a plan, nothing.
import { html, nothing, svg } from 'lit';
import { text } from '../text/text.js';
import { Axis } from './axis.js';
import { Element } from './element.js';

const path = (points, axis) => points.map(({ day, percent }, i) => `${i ? 'L' : 'M'}${axis.at(day).toFixed(2)} ${(100 - percent).toFixed(2)}`).join('');

class ProgressCurve extends Element {
  static properties = { curve: { attribute: false }, day: { type: String } };

  render() {
    const { planned = [], verified = [], forecast = [] } = this.curve ?? {};
    if (planned.length < 2) return html`<p class="quiet">${text('unreported')}</p>`;
    const days = [...planned, ...verified, ...forecast].map(({ day }) => day).sort();
    const axis = Axis.over(this.day, days[0], days.at(-1));
    const known = verified.length ? [...verified.filter(({ day }) => day <= this.day), { day: this.day, percent: verified.at(-1).percent }] : [];
    const end = forecast.at(-1);
    return html`
      <div class="plot">
        <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
          ${[0, 50, 100].map((y) => svg`<line class="level" x1="0" x2="100" y1=${y} y2=${y} />`)}
          ${axis.months.map(({ x }) => svg`<line class="month" x1=${x} x2=${x} y1="0" y2="100" />`)}
          <path class="planned" d=${path(planned, axis)} />
          ${forecast.length ? svg`<path class="expected" d=${path(forecast, axis)} />` : nothing}
          ${known.length ? svg`<path class="known" d=${path(known, axis)} />` : nothing}
          <line class="now" x1=${axis.today} x2=${axis.today} y1="0" y2="100" />
        </svg>
        <span class="top">100%</span>
        ${end && axis.today < 88 ? html`<span class="end" .style=${`left: ${Math.min(axis.at(end.day), 88)}%`}>${end.day.slice(0, 7)}</span>` : nothing}
      </div>
      <div class="months">${axis.months.map(({ x, name }) => html`<span .style=${`left: ${x}%`}>${name}</span>`)}</div>
      <p class="legend"><span class="planned">${text('curve.planned')}</span><span class="known">${text('curve.verified')}</span>
        ${forecast.length ? html`<span class="expected">${text('curve.forecast')}</span>` : nothing}</p>`;
  }
}
customElements.define('progress-curve', ProgressCurve);
