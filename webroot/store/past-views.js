// What is known now, as far as it speaks of a day of the past: what came later is left out. Pure.

/** @param until the instant at which that day ended */
export function pastDetail(detail, until) {
  if (!detail) return detail;
  const { photos = [], curve } = detail;
  return { ...detail, photos: photos.filter(({ at }) => Date.parse(at) < until), curve: curve && { ...curve, forecast: [] } };
}

/** The programme's curve; how lamps moved since yesterday and the last meeting is said of today alone. */
export function pastDigest({ value, at }) {
  return { value: value && { programme: { curve: { ...value.programme.curve, forecast: [] } } }, at, failed: false };
}
