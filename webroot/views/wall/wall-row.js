// One project in a line: its name, how far it is against the plan, why it has its colour, how old that is; and what just
// changed, from → to.
import { html, nothing } from 'lit';
import { age, endOf, shortDate } from '../../text/dates.js';
import { breadth, whole } from '../../text/numbers.js';
import { named, text } from '../../text/text.js';
import { lampOf } from '../part/lamp.js';
import { nextStep, reason, sector } from '../part/words.js';

/** How many em of a name fit into a line, by severity. */
const LINE = { red: 9.05, yellow: 11.05 };
const LINE_ELSE = 14;

/** How much smaller a name is set so that it fits, as a class. */
export function size(name, line) {
  const wide = breadth(name);
  return wide <= line ? '' : wide <= line * 1.35 ? 'long' : 'longer';
}

const WORDS = {
  lamp: ({ from, to }) => text('change.lamp', { from: text(`lamp.${from}`), to: text(`lamp.${to}`) }),
  verified: ({ from, to }) => text('change.verified', { from: from === undefined ? '—' : whole(from), to: to === undefined ? '—' : whole(to) }),
  pending: ({ from, to }) => text('change.pending', { from: from === undefined ? '—' : whole(from), to: to === undefined ? '—' : whole(to) }),
  forecast: ({ milestone, from, to }) => text('change.forecast', { milestone: named(milestone), from: shortDate(from), to: shortDate(to) }),
  raised: ({ to }) => text('change.raised', { factor: text(`factor.${to}`) }),
  cleared: ({ from }) => text('change.cleared', { factor: text(`factor.${from}`) }),
  confirmed: () => text('change.confirmed'),
};

/** The weightiest thing that changed a moment ago, as words; or nothing. */
export const news = (changes) => (changes?.length ? html`<em class="new">${WORDS[changes[0].what](changes[0])}</em>` : null);

/** How much of its cadence a project has used since then, 0–100; the day by which it must speak ends at midnight. */
function waited(freshness, now) {
  const from = Date.parse(freshness.told);
  const due = endOf(freshness.dueBy);
  return Math.min(100, Math.max(0, ((now - from) / (due - from)) * 100));
}

const progress = (card) => html`
  <span class="percent">${card.progress ? html`${whole(card.progress.verified)}<small>%</small>` : html`<small>${text('unreported')}</small>`}</span>
  <span class="against">${card.progress ? html`${card.progress.pending === undefined ? nothing : html`<i>→${whole(card.progress.pending)}</i>`} / ${whole(card.progress.time)}` : nothing}</span>`;

export function cells(card, changes, now) {
  const { colour } = card.lamp;
  const urgent = colour === 'red' || colour === 'yellow';
  const name = named(card.name);
  const line = LINE[colour] ?? LINE_ELSE;
  const fresh = news(changes);
  const small = urgent ? fresh ?? [sector(card), nextStep(card)].filter(Boolean).join(' · ') : breadth(name) + breadth(sector(card)) * 0.8 + 1 < line ? sector(card) : nothing;
  const why = colour === 'green' ? nextStep(card) : reason(card);
  return html`<div class="cells">
    ${lampOf(card)}
    <div class="name"><h2 class=${size(name, line)}>${name}</h2><small>${small}</small></div>
    ${progress(card)}
    <span class="reason">${urgent ? why : fresh ?? why}</span>
    <span class="age">${card.freshness.told ? html`${age(card.freshness.told, now)}<i><b .style=${`width: ${waited(card.freshness, now)}%`}></b></i>` : text('unreported')}</span>
  </div>`;
}

/** The same in little, for those that are well where not all have room. */
export const compact = (card, changes) => html`${lampOf(card)}<h2 class=${size(named(card.name), LINE_ELSE)}>${named(card.name)}</h2>
  <span class="reason">${news(changes) ?? (card.lamp.colour === 'grey' ? reason(card) : nothing)}</span>${progress(card)}`;
