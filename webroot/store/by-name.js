// A block whose lines begin with what the rows are called: each line is for the row of its name, in whatever order, and what
// stands behind the name goes where most lines have what is understood there. Pure.
import { filled } from './grid.js';
import { flaw, take } from './typed.js';

/** The same name, however it is spaced and quoted. */
const plain = (name) => name.normalize('NFKC').replace(/[\s“”"'‘’《》]/g, '').toLowerCase();

const free = ({ type }) => type !== 'fixed' && type !== 'text';
const fits = (column, typed, row) => !flaw(column, take(column, typed, [], row), [], row);

/**
 * For each place behind the name the column that it is, as a heading calls it or else as its cells are understood: a cell that is
 * empty or not understood keeps its place, and what stands behind it is not taken for it.
 *
 * @param behind what stands behind the name in each line, with its row; of a line of no row, `row` is null
 */
function places(columns, behind) {
  const places = [];
  const width = Math.max(0, ...behind.map(({ cells }) => cells.length));
  for (let at = 0; at < width; at++) {
    const cells = behind.filter((line) => line.cells[at]?.trim());
    const left = [...columns.keys()].filter((c) => free(columns[c]) && !places.includes(c));
    const called = left.find((c) => columns[c].label && cells.some(({ row, cells: line }) => !row && plain(line[at]).includes(plain(columns[c].label))));
    const votes = left.map((c) => cells.filter(({ row, cells: line }) => row && fits(columns[c], line[at], row)).length);
    places.push(called ?? (Math.max(0, ...votes) ? left[votes.indexOf(Math.max(...votes))] : -1));
  }
  return places;
}

/**
 * @param names by a row's id, what it may be called
 * @returns {rows, strays: lines of no row, and cells that no column understands, matched: how many rows}; null when few lines begin with a name
 */
export function byName(rows, columns, block, names) {
  const known = new Map(rows.flatMap((row, r) => (names.get(row.id) ?? []).map((name) => [plain(name), r])));
  const lines = block.filter((line) => line.some((cell) => cell.trim()));
  const named = lines.map((line) => line.findIndex((cell) => known.has(plain(cell))));
  const found = named.filter((at) => at >= 0).length;
  if (!found || found * 2 < lines.length || Math.max(...lines.map(({ length }) => length)) < 2) return null;
  const usual = named.find((at) => at >= 0);
  const to = places(columns, lines.map((line, i) => ({ cells: line.slice((named[i] < 0 ? usual : named[i]) + 1), row: named[i] < 0 ? null : rows[known.get(plain(line[named[i]]))] })));
  let next = rows;
  const strays = [];
  lines.forEach((line, i) => {
    const at = named[i];
    if (at < 0) {
      strays.push(line.filter((cell) => cell.trim()).join(' '));
      return;
    }
    const r = known.get(plain(line[at]));
    line.slice(at + 1).forEach((typed, behind) => {
      const c = to[behind];
      if (!typed.trim()) return;
      if (c >= 0 && fits(columns[c], typed, rows[r])) next = filled(next, columns, { top: r, left: c, bottom: r, right: c }, typed);
      else strays.push(`${line[at].trim()} ${typed.trim()}`);
    });
  });
  return { rows: next, strays, matched: found };
}
