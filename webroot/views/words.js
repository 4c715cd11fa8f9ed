// Cards and entries as sentences.
import { age, shortDate } from '../text/dates.js';
import { has, named, text } from '../text/text.js';

const milestoneName = (card, id) => named(card?.milestones.find((milestone) => milestone.id === id)?.name) || id;

const parameters = (card, { milestone, date, days, points }) => ({
  days, points, milestone: milestoneName(card, milestone), date: date && shortDate(date),
});

/** The first reason in a few words: 逾期 24 天. */
export const reason = (card) => {
  const [first] = card.lamp.reasons;
  return first ? text(`reason.${first.code}`, parameters(card, first)) : '';
};

/** Every reason as a sentence. */
export const why = (card) => card.lamp.reasons.length
  ? card.lamp.reasons.map((each) => text(`why.${each.code}`, parameters(card, each)))
  : [text('why.green')];

export const ways = (card) => card.lamp.toGreen.map((each) => text(`way.${each.code}`, parameters(card, each)));

/** The next milestone's days: 剩 9 天. */
export function next(card) {
  if (!card.next) return '';
  const { days } = card.next;
  return days === 0 ? text('days.today') : text(days > 0 ? 'days.left' : 'days.late', { days: Math.abs(days) });
}

export const nextName = (card) => (card.next ? milestoneName(card, card.next.milestone) : '');

export const by = (author) => (author.company ? text('by.company', author) : author.name);

/** What the entry says, without who and when. `reportOf` finds the report that a verdict answers, where it is known. */
export function said(entry, card, reportOf = () => null) {
  const { update } = entry;
  const report = update.report && reportOf(update.report);
  const about = report?.update ?? update;
  const values = {
    ...update, milestone: milestoneName(card, about.milestone), percent: about.percent, from: about.from ?? 0,
    start: update.start && shortDate(update.start), finish: update.finish && shortDate(update.finish),
    forecast: update.forecast && shortDate(update.forecast), name: update.name?.zh ? named(update.name) : update.name,
  };
  const key = report && has(`entry.${update.kind}-of`) ? `entry.${update.kind}-of` : `entry.${update.kind}`;
  return text(key, values) + (update.forecast ? ` · ${text('entry.forecast', values)}` : '');
}

/** Who said it, whether it still waits for a verdict, and how long ago. */
export function about(entry, card, now) {
  const reported = entry.update.kind === 'progress-reported' && entry.by.role === 'contractor';
  const waits = reported && card?.pending?.some(({ seq }) => seq === entry.seq);
  const who = reported ? text('by.reported', { by: by(entry.by) }) : by(entry.by);
  return [who, ...(waits ? [text('entry.waiting')] : []), age(entry.at, now)].join(' · ');
}
