// The milestones that a schedule makes, beside the plan that is: what is new, what would be different, what the file does not have.
// What the file says was done stands beside it, and nobody tells it.
import { nothing } from 'lit';
import { fullDate } from '../../text/dates.js';
import { named, text } from '../../text/text.js';
import { html } from '../part/html.js';

const was = (before, now, words) => (before !== undefined && words(before) !== words(now) ? html`<s>${words(before)}</s> ` : nothing);

function done({ percent, start, finish }) {
  if (finish) return text('schedule.done.finish', { date: fullDate(finish) });
  return [start && text('schedule.done.start', { date: fullDate(start) }), percent > 0 && `${percent}%`].filter(Boolean).join(' ');
}

export function scheduleLines({ lines, gone, again }) {
  const names = new Map(lines.map(({ milestone, name }) => [milestone, named(name)]));
  const after = (ids = []) => ids.map((id) => names.get(id) ?? id).join(text('join.and')) || '—';
  return html`<div class="scroll"><table class="schedule-lines"><thead><tr><th>${text('schedule.line')}</th><th>${text('field.weight')}</th><th>${text('field.start')}</th><th>${text('field.finish')}</th><th>${text('plan.after')}</th><th>${text('schedule.done')}</th></tr></thead>
    <tbody>${lines.map((line) => html`<tr data-state=${line.state} data-milestone=${line.milestone}>
      <th scope="row">${named(line.name)} <small class="badge">${text(`schedule.state.${line.state}`)}</small>${line.under ? html`<br /><small>${[line.code, line.under].filter(Boolean).join(' ')}</small>` : nothing}${line.cut ? html`<br /><small class="flaw">${text('schedule.cut-name')}</small>` : nothing}</th>
      <td class="number">${was(line.before?.weight, line.weight, String)}${line.weight}</td>
      <td>${was(line.before?.start, line.start, fullDate)}${fullDate(line.start)}</td><td>${was(line.before?.finish, line.finish, fullDate)}${fullDate(line.finish)}</td>
      <td class="after">${line.before ? was(line.before.after ?? [], line.after ?? [], after) : nothing}${after(line.after)}</td><td>${done(line.done)}</td></tr>`)}</tbody></table></div>
    ${gone.length ? html`<p class="gone">${text(again ? 'schedule.gone' : 'schedule.kept', { names: gone.map(({ name }) => named(name)).join(text('join.and')) })}</p>` : nothing}`;
}
