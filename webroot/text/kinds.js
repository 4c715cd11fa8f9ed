// What the contract says of each kind of update, and of what else a form asks for (`grant-asked`): the topic under which it is
// offered, and its fields with their bounds, lengths and words. The server draws it from the contract: no page has such a list of its own.
import { has, text } from './text.js';

const all = await (await fetch('/kinds.json')).json();

/** Texts of words that stand under another name than their field's. */
const WORDS = { cause: 'factor', 'petitions-counted.level': 'petition' };

/** The fields in the contract's order; none of a kind that has an operation of its own. */
export const fieldsOf = (kind) => all[kind]?.fields ?? [];

export const fieldOf = (kind, name) => fieldsOf(kind).find((field) => field.name === name);

/** How many characters a line or text may have. */
export const longest = (kind, name) => fieldOf(kind, name).longest;

/** What a number's field counts by: as many decimals as are taken; any where the contract sets no bound. */
export const stepOf = ({ decimals }) => (decimals === undefined ? 'any' : String(10 ** -decimals));

/** How many it needs, where one is not enough. */
export const shortest = (kind, name) => fieldOf(kind, name).shortest;

/** The steps in which land and homes are given up, in their order. */
export const COUNTS = fieldsOf('relocation-counted').map(({ name }) => name.split('.')).filter(([of, step]) => of === 'households' && step).map(([, step]) => step);

/** The key of what a field is called: some kinds have a word of their own. */
export const labelOf = (kind, name) => (has(`field.${kind}.${name}`) ? `field.${kind}.${name}` : `field.${name}`);

/** The words that a field, or each in a list, may have. */
export const optionsOf = (kind, name) => fieldOf(kind, name).options;

/** Where the texts of a field's words stand. */
export const wordsOf = (kind, name) => WORDS[`${kind}.${name}`] ?? WORDS[name] ?? name;

export const word = (kind, name, value) => text(`${wordsOf(kind, name)}.${value}`);

/** Topic → the kinds that are offered under it. */
export const topics = () => {
  const kinds = {};
  for (const [kind, { topic }] of Object.entries(all)) if (topic) (kinds[topic] ??= []).push(kind);
  return kinds;
};

/** What the site tells of its day: forms that say nothing but what the contract does. */
export const isPlain = (kind) => all[kind]?.topic === 'site';
