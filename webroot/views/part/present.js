// What the board says now of what a form is about to change: field → value, as one would type it.
import { spansOf } from '../../text/days.js';

const step = (card, id) => card.milestones.find((each) => each.id === id);
/** Whether what is said of it is a quantity. */
export const isCounted = (card, milestone) => Boolean(milestone && card && step(card, milestone)?.measure);

const open = (card, about) => [...(card.blockers ?? []), ...(card.directives ?? []), ...(card.safety?.open ?? [])].find(({ seq }) => seq === about);
const flat = (prefix, counts) => Object.fromEntries(Object.entries(counts ?? {}).map(([each, n]) => [`${prefix}.${each}`, n]));

/** What a contract was last said to be worth. */
export const worth = (contract) => contract && (contract.varied.slice(-1)[0] ?? contract.signed).amount;

const PRESENT = {
  'progress-reported': (card, { milestone }) => {
    const { percent, measure, forecast, baseline } = step(card, milestone) ?? {};
    return percent && { percent: percent.pending ?? percent.verified ?? 0, done: measure?.done, forecast: forecast ?? baseline.finish };
  },
  'forecast-moved': (card, { milestone }) => {
    const { forecast, baseline } = step(card, milestone) ?? {};
    return baseline && { forecast: forecast ?? baseline.finish };
  },
  'blocker-promised': (card, typed, about) => ({ promised: open(card, about)?.promised }),
  'blocker-escalated': (card, typed, about) => ({ level: open(card, about)?.level }),
  'hazard-rechecked': (card, typed, about) => ({ deadline: open(card, about)?.deadline }),
  'directive-sent-back': (card, typed, about) => ({ deadline: open(card, about)?.deadline }),
  'relocation-counted': ({ relocation }) => ({ ...flat('households', relocation?.households), ...flat('mu', relocation?.mu) }),
  'petitions-counted': (card, typed, about, { petitions }) => ({ level: petitions?.level, open: petitions?.open }),
  'stage-changed': ({ stage }) => ({ stage }),
  'landmark-reached': ({ landmarks }, { landmark }) => ({ on: landmarks?.[landmark] }),
  'investment-planned': ({ investment }, { year }, about, { detail }) => ({
    total: investment?.total, land: detail?.land, work: detail?.works?.[year], fixedBefore: detail?.fixedBefore?.[year], planned: detail?.planned?.[year] ?? (String(investment?.year) === year ? investment.planned : undefined), before: detail?.before?.[year] }),
  'investment-completed': (card, { month }, about, { detail }) => ({
    completed: detail?.completed?.[month], ...flat('composition', detail?.parts?.[month]?.composition), ...flat('funds', detail?.parts?.[month]?.funds) }),
  'investment-detailed': (card, { month }, about, { detail }) => detail?.details?.[month] ?? {},
  'permit-obtained': (card, { permit }, about, { detail }) => detail?.permits?.[permit] ?? {},
  'contract-varied': (card, { number }, about, { detail }) => ({ amount: worth(detail?.contracts?.[number]) }),
  'month-planned': (card, { month }, about, { detail }) => detail?.plans?.[month] ?? {},
  'project-amended': ({ name, owner, capacity, freshness, sector }, typed, about, { detail }) => ({
    'name.zh': name.zh, 'name.en': name.en, owner, sector, 'capacity.zh': capacity?.zh, 'capacity.en': capacity?.en, cadence: freshness?.cadence,
    weight: detail?.weight }),
  'project-placed': ({ site }) => flat('site', site),
  'project-described': (card, typed, about, { detail }) => detail?.description ?? {},
  'board-opened': ({ name, county, town }) => ({ 'name.zh': name.zh, 'name.en': name.en, county, town }),
  'address-named': ({ address }) => ({ address }),
  'operator-named': ({ operator }) => operator,
  'weighting-chosen': ({ weighting }) => ({ weighting }),
  'seal-chosen': ({ hash }) => ({ hash }),
  'access-agreed': ({ access }) => access,
  'calendar-adopted': ({ years }, { year }) => ({ off: spansOf(years[year]?.off ?? []), on: spansOf(years[year]?.on ?? []) }),
};

/**
 * `subject`: the card, or what was agreed for the board; `typed`: what the form says so far; `about`: the seq of the blocker,
 * hazard or directive, or null; `more`: what is fetched beside the card, {detail, petitions}.
 */
export const present = (kind, subject, typed, about, more = {}) => (subject && PRESENT[kind]?.(subject, typed, about, more)) || {};
