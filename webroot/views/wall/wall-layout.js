// Who has which place on a wall of so much height: rows on the chart for what is urgent, and for everybody while there is room;
// else a compact place for those that are well. Only where not even that is enough do pages take turns. Heights in
// hundredths of the wall's width. Pure.
const ROW = { red: 3.22, yellow: 2.15, other: 1.66 };
/** Of a name that runs on. */
const LINE = 1.32;
const COMPACT = 1.7;
/** What says which page it is. */
const TURNS = 1.6;
/** So many lines are always left to those that are well. */
const FEWEST = 3;
const TURN_MILLIS = 12_000;

const urgent = ({ lamp }) => lamp.colour === 'red' || lamp.colour === 'yellow';
/** @param lines how many lines its name takes at the smallest size; 0 where it fits in one of its lamp's size */
export const height = ({ lamp }, lines) => Math.max(ROW[lamp.colour] ?? ROW.other, lines > 1 || (lines && urgent({ lamp })) ? lines * LINE + 0.1 : 0);

/** The part whose turn it is, or the one with somebody who must be seen now. */
function turn(cards, size, now, wanted) {
  const pages = Math.max(1, Math.ceil(cards.length / size));
  const shown = cards.findIndex(({ id }) => id === wanted);
  const page = shown >= 0 ? Math.floor(shown / size) : Math.floor(now / TURN_MILLIS) % pages;
  return { cards: cards.slice(page * size, (page + 1) * size), page, pages };
}

/** How many of the worst fit into so much height, page by page: as few as fit on the fullest page. */
function fitting(heights, space) {
  let room = space;
  const last = heights.findIndex((each) => (room -= each) < 0);
  return last < 0 ? heights.length : Math.max(1, last);
}

/** As many compact places as there is height for, with a line that says which page it is where they take turns. */
function turned(cards, space, each, columns, now, wanted) {
  const places = (height) => Math.max(1, Math.floor(height / each)) * columns;
  return turn(cards, places(cards.length > places(space) ? space - TURNS : space), now, wanted);
}

/**
 * @param room the height, and how many compact places stand side by side
 * @param lines of a card's name; of it in a compact place
 * @param wanted the id of a project that must be in sight: chosen, or changed a moment ago
 * @returns rows and compact places, each {cards, page, pages}
 */
export function placed(cards, room, lines, now, wanted = null) {
  const { space, columns } = room;
  const high = (some) => some.reduce((sum, card) => sum + height(card, lines.row(card)), 0);
  const small = (some) => Math.max(COMPACT, ...some.map((card) => lines.compact(card) * LINE + 0.1));
  if (!cards.some(({ milestones }) => milestones.length)) {
    const each = small(cards);
    return { rows: turn([], 1, now), compact: turned(cards, space, each, columns, now, wanted), each, bare: true };
  }
  if (high(cards) <= space) return { rows: turn(cards, cards.length || 1, now), compact: turn([], 1, now), each: COMPACT };
  const worst = cards.filter(urgent);
  const well = cards.filter((card) => !urgent(card));
  const each = small(well);
  const least = Math.min(FEWEST, Math.ceil(well.length / columns)) * each;
  const rows = turn(worst, fitting(worst.map((card) => height(card, lines.row(card))), space - least - TURNS) || 1, now, wanted);
  return { rows, compact: turned(well, space - 0.7 - high(rows.cards) - (rows.pages > 1 ? TURNS : 0), each, columns, now, wanted), each };
}
