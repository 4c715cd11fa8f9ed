// A project in figures, and its milestones with plan, forecast and actual on an axis of their own: for whoever stands far away.
import { html, nothing, svg } from 'lit';
import { fullDate, shortDate } from '../text/dates.js';
import { named, text } from '../text/text.js';
import { Axis } from './axis.js';
import { track } from './track.js';

const number = (value, label) => html`<div><b class=${value ? '' : 'none'}>${value || text('unreported')}</b><span>${label}</span></div>`;

export function numbers({ progress, forecast, slippage, investment }) {
  return html`<div class="numbers">
    ${number(progress && `${progress.verified}%`, text('focus.verified'))}
    ${progress?.pending > progress?.verified ? number(`${progress.pending}%`, text('focus.pending')) : nothing}
    ${number(progress && `${progress.time}%`, text('focus.time'))}
    ${number(forecast && forecast.spi.toFixed(2), text('focus.spi'))}
    ${number(forecast?.finish && fullDate(forecast.finish), text('focus.finish'))}
    ${number(slippage && text('focus.days', { n: slippage.days }), text('focus.slipped', { n: slippage?.rePromises ?? 0 }))}
    ${number(investment?.rate !== undefined && `${investment.rate}%`, text('focus.investment'))}
  </div>`;
}

export function milestones(card, day) {
  if (!card.milestones.length) return html`<p class="quiet">${text('why.no-plan')}</p>`;
  const days = card.milestones.flatMap(({ baseline, forecast, actual }) => [baseline.start, baseline.finish, forecast, actual]).filter(Boolean).sort();
  const axis = Axis.over(day, days[0], days.at(-1));
  return html`<table><thead><tr><th>${text('desk.milestone')}</th><th class="number">${text('desk.weight')}</th><th>${text('desk.plan')}</th>
      <th>${text('desk.forecast')}</th><th class="number">${text('desk.progress')}</th><th class="number">${text('wall.timeShort')}</th><th class="time"></th></tr></thead>
    <tbody>${card.milestones.map((step) => html`<tr class=${card.lamp.colour}><th>${named(step.name)}</th><td class="number">${step.weight}</td>
      <td>${shortDate(step.baseline.finish)}</td>
      <td class=${!step.actual && step.forecast > step.baseline.finish ? 'late' : ''}>${step.actual ? text('desk.actual', { date: shortDate(step.actual) })
        : step.forecast ? shortDate(step.forecast) : step.pushed ? text('focus.pushed', { date: shortDate(step.pushed.to) }) : '—'}</td>
      <td class="number">${step.asOf && !step.actual ? html`<small>${shortDate(step.asOf)}</small> ` : nothing}<b>${step.percent.verified ?? 0}%</b>${step.percent.pending > (step.percent.verified ?? 0) ? html` <small>→ ${step.percent.pending}%</small>` : nothing}</td>
      <td class="number">${Math.round(step.time)}%</td>
      <td class="time"><svg class="track" aria-hidden="true">${track({ milestones: [step] }, axis)}
        ${svg`<line class="now" x1="${axis.today}%" x2="${axis.today}%" y1="0" y2="100%" />`}</svg></td></tr>`)}</tbody></table>`;
}
