// Which template is offered first for a project: words in its name say more than its sector, a longer sector more than its
// beginning. Pure.
const depth = (sector, of) => (of === sector || of.startsWith(`${sector}.`) ? sector.length : 0);

const worth = ({ words = [], sectors = [] }, card) =>
  words.some((word) => card.name.zh.includes(word)) ? Infinity : Math.max(0, ...sectors.map((sector) => depth(sector, card.sector)));

/** → its id, or '' where none says anything of such a project. */
export function fitting(templates, card) {
  let best = null;
  for (const template of templates) if (worth(template, card) > (best ? worth(best, card) : 0)) best = template;
  return best?.id ?? '';
}
