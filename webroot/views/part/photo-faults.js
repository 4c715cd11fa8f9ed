// What is wrong with chosen files, as sentences: which one, and what to do.
import { MOST_PHOTOS } from '../../store/photo.js';
import { text } from '../../text/text.js';

/** `found`: see `taken`; `chosen`: how many files there were. */
export function photoFaults({ unreadable, over }, chosen) {
  const which = ({ message }) => (chosen > 1 ? text('photo.which', { name: message }) : text('photo.this'));
  const said = unreadable.map((fault) => text(fault.heic ? 'photo.heic' : 'photo.unreadable', { which: which(fault) }));
  return over ? [...said, text('photo.over', { most: MOST_PHOTOS, n: over })] : said;
}
