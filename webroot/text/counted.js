// English counts: of one thing there is a day, a hazard, an entry. Sentences are written for many.
const MANY = /\{(\w+)\} (?!(?:is|was|has|does|appears|stops)\b)([a-z]+?)(ies|s)\b/g;

/** The sentence as it is said with these numbers; its {parameters} stay. */
export const counted = (sentence, parameters) =>
  sentence.replace(MANY, (many, name, stem, end) => (String(parameters[name]) === '1' ? `{${name}} ${stem}${end === 'ies' ? 'y' : ''}` : many));
