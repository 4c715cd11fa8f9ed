// The rows of a plan that is being edited, as a grid has them, and what they become.
import { between, hasBar, moved } from '../../store/bars.js';
import { named as idsIn } from '../../store/typed.js';

const names = (ids) => ids.map((id) => `@${id}`).join(',');

const cellsOf = ({ name, weight, start, finish, after = [] }) => ({ zh: name.zh, en: name.en ?? '', weight: String(weight), start, finish, after: names(after) });

/** A milestone of the card as a row. */
const rowOf = ({ id, baseline, ...rest }) => ({ id, known: true, cells: cellsOf({ ...rest, ...baseline }) });

export const rowsOf = (card) => card.milestones.map(rowOf);

/** What a template made: steps that are told as they are. Those that are there already stay the steps they are. */
export const rowsIn = (updates, known) => updates.map((update) => ({ id: update.milestone, known: known.has(update.milestone), cells: cellsOf(update) }));

/** Another project's plan, as if it began on `start`. */
export function copyOf(card, start) {
  const first = card.milestones.map(({ baseline }) => baseline.start).sort()[0];
  return rowsOf(card).map((row) => ({ ...row, known: false, cells: { ...row.cells, ...(start && hasBar(row.cells) ? moved(row.cells, null, between(first, start)) : {}) } }));
}

const lineOf = ({ id, cells: { zh, en, weight, start, finish, after } }) => ({
  milestone: id, name: { zh, ...(en && { en }) }, weight: Number(weight), start, finish, ...(after && { after: idsIn(after) }) });

const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

/** What new rows are called that have no English name: `pinyin` is asked for these. */
export const unnamed = (rows) => rows.filter(({ known, cells: { zh, en } }) => !known && zh && !en).map(({ cells: { zh } }) => zh);

/** New rows get their ids from English names, or from their names in pinyin: nobody has to think of one, or to see it. */
function identified(rows, pinyin) {
  const known = rows.filter((row) => row.known);
  const ids = new Map(known.map(({ id }) => [id, id]));
  const taken = [...known];
  for (const { id, cells } of rows.filter((row) => !row.known)) {
    ids.set(id, slug(cells.en || pinyin.get(cells.zh) || id, taken));
    taken.push({ id: ids.get(id) });
  }
  return rows.map((row) => ({ ...row, id: ids.get(row.id), cells: { ...row.cells, after: names(idsIn(row.cells.after ?? '').map((id) => ids.get(id) ?? id)) } }));
}

/** @param pinyin by a row's name, its letters */
export const linesOf = (rows, pinyin = new Map()) => identified(rows, pinyin).map(lineOf);

/** What becomes lighter goes first: on the way the sum must not pass 100; but nothing goes before something new that it comes after. */
function inOrder(lines, known, heavier) {
  const left = [...lines].sort((a, b) => heavier(a) - heavier(b));
  const told = [];
  while (left.length) {
    const waits = ({ after = [] }) => after.some((id) => !known.has(id) && left.some(({ milestone }) => milestone === id));
    const next = Math.max(0, left.findIndex((line) => !waits(line)));
    told.push(...left.splice(next, 1));
  }
  return told;
}

/** What is new or was corrected. */
export function firstPlan(card, rows, pinyin = new Map()) {
  const known = new Map(rowsOf(card).map((row) => [row.id, lineOf(row)]));
  const heavier = (line) => Math.sign(line.weight - (known.get(line.milestone)?.weight ?? 0));
  return inOrder(linesOf(rows, pinyin).filter((line) => !same(line, known.get(line.milestone))), known, heavier).map((line) => ({ kind: 'milestone-planned', ...line }));
}

/** An id from the English name where there is one, unlike the others'. */
export function slug(name, others, without = 'm') {
  const plain = name.toLowerCase().normalize('NFD').replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 60).replace(/-+$/, '') || without;
  const taken = new Set(others.map(({ id }) => id));
  let id = plain;
  for (let n = 2; taken.has(id); n++) id = `${plain}-${n}`;
  return id;
}
