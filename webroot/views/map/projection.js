// Places on Earth as places on the glass and back, in the way of all web maps (spherical Mercator): a town looks as it is, and
// tiles of a map service would fit under it. A view is {x, y, scale}: what stands in the middle, and pixels per world. Pure.
const TURN = 360;
/** A town is some kilometres wide; nearer than that nothing is to be seen, farther nobody wants to be. */
const NEAREST = 2 ** 28;
const FARTHEST = 2 ** 12;
/** Metres around the Earth. */
const ROUND = 40_075_017;

/** In worlds, 0 to 1 from west to east and from north to south. */
export function worldOf({ latitude, longitude }) {
  const north = Math.asinh(Math.tan((latitude * Math.PI) / 180)) / (2 * Math.PI);
  return { x: 0.5 + longitude / TURN, y: 0.5 - north };
}

export function placeOf({ x, y }) {
  const latitude = (Math.atan(Math.sinh((0.5 - y) * 2 * Math.PI)) * 180) / Math.PI;
  const round = (degrees) => Math.round(degrees * 1e6) / 1e6;
  return { latitude: round(latitude), longitude: round((x - 0.5) * TURN) };
}

/** The view in which all these places have room, with `air` around them; null without any. */
export function fitting(places, { width, height }, air) {
  if (!places.length) return null;
  const all = places.map(worldOf);
  const [west, east] = [Math.min(...all.map(({ x }) => x)), Math.max(...all.map(({ x }) => x))];
  const [north, south] = [Math.min(...all.map(({ y }) => y)), Math.max(...all.map(({ y }) => y))];
  const scale = Math.min((width - 2 * air) / (east - west || 1e-9), (height - 2 * air) / (south - north || 1e-9));
  return { x: (west + east) / 2, y: (north + south) / 2, scale: clamped(scale) };
}

const clamped = (scale) => Math.min(NEAREST, Math.max(FARTHEST, scale));

/** → {x, y} in pixels from the corner above left. */
export function seen(place, view, { width, height }) {
  const { x, y } = worldOf(place);
  return { x: width / 2 + (x - view.x) * view.scale, y: height / 2 + (y - view.y) * view.scale };
}

/** The place under a point of the glass. */
export const under = ({ x, y }, view, { width, height }) => placeOf({ x: view.x + (x - width / 2) / view.scale, y: view.y + (y - height / 2) / view.scale });

/** The view nearer by `times`, where the point stays over its place. */
export function nearer(view, times, { x, y }, { width, height }) {
  const scale = clamped(view.scale * times);
  const shift = 1 / view.scale - 1 / scale;
  return { x: view.x + (x - width / 2) * shift, y: view.y + (y - height / 2) * shift, scale };
}

export const moved = (view, dx, dy) => ({ ...view, x: view.x - dx / view.scale, y: view.y - dy / view.scale });

/** A round length in metres, and how many pixels it has here: {metres, pixels}, the longest below `most`. */
export function measure(view, most) {
  const { latitude } = placeOf(view);
  const perPixel = (ROUND * Math.cos((latitude * Math.PI) / 180)) / view.scale;
  const power = 10 ** Math.floor(Math.log10(most * perPixel));
  const metres = [5, 2, 1].map((n) => n * power).find((length) => length / perPixel <= most);
  return { metres, pixels: metres / perPixel };
}
