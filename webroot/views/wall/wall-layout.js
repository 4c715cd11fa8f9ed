// Who has which place on a wall of so much height: rows on the chart for what is urgent, and for everybody while there is room;
// else a compact place for those that are well. Only where not even that is enough do pages take turns. Heights in
// hundredths of the wall's width. Pure.
const ROW = { red: 2.5, yellow: 2, other: 1.42 };
const COMPACT = 1.55;
/** So many lines are always left to those that are well. */
const FEWEST = 3;
const TURN_MILLIS = 12_000;

const urgent = ({ lamp }) => lamp.colour === 'red' || lamp.colour === 'yellow';
const high = (cards) => cards.reduce((sum, { lamp }) => sum + (ROW[lamp.colour] ?? ROW.other), 0);

/** The part whose turn it is, or the one with somebody who must be seen now. */
function turn(cards, size, now, wanted) {
  const pages = Math.max(1, Math.ceil(cards.length / size));
  const shown = cards.findIndex(({ id }) => id === wanted);
  const page = shown >= 0 ? Math.floor(shown / size) : Math.floor(now / TURN_MILLIS) % pages;
  return { cards: cards.slice(page * size, (page + 1) * size), page, pages };
}

/** How many of the worst fit into so much height. */
function fitting(cards, space) {
  let room = space;
  const last = cards.findIndex((card) => (room -= ROW[card.lamp.colour]) < 0);
  return last < 0 ? cards.length : Math.max(1, last);
}

/**
 * @param room the height, and how many compact places stand side by side
 * @param wanted the id of a project that must be in sight: chosen, or changed a moment ago
 * @returns rows and compact places, each {cards, page, pages}
 */
export function placed(cards, room, now, wanted = null) {
  const { space, columns } = room;
  if (!cards.some(({ milestones }) => milestones.length)) {
    return { rows: turn([], 1, now), compact: turn(cards, Math.max(FEWEST, Math.floor(space / COMPACT)) * columns, now, wanted), bare: true };
  }
  if (high(cards) <= space) return { rows: turn(cards, cards.length || 1, now), compact: turn([], 1, now) };
  const worst = cards.filter(urgent);
  const well = cards.filter((card) => !urgent(card));
  const least = Math.min(FEWEST, Math.ceil(well.length / columns)) * COMPACT;
  const rows = turn(worst, fitting(worst, space - least) || 1, now, wanted);
  const lines = Math.max(1, Math.floor((space - high(rows.cards)) / COMPACT));
  return { rows, compact: turn(well, lines * columns, now, wanted) };
}
