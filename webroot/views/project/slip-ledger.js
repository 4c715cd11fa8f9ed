// Every move of a promised day: from → to, days, why, who; and in all the days by the reason given and by what held it up; not in all
// where `slips` are a part.
import { nothing } from 'lit';
import { dayOf, shortDate } from '../../text/dates.js';
import { named, text } from '../../text/text.js';
import { Element } from '../part/element.js';
import { html } from '../part/html.js';
import { beyond, rest } from '../part/on-paper.js';

/** On paper: those moved last. */
const FEW = 5;
const DAY = 86_400_000;
const between = (from, to) => Math.round((Date.parse(to) - Date.parse(from)) / DAY);
const signed = (n) => (n > 0 ? `+${n}` : `−${-n}`);

class SlipLedger extends Element {
  static properties = { slips: { attribute: false }, card: { attribute: false }, part: { type: Boolean } };

  render() {
    const { slips, card } = this;
    if (!slips?.length) return nothing;
    const { rePromises, days, byReason, finishingDays, unexplainedDays, byFactor, unchargedDays } = card.slippage;
    const parts = (of, ...others) => [...Object.entries(of ?? {}).map(([cause, n]) => [`factor.${cause}`, n]), ...others]
      .filter(([, n]) => n).map(([key, n]) => text('slip.part', { cause: text(key), n })).join(text('join.comma'));
    const reasons = parts(byReason, ['slip.finishing', finishingDays], ['factor.unexplained', unexplainedDays]);
    const charged = parts(byFactor, ['slip.uncharged', unchargedDays]);
    return html`<h3>${text('slip.title')}</h3><table class="slips"><tbody>${slips.slice().reverse().map((slip, i) => html`<tr data-slip=${slip.seq} class=${beyond(i, FEW)}>
      <td>${shortDate(slip.asOf ?? dayOf(slip.at))}</td><td>${named(card.milestones.find(({ id }) => id === slip.milestone)?.name) || slip.milestone}
        <small>${text(`slip.${slip.what}`)} · ${slip.by.name}${slip.asOf ? ` · ${text('slip.history')}` : ''}${slip.note ? ` · ${slip.note}` : ''}</small></td>
      <td>${shortDate(slip.from)} → ${shortDate(slip.to)}</td>
      <td>${slip.cause ? text(`factor.${slip.cause}`) : slip.what === 'actual' ? '' : text('factor.unexplained')} ${signed(between(slip.from, slip.to))}</td></tr>`)}</tbody></table>${rest(slips.length, FEW)}
      ${this.part ? nothing : html`<p class="note">${text('slip.sum', { n: rePromises, days, parts: reasons || text('slip.none') })}</p>
      ${charged && charged !== reasons ? html`<p class="note">${text('slip.charged', { parts: charged })}</p>` : nothing}`}`;
  }
}
customElements.define('slip-ledger', SlipLedger);
