// What is known now, as far as it speaks of a day of the past: what came later is left out, so that no line leads on to a value
// that nobody knew yet. Pure.
const then = (curve, day) => curve && { ...curve, verified: (curve.verified ?? []).filter((point) => point.day <= day), forecast: [] };

/** @param until the instant at which that day ended */
export function pastDetail(detail, day, until) {
  if (!detail) return detail;
  const { photos = [], curve } = detail;
  return { ...detail, photos: photos.filter(({ at }) => Date.parse(at) < until), curve: then(curve, day) };
}

/** As the desk shows a project: nothing may be told of that day; who was responsible then, and how it was described, is not known. */
export function pastDossier(detail, day, until) {
  if (!detail) return detail;
  const { slips = [], pauses = [], diary = [] } = detail;
  const known = ({ at }) => Date.parse(at) < until;
  const begun = pauses.filter(({ from }) => Date.parse(from) < until);
  return { ...pastDetail(detail, day, until), slips: slips.filter(known), diary: diary.filter(known), reference: null, acts: null, managers: [], description: {},
    pauses: begun.map((pause) => (Date.parse(pause.to) < until ? pause : { ...pause, to: null })) };
}

/** The programme's curve; how lamps moved since yesterday and the last meeting is said of today alone. */
export function pastDigest({ value, at }, day) {
  return { value: value && { programme: { curve: then(value.programme.curve, day) } }, at, failed: false };
}
