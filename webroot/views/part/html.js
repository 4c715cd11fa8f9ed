// Lit's templates, in which Chinese words on a page of another language say that they are Chinese: each string that becomes text
// is looked at, so no view can forget it. Attributes are left alone. On a Chinese page these are Lit's own.
import { html as plain, svg as plainSvg } from 'lit';
import { hasHan, runs } from '../../text/han.js';
import { language } from '../../text/text.js';

/** A sentence stays one box, where boxes stand in a row with gaps. */
const sentence = (words) => {
  const parts = runs(words);
  return parts.length === 1 ? plain`<bdi lang="zh">${words}</bdi>` : plain`<bdi>${parts.map(([part, chinese]) => (chinese ? plain`<bdi lang="zh">${part}</bdi>` : part))}</bdi>`;
};
const drawn = (words) => runs(words).map(([part, chinese]) => (chinese ? plainSvg`<tspan lang="zh">${part}</tspan>` : part));

const known = new WeakMap();

/** Of each value of a template, whether it stands between tags: only there it is text. */
function places(strings) {
  if (!known.has(strings)) {
    let inside = false;
    known.set(strings, strings.map((piece) => {
      const tag = piece.search(/[<>][^<>]*$/);
      if (tag >= 0) inside = piece[tag] === '<';
      return !inside;
    }));
  }
  return known.get(strings);
}

function marked(value, as) {
  if (typeof value === 'string') return hasHan(value) ? as(value) : value;
  return Array.isArray(value) ? value.map((each) => marked(each, as)) : value;
}

const marking = (tag, as) => (strings, ...values) => {
  const text = places(strings);
  return tag(strings, ...values.map((value, i) => (text[i] ? marked(value, as) : value)));
};

export const html = language === 'zh' ? plain : marking(plain, sentence);
export const svg = language === 'zh' ? plainSvg : marking(plainSvg, drawn);
