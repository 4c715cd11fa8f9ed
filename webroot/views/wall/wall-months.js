// Which names stand along the wall's axis, and where. Every month has its number, those beside the year's change too; which
// year it becomes stands at the foot, where only the mark of today is. Where there is no room for that it takes January's place, and
// months are so few that none touches another. Pure; widths in rem, places in hundredths of the axis.
const AIR = 0.45;
/** The shortest month of an axis, in days. */
const SHORTEST = 28;

/**
 * @param axis {days, today, months: [{x, year}]}
 * @param widths of the axis, and of what may stand there: {axis, month, today, year, short}
 * @return {months: those that are named, each where it stands; foot: where the name of the year begins, or null}
 */
export function monthNames({ days, today, months }, { axis, month, today: mark, year, short }) {
  const rem = (x) => (x * axis) / 100;
  const place = (width) => (width / axis) * 100;
  const january = months.find((each) => each.year);
  const foot = january ? beside(rem(january.x), rem(today), { axis, mark, year }) : null;
  const inHead = january && foot === null;
  // A name that would stand over the edge stands at it.
  const there = inHead && Math.min(Math.max(rem(january.x), short / 2), axis - short / 2);
  const shifted = inHead ? Math.abs(rem(january.x) - there) : 0;
  const apart = Math.max(month + AIR, inHead ? (month + short) / 2 + AIR + shifted : 0);
  const every = Math.max(1, Math.ceil(apart / ((SHORTEST / days) * axis)));
  const from = Math.max(0, months.indexOf(january)) % every;
  return {
    months: months.filter((_, i) => i % every === from).map((each) => (inHead && each === january ? { ...each, x: place(there) } : { ...each, year: false, first: each.year })),
    foot: foot === null ? null : place(foot),
  };
}

/** From January on, or behind today's mark, which says the same when January is just before or after it; null: no room. */
function beside(january, today, { axis, mark, year }) {
  const before = today - mark / 2 - AIR;
  const behind = today + mark / 2 + AIR;
  const from = Math.min(january, axis - year);
  if (from >= behind || from + year <= before) return from;
  return january + year > before && behind + year <= axis ? behind : null;
}
