// How wide words are, as the browser sets them.
const pen = document.createElement('canvas').getContext('2d');
const SIZE = 100;
const known = new Map();

/** In em, in the wall's own letters and this weight. */
export function wide(words, weight = 500) {
  const key = `${weight} ${words}`;
  if (!known.has(key)) {
    pen.font = `${weight} ${SIZE}px ${getComputedStyle(document.body).fontFamily}`;
    known.set(key, pen.measureText(words).width / SIZE);
  }
  return known.get(key);
}
