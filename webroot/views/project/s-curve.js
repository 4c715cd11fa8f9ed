// Planned against verified, drawn by ECharts, which is fetched only when a curve is looked at.
import { text } from '../../text/text.js';
import { Element } from '../part/element.js';
import { html } from '../part/html.js';

const style = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

/** A project is read anew after each of its entries, of which few move its curve. */
const moved = (now, was) => JSON.stringify(now) !== JSON.stringify(was);

class SCurve extends Element {
  static properties = { curve: { attribute: false, hasChanged: moved } };
  #chart = null;

  render() {
    return html`<div class="curve"></div>`;
  }

  async updated() {
    const echarts = await import('echarts');
    if (!this.isConnected) return;
    this.#chart ??= echarts.init(this.querySelector('.curve'), null, { renderer: 'svg' });
    const ink = style('--ink-3');
    const series = (name, points, line, step) => ({
      name, type: 'line', step, showSymbol: false, animation: false, lineStyle: line, itemStyle: { color: line.color },
      data: points.map(({ day, percent }) => [day, percent]),
    });
    this.#chart.setOption({
      grid: { left: 34, right: 10, top: 30, bottom: 24 },
      legend: { top: 0, right: 0, textStyle: { color: ink }, icon: 'rect', itemWidth: 14, itemHeight: 3 },
      tooltip: { trigger: 'axis' },
      xAxis: { type: 'time', axisLabel: { color: ink, hideOverlap: true }, axisLine: { lineStyle: { color: style('--hair') } } },
      yAxis: { type: 'value', min: 0, max: 100, interval: 50, axisLabel: { color: ink }, splitLine: { lineStyle: { color: style('--hair') } } },
      series: [
        series(text('desk.planned'), this.curve.planned, { color: ink, type: 'dashed', width: 1.5 }, false),
        series(text('desk.verified'), this.curve.verified, { color: style('--ink'), width: 2.2 }, 'end'),
      ],
    });
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#chart?.dispose();
    this.#chart = null;
  }
}
customElements.define('s-curve', SCurve);
