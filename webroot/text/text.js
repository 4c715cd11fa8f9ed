// The page's language: Chinese, or English by ?lang=en. All words come from one file per language.
const asked = new URLSearchParams(location.search).get('lang');
export const language = asked === 'en' ? 'en' : 'zh';
document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';

const texts = await (await fetch(`/text/${language}.json`)).json();

/** The text of a key with its {parameters} filled in. */
export function text(key, parameters = {}) {
  return (texts[key] ?? key).replace(/\{(\w+)\}/g, (all, name) => parameters[name] ?? all);
}

export const has = (key) => key in texts;

/** A name in the page's language. */
export const named = (name) => name?.[language] ?? '';
