// A block whose lines begin with what the rows are called: each line is for the row of its name, in whatever order, and what
// stands behind the name goes where it is understood. Pure.
import { filled } from './grid.js';
import { flaw, take } from './typed.js';

/** The same name, however it is spaced and quoted. */
const plain = (name) => name.normalize('NFKC').replace(/[\s“”"'‘’《》]/g, '').toLowerCase();

/** The columns in their order that would understand it, those still empty of this line first. */
const fitting = (columns, typed, row, used) => columns.findIndex((column) =>
  column.type !== 'fixed' && column.type !== 'text' && !used.has(column.id) && !flaw(column, take(column, typed, [], row), [], row));

/**
 * @param names by a row's id, what it may be called
 * @returns {rows, strays: lines of no row, and cells that no column understands, matched: how many rows}; null when few lines begin with a name
 */
export function byName(rows, columns, block, names) {
  const known = new Map(rows.flatMap((row, r) => (names.get(row.id) ?? []).map((name) => [plain(name), r])));
  const lines = block.filter((line) => line.some((cell) => cell.trim()));
  const places = lines.map((line) => line.findIndex((cell) => known.has(plain(cell))));
  const found = places.filter((at) => at >= 0).length;
  if (!found || found * 2 < lines.length || Math.max(...lines.map(({ length }) => length)) < 2) return null;
  let next = rows;
  const strays = [];
  lines.forEach((line, i) => {
    const at = places[i];
    if (at < 0) {
      strays.push(line.filter((cell) => cell.trim()).join(' '));
      return;
    }
    const r = known.get(plain(line[at]));
    const used = new Set();
    for (const typed of line.slice(at + 1).filter((cell) => cell.trim())) {
      const c = fitting(columns, typed, rows[r], used);
      if (c < 0) {
        strays.push(`${line[at].trim()} ${typed.trim()}`);
        continue;
      }
      used.add(columns[c].id);
      next = filled(next, columns, { top: r, left: c, bottom: r, right: c }, typed);
    }
  });
  return { rows: next, strays, matched: found };
}
