// Days as people paste them, one list or one sentence of a notice a line: 2026-10-01 ~ 2026-10-07 · 2026/10/1-2026/10/7 ·
// 10月1日（星期四）至7日 · 十月一日 · 2026年10月1日—7日 · 20261001, in digits of any width. Pure. Nothing is guessed and nothing is dropped
// in silence: of each line either all of its days are known, or none of them and the line says why.
const DAY = 86_400_000;
/** No holiday is longer; a span that is has a slip of the finger in it. */
const LONGEST = 31;

const NUMERALS = '〇一二三四五六七八九';
const DATES = [
  /^(?<year>\d{4})(?:年|(?<mark>[-/.]))(?<month>\d{1,2})(?:月|[-/.])(?<day>\d{1,2})(?!\d)[日号]?/,
  /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})(?!\d)/,
  /^(?<month>\d{1,2})(?:月|(?<mark>[-/.]))(?<day>\d{1,2})(?!\d)[日号]?/,
];
const ONLY_DAY = /^(\d{1,2})(?!\d)[日号]?/;
const TO = /^(?:起?(?:~+|〜|-+|‐|‑|–|—+|―|−|至|到|\.{2,}|…)|to\b|thro?ugh\b|thru\b|until\b|till\b)/i;
const BETWEEN = /^[\s,、;:和及与]+|^and\b/i;
/** How many days it is: said by notices for control, and taken as that. */
const COUNT = /^共?(\d+) ?(?:天|days?\b)/i;
/** What a notice says beside its days: names of holidays, that they are off. Words with a number in them say something else. */
const WORDS = /^[^\d\s,、;:~〜‐‑–—―−\-/.]+/;
/** Words that make other days of those beside them, which is not for a form to guess. */
const MEANING = /除(?!夕)|不[含包]|半$|[至到]$|except|exclud|without/i;
const AFTER_DAY = /^(?:起|[以之]?[前后内]|from\b|before\b|after\b)/i;
/** What a notice adds to a day: of which week, of which lunar month. */
const ASIDE = /\((?![^()]*(?:除(?!夕)|不))[^()\d]*\)/g;

/** 二十三 → 23, 二〇二六 → 2026 */
function numeral(said) {
  const digits = said.replace(/零/g, '〇').replace(/廿/g, '二十').replace(/卅/g, '三十');
  if (!digits.includes('十')) return [...digits].map((each) => NUMERALS.indexOf(each)).join('');
  const [tens, ones] = digits.split('十');
  return String((tens ? NUMERALS.indexOf(tens) : 1) * 10 + (ones ? NUMERALS.indexOf(ones) : 0));
}

/** The same in narrow characters and Arabic digits, without what stands in brackets beside a day. */
const plain = (line) => line.normalize('NFKC').replace(ASIDE, '').replace(/两(?=天)/g, '二').replace(/[〇零一二三四五六七八九十廿卅]+(?=[年月日号天])/g, numeral)
  .replace(/\s+/g, ' ').replace(/(\d) ?(年|月) ?(?=\d)/g, '$1$2').replace(/(\d) (?=[年月日号])/g, '$1').trim();

const written = (year, month, day) => `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

/** The day as it is written everywhere, or null: 2月30日 is no day, and not the second of March. */
function day(year, month, dayOfMonth) {
  const date = written(year, month, dayOfMonth);
  const at = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === date ? date : null;
}

class Fault extends Error {
  constructor(code, said) {
    super(code);
    this.said = said;
  }
}

/** The date that the text begins with → {date, year, month, mark, length}, or null. A date without a year is of `year`. */
function dateAt(rest, year) {
  const found = DATES.map((form) => rest.match(form)).find(Boolean);
  return found ? dated(found[0], { year, ...defined(found.groups) }) : null;
}

/** '10月1日、3日' and '10月1日至7日': a day alone is of the month before it. '10-1-7' may mean three things, and is nothing. */
function dayAt(rest, before, sign = '') {
  const found = rest.match(ONLY_DAY);
  if (!found || !before || before.mark && (!sign || sign === before.mark)) return null;
  return dated(found[0], { ...before, day: found[1] });
}

const defined = (groups) => Object.fromEntries(Object.entries(groups).filter(([, value]) => value !== undefined));

function dated(whole, { year, month, day: dayOfMonth, mark }) {
  const date = day(year, Number(month), Number(dayOfMonth));
  if (!date) throw new Fault('no-day', whole);
  return { date, year, month, mark, length: whole.length };
}

/** Where a span ends: a whole date, one of the next year where it has none of its own and would be before its beginning, or a day. */
function endAt(rest, from, sign) {
  const end = dateAt(rest, from.year) ?? dayAt(rest, from, sign);
  const turns = end && end.date < from.date && !/^\d{4}/.test(rest) && end.month !== from.month;
  return turns ? dateAt(rest, String(Number(from.year) + 1)) : end;
}

function span(from, to) {
  const length = (Date.parse(to) - Date.parse(from)) / DAY + 1;
  if (length < 1) throw new Fault('backwards', `${from} ~ ${to}`);
  if (length > LONGEST) throw new Fault('long', `${from} ~ ${to}`);
  return Array.from({ length }, (none, i) => new Date(Date.parse(from) + i * DAY).toISOString().slice(0, 10));
}

/** @returns the days of one clause; throws the fault that makes it none */
function clause(said, year, not) {
  if (not.test(said)) throw new Fault('other', said);
  const found = [];
  let rest = said;
  let before = null;
  let counted = 0;
  const skip = (by) => { rest = rest.slice(by).trimStart(); };
  while (rest) {
    const pause = rest.match(BETWEEN);
    if (pause) {
      skip(pause[0].length);
      continue;
    }
    const count = rest.match(COUNT);
    if (count) {
      if (found.length > counted && found.length - counted !== Number(count[1])) throw new Fault('count', said);
      counted = found.length;
      skip(count[0].length);
      continue;
    }
    const from = dateAt(rest, year) ?? dayAt(rest, before);
    if (!from) {
      const words = rest.match(WORDS);
      if (!words || /^[至到]/.test(rest) || MEANING.test(words[0])) throw new Fault('unknown', rest);
      skip(words[0].length);
      continue;
    }
    before = from;
    skip(from.length);
    const sign = rest.match(TO)?.[0];
    if (!sign) {
      if (AFTER_DAY.test(rest)) throw new Fault('unknown', rest);
      found.push(from.date);
      continue;
    }
    skip(sign.length);
    const to = endAt(rest, from, sign);
    if (!to) throw new Fault('unknown', rest || sign);
    skip(to.length);
    found.push(...span(from.date, to.date));
  }
  if (!found.length) throw new Fault('none', said);
  const stray = found.find((each) => !each.startsWith(`${year}-`));
  if (stray) throw new Fault('year', stray);
  return found;
}

const KIND = { off: /上班|补班|worked|working/i, on: /放假|休息|休假|公休|holiday|day off/i };

/**
 * @param year whose days they are; a day without a year is its
 * @param kind `off` or `on`: of a whole notice each field takes its own sentences and refuses the others'
 * @returns days: sorted, each once; faults: [{line, said, code}], by lines counted from 1
 */
export function daysIn(pasted, year, kind = 'off') {
  const days = new Set();
  const faults = [];
  pasted.split(/\r?\n/).forEach((text, i) => {
    for (const part of plain(text).split('。')) {
      if (!part.trim()) continue;
      try {
        clause(part.trim(), String(year), KIND[kind]).forEach((each) => days.add(each));
      } catch (fault) {
        if (!(fault instanceof Fault)) throw fault;
        faults.push({ line: i + 1, said: fault.said.trim(), code: fault.message });
      }
    }
  });
  return { days: [...days].sort(), faults };
}

/** Days as spans, a line each: what `daysIn` reads back. */
export function spansOf(days) {
  const spans = [];
  for (const each of [...days].sort()) {
    const last = spans[spans.length - 1];
    if (last && Date.parse(each) - Date.parse(last[1]) === DAY) last[1] = each;
    else spans.push([each, each]);
  }
  return spans.map(([from, to]) => (from === to ? from : `${from} ~ ${to}`)).join('\n');
}
