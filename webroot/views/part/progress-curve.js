// An S-curve: planned as a thin line, verified as a solid one up to the last day that anybody vouched for, the forecast
// dashed, today as a mark. Without a plan, nothing. `near`: only the year around today.
import { nothing } from 'lit';
import { monthYear } from '../../text/dates.js';
import { text } from '../../text/text.js';
import { Axis } from './axis.js';
import { Element } from './element.js';
import { html, svg } from './html.js';

const NEAR_DAYS = 184;
const DAY = 86_400_000;
const away = (day, days) => new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);

/** The points between two days, with the ones where the line enters and leaves. */
function cut(points, from, to) {
  const at = (day) => {
    const i = points.findIndex((point) => point.day > day);
    if (i <= 0) return null;
    const [a, b] = [points[i - 1], points[i]];
    const share = (Date.parse(day) - Date.parse(a.day)) / (Date.parse(b.day) - Date.parse(a.day));
    return { day, percent: a.percent + (b.percent - a.percent) * share };
  };
  return [at(from), ...points.filter(({ day }) => day >= from && day <= to), at(to)].filter(Boolean);
}

const path = (points, axis) => points.map(({ day, percent }, i) => `${i ? 'L' : 'M'}${axis.at(day).toFixed(2)} ${(100 - percent).toFixed(2)}`).join('');

/** Where the lines begin as high as this, their scale is told below them. */
const HIGH = 45;

class ProgressCurve extends Element {
  static properties = { curve: { attribute: false }, day: { type: String }, near: { type: Boolean } };

  render() {
    const { planned = [], verified = [], forecast = [] } = this.curve ?? {};
    if (planned.length < 2) return html`<p class="quiet">${text('unreported')}</p>`;
    const days = [...planned, ...verified, ...forecast].map(({ day }) => day).sort();
    const [first, last] = this.near ? [away(this.day, -NEAR_DAYS), away(this.day, NEAR_DAYS)] : [days[0], days[days.length - 1]];
    const axis = this.near ? new Axis(this.day, Date.parse(first), Date.parse(last)) : Axis.over(this.day, first, last);
    const known = cut(verified, first, this.day);
    const held = known.length && known[known.length - 1].day < this.day ? [known[known.length - 1], { day: this.day, percent: known[known.length - 1].percent }] : [];
    const end = forecast[forecast.length - 1];
    const lines = { planned: cut(planned, first, last), expected: cut(forecast, first, last), known };
    const high = this.near && Math.max(...Object.values(lines).map(([begins]) => (begins?.day === first ? begins.percent : 0))) > HIGH;
    return html`
      <div class="plot">
        <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
          ${[0, 50, 100].map((y) => svg`<line class="level" x1="0" x2="100" y1=${y} y2=${y} />`)}
          ${axis.months.map(({ x }) => svg`<line class="month" x1=${x} x2=${x} y1="0" y2="100" />`)}
          <path class="planned" d=${path(lines.planned, axis)} />
          ${forecast.length ? svg`<path class="expected" d=${path(lines.expected, axis)} />` : nothing}
          ${held.length ? svg`<path class="held" d=${path(held, axis)} />` : nothing}
          ${known.length ? svg`<path class="known" d=${path(known, axis)} />` : nothing}
          <line class="now" x1=${axis.today} x2=${axis.today} y1="0" y2="100" />
        </svg>
        ${high ? html`<span class="foot">0%</span>` : html`<span class="top">100%</span><span class="half">50%</span>`}
        ${end && !this.near ? html`<span class="end" .style=${`left: ${Math.min(axis.at(end.day), 94)}%`}>${monthYear(end.day)}</span>` : nothing}
      </div>
      <div class="months">${axis.months.map(({ x, name, year }) => html`<span class=${year ? 'year' : ''} .style=${`left: ${x}%`}>${name}</span>`)}</div>
      <p class="legend"><span class="planned">${text('curve.planned')}</span><span class="known">${text('curve.verified')}</span>
        ${forecast.length ? html`<span class="expected">${text('curve.forecast')}</span>` : nothing}</p>`;
  }
}
customElements.define('progress-curve', ProgressCurve);
