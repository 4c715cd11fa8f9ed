// Dates and ages as people write them. Days are the board's days; instants are shown in the board's zone.
import { language, text } from './text.js';

const locale = language === 'zh' ? 'zh-CN' : 'en-GB';
const format = (options) => new Intl.DateTimeFormat(locale, options);
const dayMonth = format({ timeZone: 'UTC', month: language === 'zh' ? 'numeric' : 'short', day: 'numeric' });
const withYear = format({ timeZone: 'UTC', year: 'numeric', month: language === 'zh' ? 'long' : 'short', day: 'numeric' });
const long = format({ timeZone: 'UTC', year: 'numeric', month: 'long', day: 'numeric', weekday: 'long' });

/** Where and when the board stands: its zone, and the year of its day. */
let place = null;

/** The last day that a form takes: a year is never typed with more than four digits. */
export const LAST_DAY = '2099-12-31';

/** Said by every frame. Before the first one, the zone is China's, and no date is of another year. */
export function standIn(zone, day) {
  const year = day?.slice(0, 4) ?? null;
  if (place?.zone === zone && place.year === year) return;
  place = {
    zone, year,
    clock: format({ timeZone: zone, hour: '2-digit', minute: '2-digit', second: '2-digit', hour12: false }),
    minute: format({ timeZone: zone, hour: '2-digit', minute: '2-digit', hour12: false }),
    local: new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' }),
    day: new Intl.DateTimeFormat('en-CA', { timeZone: zone }),
  };
}
standIn('Asia/Shanghai', null);

const utc = (date) => new Date(`${date}T00:00:00Z`);

/** 11月23日, 23 Nov; with its year when that is not the board's. */
export function shortDate(date) {
  const [year, month, day] = date.split('-').map(Number);
  if (place.year && Number(place.year) !== year) return fullDate(date);
  return language === 'zh' ? `${month}月${day}日` : dayMonth.format(utc(date));
}

/** A date that may be of another year than the board's day. */
export const fullDate = (date) => withYear.format(utc(date));

/** 2026年11月23日 星期一 */
export const longDate = (date) => (language === 'zh' ? long.format(utc(date)).replace('星期', ' 星期') : long.format(utc(date)));
/** 2027年6月 */
export const monthYear = (date) => format({ timeZone: 'UTC', year: 'numeric', month: language === 'zh' ? 'long' : 'short' }).format(utc(date));
export const monthOf = (date) => (language === 'zh' ? `${date.getUTCMonth() + 1}月` : format({ timeZone: 'UTC', month: 'short' }).format(date));
export const yearOf = (date) => format({ timeZone: 'UTC', year: 'numeric' }).format(date);
/** 7, J: for an axis on which every month has its place, between years. */
export const monthNumber = (date) => (language === 'zh' ? String(Number(date.slice(5, 7))) : monthOf(utc(date))[0]);
/** 2027年, 2027 */
export const fullYear = (date) => (language === 'zh' ? `${date.slice(0, 4)}年` : date.slice(0, 4));
/** 27年, 2027 */
export const shortYear = (date) => (language === 'zh' ? `${date.slice(2, 4)}年` : date.slice(0, 4));
export const clockTime = (millis) => place.clock.format(millis);
export const minuteTime = (millis) => place.minute.format(millis);

/** The instant at which a day of the board ends. */
export function endOf(day) {
  const guess = Date.parse(`${day}T00:00:00Z`) + 86_400_000;
  const there = Date.parse(`${place.local.format(guess).replace(' ', 'T')}Z`);
  return guess - (there - guess);
}

/** The board's day of an instant. */
export const dayOf = (instant) => place.day.format(new Date(instant));

const STEPS = [[60, 'seconds', 1], [3600, 'minutes', 60], [86400, 'hours', 3600], [Infinity, 'days', 86400]];

function count(prefix, seconds) {
  const [, unit, size] = STEPS.find(([below]) => seconds < below);
  return text(`${prefix}.${unit}`, { n: Math.floor(seconds / size) });
}

/** How long ago: 12秒前. */
export const age = (instant, now) => aged('age', instant, now);

/** The same where a column is narrow. */
export const shortAge = (instant, now) => aged('age.short', instant, now);

function aged(prefix, instant, now) {
  const seconds = Math.max(0, (now - Date.parse(instant)) / 1000);
  return seconds < 5 ? text('age.now') : count(prefix, seconds);
}

/** How long: 3分钟. */
export const span = (millis) => count('span', Math.max(0, millis / 1000));
