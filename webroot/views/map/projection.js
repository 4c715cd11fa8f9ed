// Places on Earth as places on the glass and back, in the way of all web maps (spherical Mercator): a town looks as it is, and
// tiles of a map service would fit under it. A view is {x, y, scale}: what stands in the middle, and pixels per world. Pure.
const TURN = 360;
/** A town is some kilometres wide; nearer than that nothing is to be seen, farther nobody wants to be. */
const NEAREST = 2 ** 28;
const FARTHEST = 2 ** 12;
/** Metres around the Earth. */
const ROUND = 40_075_017;

/** The side of a tile, in pixels of its own zoom; how far services zoom. */
const TILE = 256;
const TILED = [3, 18];
/** Of the ellipsoid on which GCJ-02 is shifted: half its axis, and the square of its eccentricity. */
const AXIS = 6_378_245;
const ECCENTRICITY = 0.00669342162296594323;

const wave = (of, quick, high) => ((high * 2) / 3) * Math.sin(of * quick * Math.PI);

/** A place of WGS-84 as maps made in China show it: what the server's `CoordinateSystem` says, to draw on their tiles. */
export function gcj02({ latitude, longitude }) {
  if (longitude < 72.004 || longitude > 137.8347 || latitude < 0.8293 || latitude > 55.8271) return { latitude, longitude };
  const [x, y] = [longitude - 105, latitude - 35];
  const both = wave(x, 6, 20) + wave(x, 2, 20);
  const north = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * Math.sqrt(Math.abs(x)) + both + wave(y, 1, 20) + wave(y, 1 / 3, 40) + wave(y, 1 / 12, 160) + wave(y, 1 / 30, 320);
  const east = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * Math.sqrt(Math.abs(x)) + both + wave(x, 1, 20) + wave(x, 1 / 3, 40) + wave(x, 1 / 12, 150) + wave(x, 1 / 30, 300);
  const phi = (latitude * Math.PI) / 180;
  const bulge = 1 - ECCENTRICITY * Math.sin(phi) ** 2;
  const degrees = (metres, radius) => (metres / radius) * (180 / Math.PI);
  return { latitude: latitude + degrees(north, (AXIS * (1 - ECCENTRICITY)) / bulge ** 1.5), longitude: longitude + degrees(east, (AXIS / Math.sqrt(bulge)) * Math.cos(phi)) };
}

/** The place of WGS-84 that is shown there: neighbours are shifted nearly alike, so a few rounds find it. */
export function unshifted(shown) {
  let guess = shown;
  for (let i = 0; i < 10; i += 1) {
    const there = gcj02(guess);
    guess = { latitude: guess.latitude - there.latitude + shown.latitude, longitude: guess.longitude - there.longitude + shown.longitude };
  }
  const round = (degrees) => Math.round(degrees * 1e6) / 1e6;
  return { latitude: round(guess.latitude), longitude: round(guess.longitude) };
}

/** The tiles of a service that cover the glass: {z, x, y, left, top, size}, in pixels from the corner above left. */
export function tilesOf(view, { width, height }) {
  const z = Math.min(TILED[1], Math.max(TILED[0], Math.round(Math.log2(view.scale / TILE))));
  const many = 2 ** z;
  const size = view.scale / many;
  const [west, north] = [view.x - width / 2 / view.scale, view.y - height / 2 / view.scale];
  const [first, top] = [Math.floor(west * many), Math.max(0, Math.floor(north * many))];
  const [last, bottom] = [Math.floor((west + width / view.scale) * many), Math.min(many - 1, Math.floor((north + height / view.scale) * many))];
  const tiles = [];
  for (let y = top; y <= bottom; y += 1) {
    for (let x = first; x <= last; x += 1) tiles.push({ z, x: ((x % many) + many) % many, y, left: (x / many - west) * view.scale, top: (y / many - north) * view.scale, size });
  }
  return tiles;
}

/** In worlds, 0 to 1 from west to east and from north to south. */
function worldOf({ latitude, longitude }) {
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
