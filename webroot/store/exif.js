// What a camera wrote into its file about time and place (EXIF), taken along unread: as a segment for another JPEG that says
// upright, because that one was turned. What is damaged is left behind: the picture matters more.
const EXIF = 'Exif\0\0';
const SEGMENT = 65_533;
const ORIENTATION = 0x0112;

/** The segment, or null where there is none or none that can be read. */
export function exifOf(bytes) {
  try {
    const segment = isJpeg(bytes) ? inJpeg(bytes) : inBoxes(bytes);
    return segment && upright(segment);
  } catch (fault) {
    if (fault instanceof RangeError) return null; // it points outside itself
    throw fault;
  }
}

export function joined(...parts) {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

const isJpeg = (bytes) => bytes[0] === 0xff && bytes[1] === 0xd8;

function inJpeg(bytes) {
  const view = new DataView(bytes.buffer);
  for (let at = 2; at + 10 < bytes.length && bytes[at] === 0xff && bytes[at + 1] !== 0xda; at += 2 + view.getUint16(at + 2)) {
    const named = String.fromCharCode(...bytes.subarray(at + 4, at + 10));
    const end = at + 2 + view.getUint16(at + 2);
    if (bytes[at + 1] === 0xe1 && named === EXIF) return end <= bytes.length ? bytes.slice(at, end) : null;
  }
  return null;
}

/** A HEIC holds the same words somewhere in its boxes: they become a segment. */
function inBoxes(bytes) {
  const words = new TextDecoder('latin1').decode(bytes);
  const at = Math.max(words.indexOf(`${EXIF}II*\0`), words.indexOf(`${EXIF}MM\0*`));
  if (at < 0) return null;
  const body = bytes.slice(at, at + SEGMENT - 2);
  const head = new Uint8Array([0xff, 0xe1, (body.length + 2) >> 8, (body.length + 2) & 0xff]);
  return joined(head, body);
}

/** The picture was turned already: tag 0x0112 of the first directory becomes 1. */
function upright(segment) {
  const tiff = 10;
  const view = new DataView(segment.buffer);
  const little = view.getUint16(tiff) === 0x4949;
  const directory = tiff + view.getUint32(tiff + 4, little);
  const count = view.getUint16(directory, little);
  for (let i = 0; i < count; i++) {
    const field = directory + 2 + i * 12;
    if (view.getUint16(field, little) === ORIENTATION) view.setUint16(field + 8, 1, little);
  }
  return segment;
}
