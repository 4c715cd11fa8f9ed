// Which of the waiting items goes next. Order matters within a lane only, the reports on one milestone: there a later one
// never overtakes an earlier one. Elsewhere what is urgent goes first: hazards, then words, then what has photos on the way.
const URGENT = ['hazard-found', 'hazard-fixed-on-spot', 'hazard-rectified'];

/** A phone's clock is put right now and then; how things were counted as they were made is not. */
export const older = (a, b) => (a.n ?? 0) - (b.n ?? 0) || a.at.localeCompare(b.at);

const urgent = ({ update }) => (URGENT.includes(update.kind) ? 0 : 1);
const missing = ({ photos }) => photos.some(({ id }) => !id);

/** The lane of an item, or null. */
const laneOf = ({ lane, project, update: { milestone } }) => lane ?? (milestone ? `${project}/${milestone}` : null);

const waits = ({ state }) => state === 'queued';
const behind = (item, items) => laneOf(item) !== null
  && items.some((other) => waits(other) && !other.edited && laneOf(other) === laneOf(item) && older(other, item) < 0);

/**
 * The item whose words go next, or null. `may(item)`: whether it may be sent at all and now. What has photos on the way goes
 * when these have arrived.
 */
export const nextWords = (items, may) => ranked(items).find((item) => !missing(item) && !behind(item, items) && may(item)) ?? null;

/** [item, photo]: the photo that goes next, or null. `may(item, photo)`. */
export function nextPhoto(items, may) {
  for (const item of ranked(items)) {
    const photo = item.photos.find((each) => !each.id && may(item, each));
    if (photo) return [item, photo];
  }
  return null;
}

const ranked = (items) => [...items].sort((a, b) => urgent(a) - urgent(b) || older(a, b));
