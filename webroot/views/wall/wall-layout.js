// Who has which place on a wall of so much height: rows on the chart for what is urgent, and for everybody while there is room;
// else a compact place for those that are well. Only where not even that is enough do pages take turns. Heights in rem, a
// hundredth of the wall's width. Pure.
const ROW = { red: 2.35, yellow: 1.9, other: 1.8 };
/** A name or a reason in two lines, and a name in three. */
const TWO_LINES = { red: 3.4, other: 2.6 };
const THREE_LINES = 3.9;
const COMPACT = 1.95;
/** So many lines are always left to those that are well. */
const FEWEST = 3;
/** Between the chart and the compact places. */
const AIR = 0.6;
const TURN_MILLIS = 12_000;
/** A row as high as this sets everything in two lines, and larger. */
const TALL = 4.9;

const urgent = ({ lamp }) => lamp.colour === 'red' || lamp.colour === 'yellow';

/** The part whose turn it is, or the one with somebody who must be seen now. */
function turn(cards, size, now, wanted) {
  const pages = Math.max(1, Math.ceil(cards.length / size));
  const shown = cards.findIndex(({ id }) => id === wanted);
  const page = shown >= 0 ? Math.floor(shown / size) : Math.floor(now / TURN_MILLIS) % pages;
  return { cards: cards.slice(page * size, (page + 1) * size), page, pages };
}

/** How many of the worst fit into so much height. */
function fitting(cards, space, height) {
  let room = space;
  const last = cards.findIndex((card) => (room -= height(card)) < 0);
  return last < 0 ? cards.length : Math.max(1, last);
}

/** How many of those that are well have room on the chart while the others keep theirs; 0 where not all have room at all. */
function filling(worst, well, space, high, low) {
  let charted = 0;
  while (charted < well.length && high([...worst, ...well.slice(0, charted + 1)]) + low(well.slice(charted + 1)) <= space) charted++;
  return charted;
}

/**
 * @param room the height, and how many compact places stand side by side at most
 * @param lines how many lines a card needs: `row(card)`, `compact(card, columns)`
 * @param wanted the id of a project that must be in sight: chosen, or changed a moment ago
 * @returns rows and compact places, each {cards, page, pages}; `columns`: how many places stand side by side; `line`: their height; `tall`: the rows have room for two lines each
 */
export function placed(cards, room, lines, now, wanted = null) {
  const { space } = room;
  // Where a name does not go into two lines, fewer stand side by side.
  const columns = room.columns > 2 && cards.some((card) => lines.compact(card, room.columns) > 2) ? room.columns - 1 : room.columns;
  const height = (card) => {
    const needed = lines.row(card);
    const heights = needed > 2 ? { other: THREE_LINES } : needed > 1 ? TWO_LINES : ROW;
    return heights[card.lamp.colour] ?? heights.other;
  };
  const line = cards.some((card) => lines.compact(card, columns) > 1) ? TWO_LINES.other : COMPACT;
  if (!cards.some(({ milestones }) => milestones.length)) {
    return { rows: turn([], 1, now), compact: turn(cards, Math.max(FEWEST, Math.floor(space / line)) * columns, now, wanted), bare: true, line, columns };
  }
  if (cards.length * TALL <= space) return { rows: turn(cards, cards.length || 1, now), compact: turn([], 1, now), tall: true, line, columns };
  const high = (some) => some.reduce((sum, card) => sum + height(card), 0);
  if (high(cards) <= space) return { rows: turn(cards, cards.length, now), compact: turn([], 1, now), line, columns };
  const worst = cards.filter(urgent);
  const well = cards.filter((card) => !urgent(card));
  const charted = filling(worst, well, space - AIR, high, (some) => Math.ceil(some.length / columns) * line);
  if (charted) return { rows: turn([...worst, ...well.slice(0, charted)], worst.length + charted, now), compact: turn(well.slice(charted), well.length, now), line, columns };
  const least = Math.min(FEWEST, Math.ceil(well.length / columns)) * line;
  const rows = turn(worst, fitting(worst, space - least, height) || 1, now, wanted);
  const places = Math.max(1, Math.floor((space - high(rows.cards)) / line)) * columns;
  return { rows, compact: turn(well, places, now, wanted), line, columns };
}
