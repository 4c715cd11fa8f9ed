// What became of an entry of one's own, from the entries around it.
const later = ({ seq }, entries) => entries.filter((entry) => entry.seq > seq);

/** The answer to what this entry told; to a rectification, the first re-check after it; or undefined. */
function answer(entry, entries) {
  const { seq, update: { kind, hazard } } = entry;
  if (kind !== 'hazard-rectified') return entries.find(({ update }) => update.report === seq || update.blocker === seq)?.update;
  const rechecks = later(entry, entries).filter(({ update }) => update.kind === 'hazard-rechecked' && update.hazard === hazard);
  return rechecks[rechecks.length - 1]?.update; // newest first
}

const judged = ({ kind, passed }) => (kind === 'hazard-rechecked' ? (passed ? 'passed' : 'returned') : kind.replace(/^(progress|blocker)-/, ''));

/** Of the same milestone, and not older: a report that tells of an earlier day replaces nothing. */
const replaces = ({ update, seq }, mine) => seq > mine.seq && update.kind === 'progress-reported' && update.milestone === mine.update.milestone
  && update.asOf >= mine.update.asOf;
const outdates = ({ update, seq }, mine) => seq < mine.seq && update.kind === 'progress-reported' && update.milestone === mine.update.milestone
  && update.asOf > mine.update.asOf;

/** What was taken back again outdates nothing that comes later; what it had replaced by then does not come back. */
const withdrawnBefore = ({ seq }, mine, entries) => entries.some((each) => each.update.kind === 'progress-withdrawn' && each.update.report === seq
  && each.seq < mine.seq);

/** → {state, reason, how}. `entries`: this company's, newest first; `card`: its project's, if it is known. */
export function became(entry, entries, card = null) {
  const verdict = answer(entry, entries);
  if (verdict) return { state: judged(verdict), reason: verdict.reason ?? verdict.text, how: verdict.how };
  if (entry.update.kind !== 'progress-reported') return { state: 'confirmed' };
  const old = entries.some((each) => replaces(each, entry) || (outdates(each, entry) && !withdrawnBefore(each, entry, entries)));
  const planned = !card || card.milestones.some(({ id }) => id === entry.update.milestone);
  return { state: old ? 'superseded' : planned ? 'received' : 'unplanned' };
}

/** Whether a report came back and nothing has been said of its milestone since: it is for its author to do something. */
export const cameBack = (entry, entries) => entry.update.kind === 'progress-reported' && became(entry, entries).state === 'returned'
  && !later(entry, entries).some(({ update }) => update.kind === 'progress-reported' && update.milestone === entry.update.milestone);
