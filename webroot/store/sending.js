// From what is typed to what is on its way: a press is one report, a draft lives until what it became is kept or in the ledger,
// and nothing is said to be noted before it is. Event: `change`.
import { text } from '../text/text.js';
import { Unkept } from './outbox.js';
import { MOST_PHOTOS } from './photo.js';

/** For so long after a report it says that it was noted, and the same one is not sent again: fingers tap twice. */
const ONCE_MILLIS = 3_000;

/** Photos of both, each once, as many as an update may show. */
const together = (some = [], more = []) => [...some, ...more.filter(({ key }) => !some.some((each) => each.key === key))];

/** Whether all of it is done: what is done has no forecast. */
export const whole = ({ measure }, { percent, done }) => (measure ? done >= measure.total : percent >= 100);

export class Sending extends EventTarget {
  /** {what, how: 'keeping' | 'saved' | 'sent'} of the last press, or null. */
  said = null;
  /** Why what was pressed was neither kept nor sent, or null. */
  fault = null;
  #grants;
  #outbox;
  #drafts;

  constructor(grants, outbox, drafts) {
    super();
    this.#grants = grants;
    this.#outbox = outbox;
    this.#drafts = drafts;
  }

  static place(project, milestone) {
    return `report.${project}.${milestone}`;
  }

  get #grant() {
    return this.#grants.me.grant;
  }

  /** @param figure {percent}, or {done} of a step that is counted: the report on it as it stands in its draft, with the blocker that was told in the same breath. */
  report(card, step, figure, today) {
    const place = Sending.place(this.#grant.project, step.id);
    const { asOf = today, note: typed, forecast, cause, photos, factor, hinder, replaces } = this.#drafts.of(place);
    const note = typed?.trim();
    return this.#once('send', async () => {
      const key = await this.#drafts.key(place);
      await this.#add(card, { kind: 'progress-reported', milestone: step.id, ...figure, asOf, ...(note && { note }), ...(forecast && !whole(step, figure) && { forecast, cause }) },
        { key, photos, about: step.name });
      if (factor) await this.#add(card, { kind: 'blocker-raised', factor, text: hinder, asOf, milestones: [step.id] }, { key: `${key}.blocker` });
      await this.#replaced(place, replaces);
    });
  }

  /** `asOf`: what was so on that day is not so today because the network was away. */
  still(card, asOf) {
    return this.#once('still', () => this.#add(card, { kind: 'still-true', asOf }));
  }

  /** What a form beside the report says; a second press of the same sort meanwhile is none. */
  tell(card, what, { place, update, photos, then, kept }) {
    const { replaces } = this.#drafts.of(place);
    return this.#once(what, async () => {
      const key = await this.#drafts.key(place);
      await this.#add(card, update, { key, photos });
      if (then) await this.#add(card, then.update, { key: `${key}.then`, photos: then.photos, after: key });
      kept();
      await this.#replaced(place, replaces);
    }, 0);
  }

  /** An own report that nobody has judged. After what was said of the same milestone before. */
  takeBack(card, { seq, update: { milestone } }) {
    const lane = `${this.#grant.project}/${milestone}`;
    return this.#once('takeback', () => this.#add(card, { kind: 'progress-withdrawn', report: seq }, { lane, key: `withdraw-${seq}` }), 0);
  }

  /** Into the form again, what was typed there too. It stays where it is until what replaces it is kept. */
  async edit({ key, update, photos, about, code, detail, errors }) {
    const { kind, milestone, ...typed } = update;
    const place = Sending.place(this.#grant.project, milestone);
    const problem = code && { code, message: detail, errors };
    const all = together(photos, this.#drafts.of(place)?.photos).slice(0, MOST_PHOTOS);
    await this.#drafts.change(place, { ...typed, photos: all, name: about?.step, replaces: key, problem: problem || undefined });
    await this.#outbox.edit(key);
  }

  /** What was typed about one milestone is about another. What that one has no room for stays. */
  async move(project, from, to) {
    const [left, there] = [from, to].map((each) => Sending.place(project, each));
    const { name, problem, ...draft } = this.#drafts.of(left);
    const all = together(this.#drafts.of(there).photos, draft.photos);
    await this.#drafts.change(there, { ...draft, photos: all.slice(0, MOST_PHOTOS) });
    await this.#drafts.drop(left);
    if (all.length > MOST_PHOTOS) await this.#drafts.change(left, { name, photos: all.slice(MOST_PHOTOS) });
  }

  /** What was typed is not wanted, nor what it was to replace. */
  async discard(place) {
    await this.#replaced(place, this.#drafts.of(place).replaces);
  }

  async #replaced(place, key) {
    await this.#drafts.drop(place);
    if (key) await this.#outbox.remove(key);
  }

  async #add(card, update, { key, photos = [], about = null, after = null, lane = null } = {}) {
    const { id: grant, project, companyId: company } = this.#grant;
    const kept = await this.#outbox.add(
      { grant, project, company, update, photos, ...(after && { after }), ...(lane && { lane }), about: { project: card.name, step: about } }, key);
    if (!kept) this.#say({ ...this.said, how: 'sent' });
  }

  /** A second tap sends nothing; what is pressed elsewhere meanwhile is no second tap. */
  async #once(what, job, pause = ONCE_MILLIS) {
    if (this.said && (pause || this.said.how === 'keeping')) return;
    this.#say({ what, how: 'keeping' });
    try {
      await job();
      this.fault = null;
      if (this.said.how === 'keeping') this.#say({ what, how: 'saved' });
    } catch (fault) {
      if (!(fault instanceof Unkept)) throw fault;
      this.fault = this.#why(fault);
      this.#say(null);
      return;
    } finally {
      if (!pause) this.#say(null);
    }
    setTimeout(() => this.#say(null), pause);
  }

  #why({ full, unknown, problem, message }) {
    if (problem) return problem.message;
    return full ? text('report.full') : unknown ? text('report.unopened') : text('report.unkept', { reason: message });
  }

  #say(said) {
    this.said = said;
    this.dispatchEvent(new Event('change'));
  }
}
