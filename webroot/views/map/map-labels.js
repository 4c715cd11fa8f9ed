// Where names stand on a map so that none covers another, a lamp, the edge, or a line that leads to another. Lamps that would cover one another become one,
// which says how many it is. Who comes first is served first. Pure; in pixels.
/** Directions in which a name may stand, the best first: beside, then above and below, then aslant. */
const WAYS = [[1, 0], [-1, 0], [0, -1], [0, 1], [1, -1], [1, 1], [-1, -1], [-1, 1], [2, -1], [2, 1], [-2, -1], [-2, 1], [1, -2], [1, 2], [-1, -2], [-1, 2]];
/** So many lamps away a name is still found by its line. */
const REACHES = [0, 1, 2, 3.5, 5, 7, 9.5, 12.5, 16];

/** In pixels: less than any name is high. */
const DOT = 6;

const touch = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
const around = ({ x, y }, half) => ({ left: x - half, right: x + half, top: y - half, bottom: y + half });

/** [{x, y, …}] → [{x, y, items}]: the first of a heap is where it stood. */
export function gathered(items, size) {
  const heaps = [];
  for (const item of items) {
    const near = heaps.find(({ x, y }) => Math.hypot(x - item.x, y - item.y) < size);
    if (near) near.items.push(item);
    else heaps.push({ x: item.x, y: item.y, items: [item] });
  }
  return heaps;
}

/** The box of a label so far from its lamp in that direction. */
function box({ x, y }, { width, height }, [dx, dy], reach, size) {
  const far = size * (0.62 + reach);
  const length = Math.hypot(dx, dy);
  const at = { x: x + (dx / length) * far, y: y + (dy / length) * far };
  const left = dx > 0 ? at.x : dx < 0 ? at.x - width : at.x - width / 2;
  const top = dy > 0 ? at.y : dy < 0 ? at.y - height : at.y - height / 2;
  return { left, top, right: left + width, bottom: top + height };
}

const inside = (each, room) => each.left >= 0 && each.top >= 0 && each.right <= room.width && each.bottom <= room.height;

const within = ({ x, y }, { left, right, top, bottom }) => x > left && x < right && y > top && y < bottom;

/** A line in dots, close enough that none leaps over a name. */
function dotted(from, to) {
  const steps = Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / DOT);
  return Array.from({ length: Math.max(0, steps - 1) }, (each, i) => ({ x: from.x + ((to.x - from.x) * (i + 1)) / steps, y: from.y + ((to.y - from.y) * (i + 1)) / steps }));
}

/**
 * @param heaps [{x, y, label: {width, height}}], the most urgent first
 * @param size of a lamp
 * @param room {width, height}, and `taken`: boxes where nothing may stand
 * @returns the heaps with `box`, or null where there was no room, and `led`: whether a line must lead to it
 */
export function placedLabels(heaps, size, room) {
  const lamps = heaps.map((heap) => around(heap, size * 0.6));
  const taken = [...(room.taken ?? []), ...lamps];
  const lines = [];
  const free = (heap, i, where, strict) => {
    if (!inside(where, room) || taken.some((other) => touch(where, other))) return false;
    return !strict || !lines.some((other) => other.some((dot) => within(dot, where))) && !dotted(heap, meets(heap, where)).some((dot) => taken.some((other) => other !== lamps[i] && within(dot, other)));
  };
  const places = REACHES.flatMap((reach) => WAYS.map((way) => [reach, way]));
  return heaps.map((heap, i) => {
    // Where no line can come without crossing a name, it crosses one: a lamp without a name is worse.
    for (const strict of [true, false]) {
      for (const [reach, way] of places) {
        const where = box(heap, heap.label, way, reach, size);
        if (!free(heap, i, where, strict)) continue;
        taken.push(where);
        lines.push(dotted(heap, meets(heap, where)));
        return { ...heap, box: where, led: reach > 0 };
      }
    }
    return { ...heap, box: null, led: false };
  });
}

/** Where a line from the lamp meets the box: its nearest point. */
export const meets = ({ x, y }, { left, right, top, bottom }) => ({ x: Math.min(right, Math.max(left, x)), y: Math.min(bottom, Math.max(top, y)) });

/** What may not be broken: a Latin word with the blank after it, or one Chinese character. */
const PIECE = /[^\s\u2e80-\uffef]+\s*|[\s\S]/gu;

/** Words in lines of at most so many em, about equally long; `ems` measures. */
export function linesOf(words, most, ems) {
  const count = Math.max(1, Math.ceil(ems(words) / most));
  const each = ems(words) / count;
  const lines = [''];
  for (const piece of words.match(PIECE) ?? []) {
    const last = lines[lines.length - 1];
    const line = last + piece;
    if (last && ems(line.trimEnd()) > (lines.length < count ? each + 0.6 : most)) lines.push(piece);
    else lines[lines.length - 1] = line;
  }
  return lines.map((line) => line.trim()).filter(Boolean);
}
