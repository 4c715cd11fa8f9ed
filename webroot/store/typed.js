// What is typed or pasted into a cell, by what its column holds. What is understood is kept in one spelling; what is not stays
// as it was typed, and its flaw has a code. Pure. Nothing is guessed: a date without a year is none.
const DATES = [
  /^(?<year>\d{4})\s*(?:年|[-/.])\s*(?<month>\d{1,2})\s*(?:月|[-/.])\s*(?<day>\d{1,2})\s*[日号]?(?:[ T]+0?0:00(?::00(?:\.0+)?)?)?$/,
  /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})$/,
];
const MONTH = /^(?<year>(?:19|20)\d{2})\s*(?:年|[-/.])\s*(?<month>\d{1,2})\s*(?:月份?)?$/;
const WRITTEN = /^\d{4}-\d{2}-\d{2}$/;
const PERCENT = /^(\d{1,3}(?:\.\d{1,2})?)\s*%?$/;
/** What stands between several. */
const BETWEEN = /[\s,、，;；]+/;

const plain = (typed) => typed.normalize('NFKC').trim();

/** The day as it is written everywhere, or null: 2月30日 is no day. */
function day(year, month, dayOfMonth) {
  const date = `${year}-${month.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`;
  const at = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === date ? date : null;
}

function dateIn(typed) {
  const found = DATES.map((form) => plain(typed).match(form)).find(Boolean);
  return found ? day(found.groups.year, found.groups.month, found.groups.day) : null;
}

/** Of a month the day at this edge of it, as lists of projects mean it: begun in March is from its first day, done in December by its last. */
function edgeIn(typed, edge) {
  const { year, month } = plain(typed).match(MONTH)?.groups ?? {};
  if (!edge || !year || Number(month) < 1 || Number(month) > 12) return null;
  return day(year, month, String(edge === 'first' ? 1 : new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()));
}

/** '30%' and '30' → '30' */
function percentIn(typed) {
  const found = plain(typed).match(PERCENT);
  return found && Number(found[1]) <= 100 ? String(Number(found[1])) : null;
}

const found = (options, typed) => options.find(([value, words]) => value === typed || words === plain(typed)) ?? options.find(([, words]) => words.toLowerCase() === plain(typed).toLowerCase());

/** Rows by their numbers, as '@id,@id'. */
function rowsIn(typed, rows, own) {
  const numbers = plain(typed).split(BETWEEN).filter(Boolean);
  const ids = numbers.map((each) => (/^\d+$/.test(each) ? rows[Number(each) - 1]?.id : null));
  return ids.every((id) => id && id !== own) ? [...new Set(ids)].map((id) => `@${id}`).join(',') : null;
}

const idsOf = (text) => text.split(',').filter((each) => each.startsWith('@')).map((each) => each.slice(1));

const TYPES = {
  text: { take: (typed) => typed.replace(/\s+/g, ' ').trim(), flaw: (text, { longest = Infinity }) => (text.length > longest ? 'long' : null), show: (text) => text },
  date: { take: (typed, { edge }) => dateIn(typed) ?? edgeIn(typed, edge) ?? typed.trim(), flaw: (text) => (WRITTEN.test(text) && dateIn(text) ? null : 'date'), show: (text) => text },
  percent: { take: (typed) => percentIn(typed) ?? typed.trim(), flaw: (text, { zero }) => (percentIn(text) === text && (zero || text !== '0') ? null : 'percent'), show: (text) => text },
  choice: {
    take: (typed, { options }) => found(options, typed)?.[0] ?? typed.trim(), flaw: (text, { options }) => (options.some(([value]) => value === text) ? null : 'choice'),
    show: (text, { options }) => options.find(([value]) => value === text)?.[1] ?? text,
  },
  rows: {
    take: (typed, column, rows, row) => (typed.startsWith('@') ? typed : rowsIn(typed, rows, row.id) ?? typed.trim()),
    flaw: (text, { before }, rows, row) => {
      const found = idsOf(text).map((id) => rows.findIndex((each) => each.id === id));
      if (!found.length || found.includes(-1)) return 'rows';
      return before && found.some((at) => at >= rows.indexOf(row)) ? 'before' : null;
    },
    show: (text, column, rows) => (text.startsWith('@') ? idsOf(text).map((id) => rows.findIndex((row) => row.id === id) + 1).join('、') : text),
  },
  fixed: { take: (typed) => typed, flaw: () => null, show: (text) => text },
};

/** What the cell keeps of it. @param column {type, options, longest, edge: which day a month is, zero: may be 0, before: names rows above it only} */
export const take = (column, typed, rows, row) => (plain(typed) ? TYPES[column.type].take(typed, column, rows, row) : '');

/** Why it is not understood: a code, or null. Nothing is no flaw. */
export const flaw = (column, text, rows, row) => (text ? TYPES[column.type].flaw(text, column, rows, row) : null);

/** As it is seen, and copied: what `take` reads back. */
export const shown = (column, text, rows, row) => TYPES[column.type].show(text, column, rows, row);

/** The ids that a cell of rows names. */
export const named = idsOf;
