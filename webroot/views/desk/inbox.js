// What waits for a person, as the board lists it (store/today.js), in words: each list in the order in which it presses.
import { blocked, directed, found, inOneLine, nextDue, why } from '../part/words.js';

const bySeq = (items, ref) => items?.find(({ seq }) => seq === ref);

/** Of each kind of item its list, and its words; null where the card says already that it is over. */
const LISTS = {
  red: ['reds', (card) => (card.lamp.colour === 'red' ? [why(card)[0], inOneLine(why(card).slice(1, 3)), true] : null)],
  directive: ['directives', (card, ref) => worded(bySeq(card.directives, ref), directed)],
  hazard: ['hazards', (card, ref) => worded(bySeq(card.safety?.open, ref), found)],
  promise: ['promises', (card, ref) => worded(bySeq(card.blockers, ref), blocked)],
  due: ['due', (card) => (card.next ? nextDue(card) : null)],
  plan: ['plans', (card) => [why(card)[0], '', false]],
};
const worded = (item, words) => (item ? words(item) : null);

/** Where in its project it is done. */
const itemOf = (card, what, ref) => (ref ? { entry: ref } : what === 'due' ? { milestone: card.next?.milestone } : {});

/** → reports [{card, report}], silent [card], and the others as [{card, item, words}] for a list of things to do. */
export function waits(items, cards) {
  const lists = { reports: [], reds: [], directives: [], hazards: [], promises: [], due: [], silent: [], plans: [] };
  for (const { project, what, ref } of items) {
    const card = cards.get(project);
    if (!card) continue;
    if (what === 'silent') lists.silent.push(card);
    else if (what === 'report') {
      const report = bySeq(card.pending, ref);
      if (report) lists.reports.push({ card, report });
    } else {
      const [list, say] = LISTS[what];
      const words = say(card, ref);
      if (words) lists[list].push({ card, item: itemOf(card, what, ref), words });
    }
  }
  return lists;
}

export const count = (waiting) => Object.values(waiting).reduce((sum, { length }) => sum + length, 0);
