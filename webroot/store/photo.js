// A photo from the camera, turned upright and shrunk on the device before it is sent: a site has little network. What the
// camera wrote about time and place goes with it, for whoever verifies the report; the server keeps no more than that.
const LONGEST = 1_600;
const QUALITY = 0.8;
const EXIF = 'Exif\0\0';

/** → the bytes of a JPEG. Whatever the browser can draw, a HEIC too where it can, becomes one. */
export async function shrunk(file) {
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

/** The EXIF segment of a JPEG, saying upright, or null. */
function exifOf(bytes) {
  const view = new DataView(bytes.buffer);
  if (bytes.length < 4 || view.getUint16(0) !== 0xffd8) return null;
  for (let at = 2; at + 10 < bytes.length && bytes[at] === 0xff && bytes[at + 1] !== 0xda; at += 2 + view.getUint16(at + 2)) {
    const named = String.fromCharCode(...bytes.subarray(at + 4, at + 10));
    if (bytes[at + 1] === 0xe1 && named === EXIF) return upright(bytes.slice(at, at + 2 + view.getUint16(at + 2)));
  }
  return null;
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
