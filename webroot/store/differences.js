// What is different on a card since it was last looked at, as things a row can say: a lamp, progress, a forecast, something
// in the way. Pure. A second change soon after the first is told from where the first began.
const said = ({ progress }) => progress?.pending ?? progress?.verified;
const verified = ({ progress }) => progress?.verified;
const raised = (before, after) => (after.blockers ?? []).filter(({ seq }) => !(before.blockers ?? []).some((known) => known.seq === seq));

function forecasts(before, after) {
  return after.milestones.flatMap((step) => {
    const was = before.milestones.find(({ id }) => id === step.id);
    return was && was.forecast !== step.forecast && step.forecast && !step.actual
      ? [{ what: 'forecast', milestone: step.name, from: was.forecast ?? was.baseline.finish, to: step.forecast }] : [];
  });
}

/** → [{what, from, to, …}], the weightiest first. */
export function differences(before, after) {
  const all = [];
  if (before.lamp.colour !== after.lamp.colour) all.push({ what: 'lamp', from: before.lamp.colour, to: after.lamp.colour });
  if (verified(before) !== verified(after)) all.push({ what: 'verified', from: verified(before), to: verified(after) });
  else if (said(before) !== said(after)) all.push({ what: 'pending', from: said(before), to: said(after) });
  all.push(...forecasts(before, after));
  all.push(...raised(before, after).map((blocker) => ({ what: 'raised', to: blocker.factor })));
  all.push(...raised(after, before).map((blocker) => ({ what: 'cleared', from: blocker.factor })));
  if (!all.length && before.freshness.confirmed !== after.freshness.confirmed) all.push({ what: 'confirmed' });
  return all;
}

/** Remembers for a while what each card was before it changed. */
export class Recent {
  #millis;
  #before = new Map();

  constructor(millis) {
    this.#millis = millis;
  }

  /** `earlier`: the cards that changed, as they were. */
  note(earlier, now) {
    earlier.forEach((card, id) => {
      if (!card) return;
      const first = this.#before.get(id);
      this.#before.set(id, { card: first && first.until > now ? first.card : card, until: now + this.#millis });
    });
  }

  /** id → differences, of what changed a moment ago. */
  of(cards, now) {
    const all = new Map();
    this.#before.forEach(({ card, until }, id) => {
      const after = cards.get(id);
      if (until <= now || !after) this.#before.delete(id);
      else all.set(id, differences(card, after));
    });
    return all;
  }
}
