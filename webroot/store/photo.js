// A photo from the camera, turned upright and shrunk on the device before it is sent: a site has little network. What the
// camera wrote about time and place goes with it, for whoever verifies the report; the server keeps no more than that.
import { newKey } from '../http/key.js';

const LONGEST = 1_600;
const QUALITY = 0.8;
const EXIF = 'Exif\0\0';
const SEGMENT = 65_533;

/** → {key, bytes}: its key from birth, so that however often it is sent it is one photo, and the bytes of a JPEG. */
export const taken = async (file) => ({ key: newKey(), bytes: await shrunk(file) });

/** → the bytes of a JPEG. Whatever the browser can draw, a HEIC too where it can, becomes one. */
async function shrunk(file) {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
  const scale = Math.min(1, LONGEST / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  const jpeg = await new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY));
  const exif = exifOf(new Uint8Array(await file.arrayBuffer()));
  const bytes = new Uint8Array(await jpeg.arrayBuffer());
  return exif ? joined(bytes.subarray(0, 2), exif, bytes.subarray(2)) : bytes;
}

/** The EXIF segment for a JPEG, saying upright, or null. */
function exifOf(bytes) {
  const view = new DataView(bytes.buffer);
  if (bytes.length < 4 || view.getUint16(0) !== 0xffd8) return wrapped(bytes);
  for (let at = 2; at + 10 < bytes.length && bytes[at] === 0xff && bytes[at + 1] !== 0xda; at += 2 + view.getUint16(at + 2)) {
    const named = String.fromCharCode(...bytes.subarray(at + 4, at + 10));
    if (bytes[at + 1] === 0xe1 && named === EXIF) return upright(bytes.slice(at, at + 2 + view.getUint16(at + 2)));
  }
  return null;
}

/** A HEIC holds the same words somewhere in its boxes: they become a segment. */
function wrapped(bytes) {
  const words = new TextDecoder('latin1').decode(bytes);
  const at = Math.max(words.indexOf(`${EXIF}II*\0`), words.indexOf(`${EXIF}MM\0*`));
  if (at < 0) return null;
  const body = bytes.slice(at, at + SEGMENT - 2);
  const head = new Uint8Array([0xff, 0xe1, (body.length + 2) >> 8, (body.length + 2) & 0xff]);
  return upright(joined(head, body));
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
    if (view.getUint16(field, little) === 0x0112) view.setUint16(field + 8, 1, little);
  }
  return segment;
}

function joined(...parts) {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
