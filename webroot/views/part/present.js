// What the board says now of what a form is about to change: field → value, as one would type it.
const step = (card, id) => card.milestones.find((each) => each.id === id);
const open = (card, about) => [...(card.blockers ?? []), ...(card.directives ?? [])].find(({ seq }) => seq === about);

const PRESENT = {
  'progress-reported': (card, { milestone }) => {
    const { percent, forecast, baseline } = step(card, milestone) ?? {};
    return percent && { percent: percent.pending ?? percent.verified ?? 0, forecast: forecast ?? baseline.finish };
  },
  'forecast-moved': (card, { milestone }) => {
    const { forecast, baseline } = step(card, milestone) ?? {};
    return baseline && { forecast: forecast ?? baseline.finish };
  },
  'blocker-promised': (card, typed, about) => ({ promised: open(card, about)?.promised }),
  'blocker-escalated': (card, typed, about) => ({ level: open(card, about)?.level }),
  'stage-changed': ({ stage }) => ({ stage }),
  'landmark-reached': ({ landmarks }, { landmark }) => ({ on: landmarks?.[landmark] }),
  'investment-planned': ({ investment }) => ({ total: investment?.total, planned: investment?.planned }),
  'project-amended': ({ name, owner, capacity, freshness, sector }) => ({
    'name.zh': name.zh, 'name.en': name.en, owner, sector, 'capacity.zh': capacity?.zh, 'capacity.en': capacity?.en, cadence: freshness?.cadence }),
};

/** `typed`: what the form says so far; `about`: the seq of the blocker, hazard or directive, or null. */
export const present = (kind, card, typed, about) => (card && PRESENT[kind]?.(card, typed, about)) || {};
