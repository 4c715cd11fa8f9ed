// How large words may be set in a place of so much width, by their measured width: never by how many letters they have.
// Widths and sizes in rem.
const pen = document.createElement('canvas').getContext('2d');
const known = new Map();
const KEPT = 4_000;
const SCALE = 100;
/** The width of words set one em high. */
export function ems(words, weight = 400) {
  const key = `${weight}${words}`;
  if (!known.has(key)) {
    if (known.size > KEPT) known.clear();
    pen.font = `${weight} ${SCALE}px ${getComputedStyle(document.documentElement).fontFamily}`;
    known.set(key, pen.measureText(words).width / SCALE);
  }
  return known.get(key);
}

/** What may not be broken: a Latin word with the blank after it, or one Chinese character. */
const PIECE = /[^\s\u2e80-\uffef]+\s*|[\s\S]/gu;

/** How many lines words take at a width of so many em. */
function linesIn(words, width, weight) {
  let lines = 1;
  let used = 0;
  for (const piece of words.match(PIECE) ?? []) {
    const wide = ems(piece.trimEnd(), weight);
    if (used && used + wide > width) {
      lines++;
      used = 0;
    }
    used += wide + (piece.length > piece.trimEnd().length ? ems(' ', weight) : 0);
  }
  return lines;
}

const STEP = 0.04;

/** → {size, lines}: in one line at `most` or a little less, but not below `least`; then in two, none larger than `two`, or in three. */
export function fitted(words, width, { most, least, two = least, weight = 400 }) {
  const wide = ems(words, weight) * 1.01 + 0.05;
  if (wide * least <= width) return { size: Math.min(most, width / wide), lines: 1 };
  let size = two;
  while (size >= least && linesIn(words, width / size, weight) > 2) size -= STEP;
  return size < least ? { size: least, lines: linesIn(words, width / least, weight) > 2 ? 3 : 2 } : { size, lines: 2 };
}
