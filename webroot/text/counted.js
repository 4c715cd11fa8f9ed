// English counts: of one thing there is a day, a hazard, an entry. Sentences are written for many.
const MANY = /\{(\w+)\} (?!(?:is|was|has|does|appears|stops)\b)([a-z]+?)(ies|s)\b(?: (were|are)\b)?/g;
const THEY = /\{(\w+)\} (were|are)\b/g;
const IT = { were: 'was', are: 'is' };

/** The sentence as it is said with these numbers; its {parameters} stay. */
export function counted(sentence, parameters) {
  const one = (name) => String(parameters[name]) === '1';
  return sentence
    .replace(MANY, (many, name, stem, end, they) => (one(name) ? `{${name}} ${stem}${end === 'ies' ? 'y' : ''}${they ? ` ${IT[they]}` : ''}` : many))
    .replace(THEY, (many, name, they) => (one(name) ? `{${name}} ${IT[they]}` : many));
}
