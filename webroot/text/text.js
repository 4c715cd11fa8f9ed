// The page's language: Chinese, or English by ?lang=en. All words come from one file per language, of which a packed page gets
// those that its modules name.
import { counted } from './counted.js';

const asked = new URLSearchParams(location.search).get('lang');
export const language = asked === 'en' ? 'en' : 'zh';
document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';

const { href } = document.querySelector(`link[type='application/json'][hreflang=${language}]`);
const all = await (await fetch(href)).json();

/** The text of a key with its {parameters} filled in. */
export function text(key, parameters = {}) {
  if (!has(key)) console.debug(`no text for ${key}`); // a test sees whether there is one
  const sentence = all[key] ?? key;
  return (language === 'en' ? counted(sentence, parameters) : sentence).replace(/\{(\w+)\}/g, (whole, name) => parameters[name] ?? whole);
}

export const has = (key) => key in all;

/** Every text whose key begins so: the rest of the key, and the text. */
export const texts = (prefix) => Object.entries(all).filter(([key]) => key.startsWith(prefix)).map(([key, words]) => [key.slice(prefix.length), words]);

/** What begins a line, a cell or a choice, in languages that have capitals. */
export const opening = (words) => words.charAt(0).toUpperCase() + words.slice(1);

/** A name in the page's language; without an English one the Chinese. */
export const named = (name) => name?.[language] ?? name?.zh ?? '';
