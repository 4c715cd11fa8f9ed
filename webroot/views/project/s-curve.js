// Planned against verified, drawn by ECharts, which is fetched only when a curve is looked at.
import { text } from '../../text/text.js';
import { Element } from '../part/element.js';
import { html } from '../part/html.js';

/** A line of the page's own colours: another theme, or paper, draws it anew by itself. */
const INK = 'var(--ink)';
const QUIET = 'var(--ink-3)';
const HAIR = 'var(--hair)';
/** On paper it stands in a column. */
const PAPER = { width: 330, height: 130 };

/** A project is read anew after each of its entries, of which few move its curve. */
const moved = (now, was) => JSON.stringify(now) !== JSON.stringify(was);

class SCurve extends Element {
  static properties = { curve: { attribute: false, hasChanged: moved } };
  #chart = null;
  #toPaper = () => this.#resize(PAPER);
  #toGlass = () => this.#resize({ width: 'auto', height: 'auto' });

  render() {
    return html`<div class="curve"></div>`;
  }

  async updated() {
    const echarts = await import('echarts');
    if (!this.isConnected) return;
    this.#chart ??= echarts.init(this.querySelector('.curve'), null, { renderer: 'svg' });
    const series = (name, points, line, step) => ({
      name, type: 'line', step, showSymbol: false, animation: false, lineStyle: line, itemStyle: { color: line.color },
      data: points.map(({ day, percent }) => [day, percent]),
    });
    this.#chart.setOption({
      grid: { left: 34, right: 10, top: 30, bottom: 24 },
      legend: { top: 0, right: 0, textStyle: { color: QUIET }, icon: 'rect', itemWidth: 14, itemHeight: 3 },
      tooltip: { trigger: 'axis' },
      xAxis: { type: 'time', axisLabel: { color: QUIET, hideOverlap: true }, axisLine: { lineStyle: { color: HAIR } } },
      yAxis: { type: 'value', min: 0, max: 100, interval: 50, axisLabel: { color: QUIET }, splitLine: { lineStyle: { color: HAIR } } },
      series: [
        series(text('desk.planned'), this.curve.planned, { color: QUIET, type: 'dashed', width: 1.5 }, false),
        series(text('desk.verified'), this.curve.verified, { color: INK, width: 2.2 }, 'end'),
      ],
    });
  }

  /** At once: a printer does not wait for the next frame. */
  #resize(size) {
    this.#chart?.resize(size);
    this.#chart?.getZr().flush();
  }

  connectedCallback() {
    super.connectedCallback();
    addEventListener('beforeprint', this.#toPaper);
    addEventListener('afterprint', this.#toGlass);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener('beforeprint', this.#toPaper);
    removeEventListener('afterprint', this.#toGlass);
    this.#chart?.dispose();
    this.#chart = null;
  }
}
customElements.define('s-curve', SCurve);
