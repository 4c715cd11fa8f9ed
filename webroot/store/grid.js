// What keys and the clipboard do to a grid of cells. Rows are {id, cells: {column: text}} and are never changed, but made anew;
// a place is {r, c}. Pure.
import { shown, take } from './typed.js';

const within = (n, length) => Math.max(0, Math.min(length - 1, n));
const PAGE = 10;

/** The corners of what is chosen, whichever of them came first. */
export const corners = (one, other = one) => ({
  top: Math.min(one.r, other.r), left: Math.min(one.c, other.c), bottom: Math.max(one.r, other.r), right: Math.max(one.c, other.c) });

export const inside = ({ top, left, bottom, right }, r, c) => r >= top && r <= bottom && c >= left && c <= right;

const MOVES = {
  ArrowUp: ({ r, c }) => ({ r: r - 1, c }), ArrowDown: ({ r, c }) => ({ r: r + 1, c }), ArrowLeft: ({ r, c }) => ({ r, c: c - 1 }), ArrowRight: ({ r, c }) => ({ r, c: c + 1 }),
  PageUp: ({ r, c }) => ({ r: r - PAGE, c }), PageDown: ({ r, c }) => ({ r: r + PAGE, c }), Home: ({ r }) => ({ r, c: 0 }), End: ({ r }) => ({ r, c: Infinity }),
};
const FAR = { ArrowUp: ({ c }) => ({ r: 0, c }), ArrowDown: ({ c }) => ({ r: Infinity, c }), ArrowLeft: ({ r }) => ({ r, c: 0 }), ArrowRight: ({ r }) => ({ r, c: Infinity }), Home: () => ({ r: 0, c: 0 }), End: () => ({ r: Infinity, c: Infinity }) };

/** Where a key leads, never out of the grid; null when it leads nowhere. */
export function moved(at, key, rows, columns, far = false) {
  const move = (far ? FAR : MOVES)[key];
  if (!move) return null;
  const to = move(at);
  return { r: within(to.r, rows.length), c: within(to.c, columns.length) };
}

/** The next cell that can be typed in, over the ends of rows; null behind the last, and before the first. */
export function tabbed({ r, c }, back, rows, columns) {
  const width = columns.length;
  for (let n = r * width + c + (back ? -1 : 1); n >= 0 && n < rows.length * width; n += back ? -1 : 1) {
    if (columns[n % width].type !== 'fixed') return { r: Math.floor(n / width), c: n % width };
  }
  return null;
}

function put(rows, columns, r, c, typed) {
  const column = columns[c];
  if (column.type === 'fixed') return rows;
  const row = rows[r];
  const text = take(column, typed, rows, row);
  return text === (row.cells[column.id] ?? '') ? rows : rows.map((each, at) => (at === r ? { ...row, cells: { ...row.cells, [column.id]: text } } : each));
}

/** The text in every cell that is chosen. */
export function filled(rows, columns, { top, left, bottom, right }, typed) {
  let next = rows;
  for (let r = top; r <= bottom; r++) for (let c = left; c <= right; c++) next = put(next, columns, r, c, typed);
  return next;
}

/** What stands in the first row that is chosen, in the others too. */
export function filledDown(rows, columns, { top, left, bottom, right }) {
  let next = rows;
  for (let c = left; c <= right; c++) next = filled(next, columns, { top: top + 1, left: c, bottom, right: c }, shown(columns[c], rows[top].cells[columns[c].id] ?? '', rows, rows[top]));
  return next;
}

/**
 * A block from its first cell on. One cell fills all that are chosen. What stands in columns that cannot be typed in, or
 * outside the grid, is not taken.
 *
 * @param fresh makes a row more for what is longer than the grid: (rows) → row; null: it has the rows that it has
 * @returns {rows, spilled: what was not taken, as texts, last: the place of the last cell}
 */
export function pasted(rows, columns, chosen, block, fresh = null) {
  const { top, left, bottom } = chosen;
  if (block.length === 1 && block[0].length === 1) return { rows: filled(rows, columns, chosen, block[0][0]), spilled: [], last: { r: bottom, c: chosen.right } };
  let next = rows;
  while (fresh && next.length < top + block.length) next = [...next, fresh(next)];
  const spilled = [];
  block.forEach((line, i) => line.forEach((typed, j) => {
    const column = columns[left + j];
    if (next[top + i] && column && column.type !== 'fixed') next = put(next, columns, top + i, left + j, typed);
    else if (typed.trim() && shown(column ?? { type: 'fixed' }, next[top + i]?.cells[column?.id] ?? '', next) !== typed.trim()) spilled.push(typed.trim());
  }));
  const widest = Math.max(...block.map(({ length }) => length));
  return { rows: next, spilled, last: { r: within(top + block.length - 1, next.length), c: within(left + widest - 1, columns.length) } };
}

export const copied = (rows, columns, { top, left, bottom, right }) =>
  rows.slice(top, bottom + 1).map((row) => columns.slice(left, right + 1).map((column) => shown(column, row.cells[column.id] ?? '', rows, row)));

/** Without the row; what named it names it no more. */
export function dropped(rows, columns, top, bottom = top) {
  const gone = rows.slice(top, bottom + 1).map(({ id }) => `@${id}`);
  const naming = columns.filter(({ type }) => type === 'rows').map(({ id }) => id);
  return rows.filter((row, r) => r < top || r > bottom).map((row) => naming.reduce((each, id) => {
    const names = (each.cells[id] ?? '').split(',');
    return names.some((name) => gone.includes(name)) ? { ...each, cells: { ...each.cells, [id]: names.filter((name) => !gone.includes(name)).join(',') } } : each;
  }, row));
}

/** With a row in its neighbour's place: what names it, names it still. */
export function swapped(rows, r, by) {
  const next = [...rows];
  [next[r], next[r + by]] = [next[r + by], next[r]];
  return next;
}
