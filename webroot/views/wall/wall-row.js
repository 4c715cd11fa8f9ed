// One project in a line: its name, how far it is against the plan, why it has its colour, how old that is; and what just
// changed, from → to. What has room is measured: a name shrinks by its width, and what would be cut is said in fewer words.
import { nothing } from 'lit';
import { endOf, shortAge, shortDate } from '../../text/dates.js';
import { whole } from '../../text/numbers.js';
import { named, text } from '../../text/text.js';
import { ems, fitted } from '../part/fitted.js';
import { html } from '../part/html.js';
import { lampOf } from '../part/lamp.js';
import { next, nextStep, reason, sector } from '../part/words.js';

/** In rem, from five metres before a 65-inch display: what matters is 16 minutes of arc high, all that is said at least 12. */
export const MATTER = 1.62;
export const SAY = 1.22;
const BOLD = 700;
/** The widths of the columns of a row and of a tall one; the style sheet has the same. */
const NAME = { row: 16.6, tall: 21.8 };
/** What a compact place has beside its name. */
const BESIDE = 7;
const GAP = 1.2;
const REASON = { row: 15.2, tall: 17 };
const LARGEST = { row: 1.7, tall: 2.5, compact: MATTER };
/** One to three projects: a vast place each, in which all grows with its height, up to so much. What it has for its name and its reason. */
const VAST = { from: 12, whole: 20, name: 4, two: 3.2, reason: 2.6, under: 1.8 };
const vastName = (grown) => 50.3 - 4 * grown;
const vastReason = (grown) => 49.6 - 24 * grown;
/** How large a place of so much height is, of 1; 0 where it is not vast. */
export const grown = (high) => (high >= VAST.from ? Math.min(1, high / VAST.whole) : 0);
const TALL_TWO = 2;
const LARGE = 1.9;

const isUrgent = ({ lamp: { colour } }) => colour === 'red' || colour === 'yellow';
const weight = (card) => (isUrgent(card) ? BOLD : 500);

/** The width of a name where so many compact places share so much. */
export const shared = (width, columns) => (width - GAP * (columns - 1)) / columns - BESIDE;

/** A name in a place, as large as its measured width allows. */
function nameIn(card, place, width = NAME[place]) {
  const two = place === 'tall' ? TALL_TWO : place === 'row' && card.lamp.colour === 'red' ? MATTER : SAY;
  return fitted(named(card.name), width, { most: LARGEST[place], least: SAY, two, weight: weight(card) });
}

const heading = (card, { size, lines }) => html`<h2 class=${['', 'two', 'two three'][lines - 1]} .style=${`font-size: ${size.toFixed(3)}rem`}>${named(card.name)}</h2>`;

/** Why a red is red stays as large, in two lines where it must; why a yellow is yellow shrinks first. */
const reasonIn = (card, place) => fitted(reason(card), REASON[place], { most: place === 'tall' ? LARGE : MATTER, least: card.lamp.colour === 'red' ? MATTER : SAY, weight: 500 });

const fits = (words, width, size, bold) => ems(words, bold) * size <= width;

/** What stands in the reason's place: of a green one the next step, in as many words as there is room for. */
function reasonOf(card, width) {
  if (card.lamp.colour !== 'green') return reason(card);
  return [nextStep(card), next(card)].find((words) => fits(words, width, SAY, 400)) ?? next(card);
}

/** How many lines cards need: in a row, and in a compact place whose name has so much width. */
export const long = {
  row: (card) => Math.max(nameIn(card, 'row').lines, isUrgent(card) ? reasonIn(card, 'row').lines : 1),
  compact: (card, width) => nameIn(card, 'compact', width).lines,
};

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
const news = (changes) => (changes?.length ? WORDS[changes[0].what](changes[0]) : null);
const fresh = (words) => html`<em class="new">${words}</em>`;

/** How much of its cadence a project has used since then, 0–100; the day by which it must speak ends at midnight. */
function waited(freshness, now) {
  const from = Date.parse(freshness.told);
  const due = endOf(freshness.dueBy);
  return Math.min(100, Math.max(0, ((now - from) / (due - from)) * 100));
}

const percent = (card, what = nothing) => html`<span class="percent">${card.progress ? html`${whole(card.progress.verified)}<small>%</small>${what}` : html`<small>—</small>`}</span>`;
/** Verified → said / planned by now; three digits twice stand closer. */
function against({ progress }) {
  if (!progress) return html`<span class="against"></span>`;
  const { pending, time } = progress;
  const wide = pending !== undefined && Math.max(whole(pending), whole(time)) >= 100;
  return html`<span class="against ${wide ? 'wide' : ''}">${pending === undefined ? nothing : html`<i>→${whole(pending)}</i>`}${wide ? '/' : ' / '}${whole(time)}</span>`;
}

/** Under the name, while the row is high enough. */
function under(card, width) {
  return [[sector(card), nextStep(card)], [nextStep(card)], [sector(card), next(card)], [next(card)]]
    .map((words) => words.filter(Boolean).join(' · ')).find((words) => fits(words, width, SAY, 400)) ?? '';
}

/** Where there is room for it, every figure says what it is. */
function vast(card, changes, now, size) {
  const name = fitted(named(card.name), vastName(size), { most: VAST.name * size, least: SAY, two: VAST.two * size, weight: weight(card) });
  const why = reasonOf(card, vastReason(size));
  const said = fitted(why, vastReason(size), { most: VAST.reason * size, least: card.lamp.colour === 'red' ? MATTER : SAY, weight: 500 });
  const changed = news(changes);
  const { progress, freshness } = card;
  const aside = progress && [progress.pending !== undefined && text('wall.pending', { percent: whole(progress.pending) }), text('wall.time', { percent: whole(progress.time) })].filter(Boolean).join(' · ');
  return html`<div class="cells" .style=${`--grown: ${size}`}>
    ${lampOf(card)}<div class="name">${heading(card, name)}<small>${changed ? fresh(changed) : under(card, (vastName(size) * SAY) / Math.max(SAY, VAST.under * size))}</small></div>
    ${percent(card, html` <small class="what">${text('wall.progress')}</small>`)}<div class="reason"><p .style=${`font-size: ${said.size.toFixed(3)}rem`}>${why}</p></div>
    <span class="against">${aside ?? ''}</span><span class="age">${freshness.told ? html`${text('wall.column.age')} ${shortAge(freshness.told, now)}<i><b .style=${`width: ${waited(freshness, now)}%`}></b></i>` : '—'}</span></div>`;
}

export function cells(card, changes, now, high) {
  const tall = high > 0;
  if (grown(high)) return vast(card, changes, now, grown(high));
  const place = tall ? 'tall' : 'row';
  const changed = news(changes);
  const two = tall || isUrgent(card);
  const why = reasonOf(card, REASON[place]);
  return html`<div class="cells">
    ${lampOf(card)}
    <div class="name">${heading(card, nameIn(card, place))}${two ? html`<small>${changed ? fresh(changed) : under(card, NAME[place])}</small>` : nothing}</div>
    ${percent(card)}${against(card)}
    <div class="reason"><p .style=${isUrgent(card) ? `font-size: ${reasonIn(card, place).size.toFixed(3)}rem` : ''}>${changed && !two ? fresh(changed) : why}</p></div>
    <span class="age">${card.freshness.told ? html`${shortAge(card.freshness.told, now)}<i><b .style=${`width: ${waited(card.freshness, now)}%`}></b></i>` : '—'}</span>
  </div>`;
}

/** The same in little, for those that are well where not all have room: what changed, or why it is grey, only where that fits. */
export function compact(card, changes, width) {
  const aside = news(changes) ?? (card.lamp.colour === 'grey' ? reason(card) : '');
  const room = width - ems(aside) * SAY - 0.4;
  const shown = aside && fits(named(card.name), room, SAY, 500);
  return html`${lampOf(card)}${heading(card, nameIn(card, 'compact', shown ? room : width))}
    ${shown ? html`<span class="reason">${changes?.length ? fresh(aside) : aside}</span>` : html`<span></span>`}${percent(card)}`;
}
