// Bars on an axis of days, moved by hand or by keys. Dates are texts, 2026-03-05; what is none of them does not move. Pure.
const DAY = 86_400_000;
const WRITTEN = /^\d{4}-\d{2}-\d{2}$/;

const plus = (date, days) => new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);

/** How many days from one to the other. */
export const between = (from, to) => Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY);

export const hasBar = ({ start, finish }) => WRITTEN.test(start) && WRITTEN.test(finish) && finish >= start;

/** @param end which end moves, `start` or `finish`; null: the whole bar. It keeps a day at least. → {start, finish} */
export function moved({ start, finish }, end, days) {
  if (end === 'start') return { start: [plus(start, days), finish].sort()[0], finish };
  if (end === 'finish') return { start, finish: [plus(finish, days), start].sort()[1] };
  return { start: plus(start, days), finish: plus(finish, days) };
}

/** Rows with one bar moved; the same rows where there is none. */
export function nudged(rows, id, end, days) {
  const row = rows.find((each) => each.id === id);
  if (!row || !days || !hasBar(row.cells)) return rows;
  return rows.map((each) => (each === row ? { ...row, cells: { ...row.cells, ...moved(row.cells, end, days) } } : each));
}
