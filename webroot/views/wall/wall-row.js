// One project in a line: its name, how far it is against the plan, why it has its colour, how old that is; and what just
// changed, from → to.
import { html, nothing } from 'lit';
import { age, endOf, shortDate } from '../../text/dates.js';
import { whole } from '../../text/numbers.js';
import { named, text } from '../../text/text.js';
import { lampOf } from '../part/lamp.js';
import { inTheWay, nextStep, reason, why } from '../part/words.js';
import { wide } from './measure.js';

/** In rem: a lamp's own size of words, and the smallest (style/wall.css); what a compact place leaves to a name. */
const KEY = 1.63;
const FAR = 1.22;
const COMPACT = 21.5;
/** A letter's edge. */
const AIR = 0.15;

const urgent = ({ lamp }) => lamp.colour === 'red' || lamp.colour === 'yellow';
/** A line ends at a word: some of it stays empty. */
const over = (words, line) => Math.ceil((wide(words) * 1.06) / line);

/** How many lines a name takes at the smallest size in so many rem; 0: it fits in one, at its lamp's or a little smaller. */
export const lines = (card, room) => (urgent(card) && wide(named(card.name), 700) * FAR <= room - AIR ? 0 : over(named(card.name), room / FAR));
export const compactLines = (card) => over(named(card.name), COMPACT / FAR);

/** As large as fits into so many rem, from the lamp's size down to the smallest. */
const fit = (words, weight, room) => `font-size: max(var(--far), ${Math.min(1, (room - AIR) / (wide(words, weight) * KEY)).toFixed(3)}em)`;

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

/** @param room how wide the names' column and the reasons' are, in rem */
export function cells(card, changes, now, room) {
  const name = named(card.name);
  const short = urgent(card) && !lines(card, room.name);
  const fresh = news(changes);
  const cause = card.lamp.colour === 'green' ? nextStep(card) : reason(card);
  return html`<div class="cells">
    ${lampOf(card)}
    <div class="name"><h2 .style=${urgent(card) ? fit(name, 700, room.name) : ''}>${name}</h2>${short ? html`<small>${nextStep(card)}</small>` : nothing}</div>
    ${progress(card)}
    <div class="reason"><p .style=${urgent(card) ? fit(cause, 500, room.reason) : ''}>${fresh ?? cause}</p>${urgent(card) ? html`<small>${why(card)[0]}${inTheWay(card)}</small>` : nothing}</div>
    <span class="age">${card.freshness.told ? html`${age(card.freshness.told, now)}<i><b .style=${`width: ${waited(card.freshness, now)}%`}></b></i>` : text('unreported')}</span>
  </div>`;
}

/** The same in little, for those that are well where not all have room. */
export const compact = (card, changes) => html`${lampOf(card)}<h2>${named(card.name)}</h2>
  <span class="reason">${news(changes) ?? (card.lamp.colour === 'grey' ? reason(card) : nothing)}</span>${progress(card)}`;
