// The rows of a plan that is being edited, and what they become.

/** A milestone of the card as a row. */
const rowOf = ({ id, name, weight, baseline, after }) => ({
  id, known: true, ...name, weight, start: baseline.start, finish: baseline.finish, after: (after ?? []).join(',') });

export const rowsOf = (card) => card.milestones.map(rowOf);

export const lineOf = ({ id, zh, en, weight, start, finish, after }) => ({
  milestone: id, name: { zh, ...(en && { en }) }, weight: Number(weight), start, finish, ...(after && { after: after.split(',') }) });

const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

/** What is new or was corrected. What becomes lighter goes first: on the way the sum must not pass 100. */
export function firstPlan(card, rows) {
  const known = new Map(rowsOf(card).map((row) => [row.id, lineOf(row)]));
  const heavier = (line) => Math.sign(line.weight - (known.get(line.milestone)?.weight ?? 0));
  return rows.map(lineOf).filter((line) => !same(line, known.get(line.milestone)))
    .sort((a, b) => heavier(a) - heavier(b)).map((line) => ({ kind: 'milestone-planned', ...line }));
}

/** An id from the English name where there is one, unlike the others': nobody has to think of one, or to see it. */
export function slug(name, others, without = 'm') {
  const plain = name.toLowerCase().normalize('NFD').replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 60) || without;
  const taken = new Set(others.map(({ id }) => id));
  let id = plain;
  for (let n = 2; taken.has(id); n++) id = `${plain}-${n}`;
  return id;
}
