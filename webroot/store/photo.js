// A photo from the camera, turned upright and shrunk on the device before it is sent: a site has little network. What the
// camera wrote about time and place goes with it, for whoever verifies the report; the server keeps no more than that.
import { newKey } from '../http/key.js';
import { exifOf, joined } from './exif.js';

/** So many an update may show. */
export const MOST_PHOTOS = 10;
const LONGEST = 1_600;
const QUALITY = 0.8;
const HEIC = ['heic', 'heix', 'hevc', 'heim', 'heis', 'mif1', 'msf1'];

/** A file that this browser cannot draw. `heic`: an iPhone's own format, of which most browsers know nothing. */
export class Unreadable extends Error {
  constructor(name, heic) {
    super(name);
    this.heic = heic;
  }
}

/**
 * → {photos: [{key, bytes}], unreadable: [Unreadable], over}: the files that fit, each photo with its key from birth, so that
 * however often it is sent it is one photo, and the bytes of a JPEG. @param room how many may come; `over`: how many did not
 */
export async function taken(files, room) {
  const found = { photos: [], unreadable: [], over: Math.max(0, files.length - room) };
  for (const file of [...files].slice(0, room)) {
    try {
      found.photos.push({ key: newKey(), bytes: await shrunk(file) });
    } catch {
      found.unreadable.push(new Unreadable(file.name, await isHeic(file)));
    }
  }
  return found;
}

/** By its first bytes: names and types lie. */
async function isHeic(file) {
  const head = String.fromCharCode(...new Uint8Array(await file.slice(0, 12).arrayBuffer().catch(() => new ArrayBuffer(0))));
  return head.slice(4, 8) === 'ftyp' && HEIC.includes(head.slice(8, 12));
}

/** → the bytes of a JPEG. Whatever the browser can draw, a HEIC too where it can, becomes one. */
async function shrunk(file) {
  const picture = await drawable(file);
  const scale = Math.min(1, LONGEST / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close?.();
  const jpeg = await new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY));
  const bytes = new Uint8Array(await jpeg.arrayBuffer());
  const exif = exifOf(new Uint8Array(await file.arrayBuffer()));
  return exif ? joined(bytes.subarray(0, 2), exif, bytes.subarray(2)) : bytes;
}

/** Upright, as its metadata says. Browsers of 2021 refuse to be asked for that, and turn an image element by themselves. */
async function drawable(file) {
  try {
    return await createImageBitmap(file, { imageOrientation: 'from-image' });
  } catch {
    const image = new Image();
    image.close = () => URL.revokeObjectURL(image.src);
    image.src = URL.createObjectURL(file);
    await image.decode();
    return image;
  }
}
