// What is different in a project, as sentences: one a field.
import { shortDate } from '../../text/dates.js';
import { COUNTS } from '../../text/kinds.js';
import { amount } from '../../text/numbers.js';
import { named, text } from '../../text/text.js';

const NOTHING = '—';
const FACTS = {
  name: named, capacity: named, cadence: (days) => text('changes.cadence', { n: days }),
  course: (places) => text('map.points', { n: places.length }), site: ({ latitude, longitude }) => `${latitude}, ${longitude}`, start: shortDate, completion: shortDate, production: shortDate,
};

const shown = (value, words = String) => (value === undefined ? NOTHING : words(value));
const turn = (label, { from, to }, words) => text('changes.turn', { label, from: shown(from, words), to: shown(to, words) });
const percent = (value) => `${value}%`;
const wan = (value) => text('changes.wan', amount(value));

function pause({ from, to }) {
  if (!to) return text('changes.resumed');
  return text(from ? 'changes.pausedAnew' : 'changes.paused', { reason: to.reason, approver: to.approver });
}

function planned({ name, weight, start, finish, percent: done }) {
  const milestone = named(name);
  if (weight && weight.from === undefined) return text('changes.added', { milestone, weight: weight.to, start: shortDate(start.to), finish: shortDate(finish.to) });
  if (weight && weight.to === undefined) return text('changes.dropped', { milestone });
  return [done && turn(text('changes.done'), { from: done.from ?? 0, to: done.to }, percent), weight && turn(text('desk.weight'), weight, percent), start && turn(text('changes.start'), start, shortDate),
    finish && turn(text('changes.finish'), finish, shortDate)].filter(Boolean).map((each) => `${milestone} · ${each}`).join(text('join.clause'));
}

function renewed({ factor, text: said, promised, level }) {
  const parts = [promised && turn(text('field.promised'), promised, shortDate), level && turn(text('field.level'), level, (at) => text(`level.${at}`))];
  return text('changes.renewed', { factor: text(`factor.${factor}`), text: said, change: parts.filter(Boolean).join(text('join.comma')) });
}

/** How far the households or the mu are, step by step. */
function counted(label, { from, to }) {
  const steps = COUNTS.filter((step) => from?.[step] !== to?.[step]).map((step) => turn(text(`counts.${step}`), { from: from?.[step], to: to?.[step] }));
  return `${label} · ${steps.join(text('join.comma'))}`;
}

/** How many came and went; what did not happen is not said. */
const counts = (what, { opened, closed }) => [opened && text(`changes.${what}.opened`, { n: opened }), closed && text(`changes.${what}.closed`, { n: closed })].filter(Boolean).join(text('join.comma'));

const held = (key) => ({ factor, text: said }) => text(key, { factor: text(`factor.${factor}`), text: said });

/** Lamp and progress excepted: they are shown as what they are. */
export function changed(change) {
  return [
    change.presence && text(`changes.${change.presence}`),
    change.stage && turn(text('changes.stage'), change.stage, (stage) => text(`stage.${stage}`)),
    change.pause && pause(change.pause),
    ...(change.dates ?? []).map((date) => turn(text('changes.date', { milestone: named(date.name) }), date, shortDate)),
    ...(change.raised ?? []).map(held('changes.raised')),
    ...(change.cleared ?? []).map(held('changes.cleared')),
    ...(change.renewed ?? []).map(renewed),
    change.directives && counts('directives', change.directives),
    change.hazards && counts('hazards', change.hazards),
    change.baseline && text('changes.baseline', { n: change.baseline.to }),
    ...(change.plan ?? []).map(planned),
    change.pending && turn(text('changes.pending'), change.pending, percent),
    change.households && counted(text('changes.households'), change.households),
    change.mu && counted(text('changes.mu'), change.mu),
    ...Object.entries(change.investment ?? {}).map(([sum, each]) => turn(text(`changes.sum.${sum}`), each, wan)),
    ...Object.entries(change.facts ?? {}).map(([fact, each]) => turn(text(`fact.${fact}`), each, FACTS[fact])),
  ].filter(Boolean);
}
