// What can be found by a few letters: every word that was typed must begin a word of it, or stand in it (Chinese has no gaps).
// Those that begin with what was typed come first, then by the order given. Pure.
const plain = (words) => words.toLowerCase().normalize('NFKC');

function rank(find, words) {
  const name = plain(find.name);
  const all = `${name}\n${plain(find.also ?? '')}\n${plain(find.aside ?? '')}`;
  if (!words.every((word) => all.includes(word))) return null;
  if (name.startsWith(words[0])) return 0;
  return words.every((word) => name.includes(word)) ? 1 : 2;
}

/** @param finds [{name, also (other names), aside, …}] → those that fit, best first; all of them where nothing was typed */
export function matches(finds, typed) {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  if (!words.length) return finds;
  return finds.map((find, i) => ({ find, i, rank: rank(find, words) })).filter((each) => each.rank !== null)
    .sort((a, b) => a.rank - b.rank || a.i - b.i).map(({ find }) => find);
}
