// A project in figures, for whoever stands far away.
import { nothing } from 'lit';
import { shortDate } from '../../text/dates.js';
import { hundredths } from '../../text/numbers.js';
import { text } from '../../text/text.js';
import { html } from './html.js';

const figure = (value, label) => html`<div><b class=${value ? '' : 'none'}>${value || text('unreported')}</b><span>${label}</span></div>`;

export function figures({ progress, forecast, slippage, investment }) {
  const moved = slippage?.days;
  return html`<div class="numbers">
    ${figure(progress && `${progress.verified}%`, text('focus.verified'))}
    ${progress?.pending === undefined ? nothing : figure(`${progress.pending}%`, text('focus.pending'))}
    ${figure(progress && `${progress.time}%`, text('focus.time'))}
    ${figure(forecast && hundredths(forecast.spi), text('focus.spi'))}
    ${figure(forecast?.finish && shortDate(forecast.finish), text('focus.finish'))}
    ${moved === undefined ? nothing : figure(text('focus.days', { n: Math.abs(moved) }), text(moved < 0 ? 'focus.ahead' : 'focus.slipped', { n: slippage.rePromises ?? 0 }))}
    ${figure(investment?.rate !== undefined && `${investment.rate}%`, text('focus.investment'))}</div>`;
}
