// The outline of a town from a GeoJSON file of whatever making, thinned to what a map on a wall shows. Pure.
const MOST = 700;
/** Of longer rings every second, third, … point is looked at: each that is taken away is looked for among all. */
const LOOKED_AT = 2_000;

function* rings(node) {
  if (!node || typeof node !== 'object') return;
  if (node.type === 'FeatureCollection') for (const feature of node.features ?? []) yield* rings(feature);
  else if (node.type === 'Feature') yield* rings(node.geometry);
  else if (node.type === 'GeometryCollection') for (const each of node.geometries ?? []) yield* rings(each);
  else if (node.type === 'Polygon') yield node.coordinates?.[0];
  else if (node.type === 'MultiPolygon') for (const polygon of node.coordinates ?? []) yield polygon?.[0];
}

const area = (a, b, c) => Math.abs((b.longitude - a.longitude) * (c.latitude - a.latitude) - (c.longitude - a.longitude) * (b.latitude - a.latitude));

/** Without the points that change its shape least (Visvalingam), until so many are left. */
function thinned(ring, most) {
  const left = [...ring];
  while (left.length > Math.max(3, most)) {
    let least = Infinity;
    let at = 0;
    for (let i = 0; i < left.length; i++) {
      const turn = area(left[(i || left.length) - 1], left[i], left[(i + 1) % left.length]);
      if (turn < least) [least, at] = [turn, i];
    }
    left.splice(at, 1);
  }
  return left;
}

const round = (degrees) => Math.round(degrees * 1e5) / 1e5;

/** → [[{latitude, longitude}]], the longest rings first; none where the file has no areas. `words`: the text of the file. */
export function outlineOf(words, most = 20) {
  let file;
  try {
    file = JSON.parse(words);
  } catch {
    return [];
  }
  const all = [...rings(file)].filter((ring) => Array.isArray(ring) && ring.length > 3)
    .map((ring) => ring.map((pair) => ({ latitude: round(Number(pair?.[1])), longitude: round(Number(pair?.[0])) })))
    .map((ring) => (JSON.stringify(ring[0]) === JSON.stringify(ring[ring.length - 1]) ? ring.slice(0, -1) : ring))
    .filter((ring) => ring.length > 2 && ring.every(({ latitude, longitude }) => Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180))
    .sort((a, b) => b.length - a.length).slice(0, most);
  const points = all.reduce((sum, ring) => sum + ring.length, 0);
  return all.map((ring) => (points > MOST ? thinned(ring.length > LOOKED_AT ? ring.filter((point, i) => i % Math.ceil(ring.length / LOOKED_AT) === 0) : ring, Math.floor((ring.length / points) * MOST)) : ring));
}

/** The outline among what the board knows of the map. */
export function drawnOutline({ features = [] } = {}) {
  const found = features.find(({ id }) => id === 'outline');
  return found ? { rings: found.geometry.coordinates.map(([ring]) => ring.map(([longitude, latitude]) => ({ latitude, longitude }))), source: found.properties.source } : null;
}
