// Which projects a list shows, and in which order, by what was asked of it ({q, lamp, sector, stage, who, sort}): an address says it
// whole, so a view that is kept is an address. Pure.
/** The board says how urgent a lamp is; the greatest comes first. */
const urgency = ({ lamp }) => -lamp.urgency;
/** Without a next milestone nothing is due. */
const due = ({ next }) => next?.days ?? Infinity;
const told = ({ freshness }) => freshness.told ?? '';
/** How far it is behind its plan, in points. */
const behind = ({ progress }) => (progress ? progress.verified - (progress.time ?? 0) : Infinity);

const compare = (one, other) => (one < other ? -1 : one > other ? 1 : 0);
const by = (...measures) => (a, b) => measures.reduce((order, of) => order || compare(of(a), of(b)), 0);

const urgent = by(urgency, due);

/** The order of the wall, and of a list of which no other was asked. */
export const urgentFirst = (cards) => [...cards].sort(urgent);

/** The orders that a list may have, the first where none is asked for. */
export const SORTS = new Map([['urgent', urgent], ['due', by(due)], ['behind', by(behind)], ['silent', by(told)], ['sector', by(({ sector }) => sector, urgency, due)], ['who', null], ['name', null]]);

const plain = (words) => words.toLowerCase().normalize('NFKC');

/** Everything of a card that somebody may look for it by. */
const words = ({ id, name, owner, milestones }) => plain([id, name.zh, name.en, owner, ...milestones.flatMap((step) => [step.name.zh, step.name.en])].filter(Boolean).join('\n'));

const fits = (card, { lamp, sector, stage }) =>
  (!lamp || card.lamp.colour === lamp) && (!sector || card.sector.split('.')[0] === sector) && (!stage || card.stage === stage);

/** In the order of the words, what has none last. */
const byWords = (of) => (a, b) => (of(a) && of(b) ? of(a).localeCompare(of(b), 'zh-CN') : of(a) ? -1 : of(b) ? 1 : 0);

/** @param nameOf the name to sort by, in the reader's language; @param whose (card) → who is responsible, by name */
export function select(cards, asked, nameOf, whose = () => []) {
  const said = plain(asked.q ?? '').split(/\s+/).filter(Boolean);
  const worded = new Map([['name', byWords(nameOf)], ['who', (a, b) => byWords((card) => whose(card)[0])(a, b) || urgent(a, b)]]);
  const order = worded.get(asked.sort) ?? SORTS.get(asked.sort) ?? SORTS.get('urgent');
  return cards.filter((card) => fits(card, asked) && (!asked.who || whose(card).includes(asked.who)) && said.every((word) => words(card).includes(word))).sort(order);
}
