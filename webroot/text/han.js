// Which parts of a sentence are Chinese: on an English page people's own words (names, notes, places) stand among others, and
// whoever reads them aloud, or sets them, must know which they are. Pure.
const HAN = '[\\p{Script=Han}\\u3000-\\u303f\\uff00-\\uffef]';
/** From its first character to its last before a Latin letter, with the figures that touch it: 3号楼, 标段2. */
const RUN = new RegExp(`[\\d.]*${HAN}(?:[^A-Za-z]*${HAN})?\\d*`, 'gu');
const SOME = /\p{Script=Han}/u;

export const hasHan = (words) => SOME.test(words);

/** → [[words, whether they are Chinese], …], which joined are the sentence. */
export function runs(sentence) {
  const found = [];
  let end = 0;
  for (const { 0: words, index } of sentence.matchAll(RUN)) {
    if (index > end) found.push([sentence.slice(end, index), false]);
    found.push([words, hasHan(words)]);
    end = index + words.length;
  }
  if (end < sentence.length) found.push([sentence.slice(end), false]);
  return found;
}
