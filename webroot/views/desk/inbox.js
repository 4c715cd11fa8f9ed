// What waits for a person among these cards: each list in the order in which it presses.
import { blocked, directed, found, nextDue } from '../part/words.js';

const SOON_DAYS = 7;

/** → reports [{card, report}], and the others as [{card, words}] for a list of things to do. */
export function waits(cards, { role }) {
  const writes = role === 'manager' || role === 'office';
  const items = (of, words, wanted) => cards.flatMap((card) => (of(card) ?? []).filter(wanted).map((item) => ({ card, words: words(item) })));
  const due = ({ next, lamp }) => next && next.days <= SOON_DAYS && !['not-started', 'suspended', 'cancelled'].includes(lamp.reasons[0]?.code);
  return {
    reports: writes ? cards.flatMap((card) => (card.pending ?? []).map((report) => ({ card, report }))).sort((a, b) => a.report.seq - b.report.seq) : [],
    directives: items((card) => card.directives, directed, ({ status }) => (role === 'manager' ? status !== 'answered' : status === 'answered')),
    promises: items((card) => card.blockers, blocked, ({ past }) => past > 0),
    hazards: items((card) => card.safety?.open, found, ({ status }) => status !== 'noticed' || role !== 'leader'),
    due: cards.filter(due).sort((a, b) => a.next.days - b.next.days).map((card) => ({ card, words: nextDue(card) })),
    silent: cards.filter(({ lamp }) => lamp.reasons.some(({ code }) => code === 'silent')),
  };
}

export const count = (waiting) => Object.values(waiting).reduce((sum, { length }) => sum + length, 0);
