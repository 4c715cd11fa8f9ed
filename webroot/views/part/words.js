// Cards and entries as sentences.
import { age, dayOf, fullDate, monthYear, shortDate } from '../../text/dates.js';
import { joined } from '../../text/join.js';
import { fieldsOf, word } from '../../text/kinds.js';
import { amount } from '../../text/numbers.js';
import { has, named, opening, text } from '../../text/text.js';

/** What a plan has no more has no name; its id says nothing to a person. */
export const stepName = (card, id) => named(card?.milestones?.find((milestone) => milestone.id === id)?.name) || text('step.gone');

/** Projects by name; those that left the board are counted. `cards`: those on it. */
export function projectNames(ids, cards) {
  const names = ids.map((id) => named(cards.find((card) => card.id === id)?.name)).filter(Boolean);
  const gone = ids.length - names.length;
  return [...names, ...(gone ? [text(gone > 1 ? 'project.gones' : 'project.gone', { n: gone })] : [])];
}

const parameters = (card, { milestone, date, days, points, factor }) => ({
  days, points, milestone: stepName(card, milestone), date: date && shortDate(date), factor: factor && text(`factor.${factor}`),
});

/** What the reason is about, as it was told: the hazard, the order, the blocker; null where it is about dates. */
function told(card, { ref }) {
  const bySeq = (items) => items?.find(({ seq }) => seq === ref);
  const hazard = ref && bySeq(card.safety?.open);
  if (hazard) return `${text(`severity.${hazard.severity}`)}\u00a0· ${hazard.place}${text('join.that')}${hazard.text}`;
  return (ref && (bySeq(card.directives) ?? bySeq(card.blockers))?.text) ?? null;
}

function sentenceOf(card, each) {
  const said = told(card, each);
  const key = said && has(`why.${each.code}-of`) ? `why.${each.code}-of` : `why.${each.code}`;
  return text(key, { ...parameters(card, each), said });
}

/** The first reason in a few words: 逾期 24 天. */
export const reason = (card) => {
  const [first] = card.lamp.reasons;
  return first ? opening(text(`reason.${first.code}`, parameters(card, first))) : '';
};

/** Every reason as a sentence. */
export const why = (card) => card.lamp.reasons.length
  ? card.lamp.reasons.map((each) => sentenceOf(card, each))
  : [text('why.green')];

export const inOneLine = (sentences) => joined(sentences, text('join.clause'));

export const ways = (card) => [...new Set(card.lamp.toGreen.map((each) => text(`way.${each.code}`, parameters(card, each))))];

/** As of when it is known how it stands (the wall's figure), and by when it must be told again: on the desk, on the phone. */
export const fresh = ({ told, dueBy }, now) => text(told ? 'desk.fresh' : 'desk.fresh.none', { age: told && age(told, now), date: fullDate(dueBy) });

/**
 * A milestone's days. Against its plan it has days left, or is late; against its forecast, where it has one, it is expected
 * in days, or its forecast has passed: two measures, and two names.
 */
export function daysOf({ days, forecast }) {
  if (days === undefined) return text('report.step.done');
  const measure = forecast ? ['days.expectedToday', 'days.expectedIn', 'days.overran'] : ['days.today', 'days.left', 'days.late'];
  return text(measure[days === 0 ? 0 : days > 0 ? 1 : 2], { days: Math.abs(days) });
}

/** The next milestone's days: 剩 9 天. */
export const next = (card) => (card.next ? daysOf(card.milestones.find(({ id }) => id === card.next.milestone)) : '');

/** The next milestone with its days: 冷库 剩 9 天. */
export const nextStep = (card) => (card.next ? `${stepName(card, card.next.milestone)} ${next(card)}` : '');

/** The next milestone for a list of what is due: [what and when, how far it is, whether it is late]. */
export function nextDue(card) {
  const { percent, pushed } = card.milestones.find(({ id }) => id === card.next.milestone);
  const { due, days } = card.next;
  return [nextStep(card), [text('desk.due.aside', { date: shortDate(due), percent: percent.verified ?? 0 }),
    pushed && text('focus.pushed', { date: shortDate(pushed.to) })].filter(Boolean).join(' · '), days < 0];
}

/** The kind of work in a word; a sector without one goes by its own name. */
export function sector(card) {
  const key = `sector.${card.sector.split('.')[0]}`;
  return has(key) ? text(key) : card.sector;
}

function promise({ promised, past }) {
  if (!promised) return '';
  return text(past > 0 ? 'focus.promisePast' : 'focus.promised', { date: shortDate(promised), days: past });
}

/** What is due on a day off may be done on the next working day: that the other day counts is said beside it. */
export const dayOff = ({ until }) => (until ? text('focus.dayOff', { date: shortDate(until) }) : '');

/** The oldest blocker that holds up what the lamp is about first, as a sentence; null where that speaks for itself. */
export function inTheWay(card) {
  const [{ ref, milestone } = {}] = card.lamp.reasons;
  const blocker = !ref && card.blockers?.find(({ milestones }) => !milestone || !milestones || milestones.includes(milestone));
  if (!blocker) return null;
  const { factor, text: said } = blocker;
  return text(blocker.promised ? 'focus.inTheWayPromised' : 'focus.inTheWay', { factor: opening(text(`factor.${factor}`)), text: said, promise: promise(blocker) });
}

/** → [sentence, aside, whether it is overdue] */
export const blocked = (blocker) => [
  `${opening(text(`factor.${blocker.factor}`))} ${text('focus.days', { n: blocker.days })} · ${blocker.text}`,
  [blocker.need, blocker.from, promise(blocker) + dayOff(blocker), blocker.promises > 1 && text('focus.promises', { n: blocker.promises }),
    blocker.level !== 'project' && text(`level.${blocker.level}`), blocker.cost > 0 && text('focus.cost', { n: blocker.cost })].filter(Boolean).join(' · '),
  blocker.past > 0];

export const found = (hazard) => [
  `${opening(text(`severity.${hazard.severity}`))} · ${hazard.place}${text('join.that')}${hazard.text}`,
  [opening(text(`hazard.${hazard.status}`)), hazard.notice, hazard.deadline && text('focus.deadline', { date: shortDate(hazard.deadline) }) + dayOff(hazard),
    hazard.past && text('days.late', { days: hazard.past })].filter(Boolean).join(' · '),
  hazard.past > 0];

export const directed = (directive) => [
  directive.text,
  [directive.by, directive.owner && text('directive.owner', directive), text(`directive.${directive.status}`), text('focus.deadline', { date: shortDate(directive.deadline) }) + dayOff(directive),
    directive.past && text('days.late', { days: directive.past })].filter(Boolean).join(' · '),
  directive.past > 0];

export const by = (author) => (author.company ? text('by.company', author) : author.name);

const DATES = ['start', 'finish', 'forecast', 'deadline', 'promised', 'on', 'asOf'];

/** The update's fields as a person would write them. */
function spoken(update) {
  const values = { ...update };
  for (const field of DATES) if (typeof update[field] === 'string') values[field] = shortDate(update[field]);
  for (const { name, options } of fieldsOf(update.kind)) if (options && update[name]) values[name] = word(update.kind, name, update[name]);
  if (update.month) values.month = monthYear(`${update.month}-01`);
  if (update.completed !== undefined) values.completedMillions = amount(update.completed).m;
  const name = update.name ?? update.template?.name;
  if (name?.zh) values.name = named(name);
  return values;
}

/** The sentence that fits: a verdict on a report that is known, a re-check that passed or failed, else the kind's. */
function sentence({ kind, passed }, report) {
  const key = `entry.${kind}`;
  if (report && has(`${key}-of`)) return `${key}-of`;
  return kind === 'hazard-rechecked' ? `${key}-${passed ? 'passed' : 'failed'}` : key;
}

/** What the entry says, without who and when. `reportOf` finds the report that a verdict answers, where it is known. */
export function said(entry, card, reportOf = () => null) {
  const { update } = entry;
  const report = update.report && reportOf(update.report);
  const about = report?.update ?? update;
  const values = {
    ...spoken(update), milestone: update.kind === 'milestone-planned' ? named(update.name) : stepName(card, about.milestone), percent: about.percent, from: about.from ?? 0,
    cause: text(`factor.${update.cause ?? 'unexplained'}`),
  };
  const expected = update.kind === 'progress-reported' && update.forecast;
  const unit = about.done === undefined ? null : card?.milestones?.find(({ id }) => id === about.milestone)?.measure?.unit ?? '';
  return opening(text(sentence(update, report), values)) + (unit === null ? '' : ` · ${text('entry.done', { done: about.done, unit })}`) + (expected ? ` · ${text('entry.forecast', values)}` : '');
}

/** What speaks of an earlier day than it came on says of both which is which. */
const dated = ({ at, update: { asOf } }) => (asOf && asOf < dayOf(at) ? text('desk.asOf', { date: shortDate(asOf) }) : null);

/** Who said it, whether it still waits for a verdict, and how long ago it came; `brief` leaves out of when it is. */
export function about(entry, card, now, brief = false) {
  const reported = entry.update.kind === 'progress-reported' && entry.by.role === 'contractor';
  const waits = reported && card?.pending?.some(({ seq }) => seq === entry.seq);
  const who = reported ? text('by.reported', { by: by(entry.by) }) : by(entry.by);
  const earlier = dated(entry);
  return [who, waits && text('entry.waiting'), brief ? null : earlier, earlier ? text('desk.arrived', { age: age(entry.at, now) }) : age(entry.at, now)].filter(Boolean).join(' · ');
}
