// The meeting that is being held. Its agenda is fixed when it begins: reports that come in meanwhile change the cards, not
// what is spoken of next. Everything typed lives on this device until the meeting is in the ledger, so a reload loses nothing.
import { newKey } from '../http/key.js';
import { recalled, remember } from '../http/pocket.js';

const PLACE = 'guatu.meeting';

export class Meeting {
  #kept;

  constructor(kept) {
    this.#kept = kept;
  }

  /** The one that was not ended, or null. A ledger that was restored knows nothing of it. */
  static resume(epoch) {
    const kept = recalled(PLACE, null);
    return kept?.epoch === epoch ? new Meeting(kept) : null;
  }

  static begin(epoch, { seq, day, items }, title, present) {
    const meeting = new Meeting({ epoch, began: seq, day, items, title, present, note: '', at: 0, spoken: [], drafts: {}, decisions: [], key: newKey() });
    meeting.go(0);
    return meeting;
  }

  get items() { return this.#kept.items; }
  get at() { return this.#kept.at; }
  get item() { return this.#kept.items[this.#kept.at] ?? null; }
  get decisions() { return this.#kept.decisions; }
  get title() { return this.#kept.title; }
  get present() { return this.#kept.present; }
  get note() { return this.#kept.note; }
  get day() { return this.#kept.day; }
  /** Used again when an end was sent and its answer never came. */
  get key() { return this.#kept.key; }

  go(at) {
    this.#kept.at = Math.min(this.items.length - 1, Math.max(0, at));
    const id = this.item?.project;
    if (id && !this.#kept.spoken.includes(id)) this.#kept.spoken.push(id);
    this.#keep();
  }

  spoke(project) {
    return this.#kept.spoken.includes(project);
  }

  decided(project) {
    return this.decisions.filter((decision) => decision.project === project);
  }

  /** A project that nobody expected. */
  add(project, change) {
    const at = this.items.findIndex((item) => item.project === project);
    if (at < 0) this.#kept.items.push({ project, ...(change && { change }) });
    this.#again();
    this.go(at < 0 ? this.items.length - 1 : at);
  }

  draft(project) {
    return this.#kept.drafts[project] ?? { text: '', owner: '', deadline: '', key: newKey() };
  }

  /** Another text is another decision: it gets another key. */
  type(project, fields) {
    this.#kept.drafts[project] = { ...fields, key: newKey() };
    this.#keep();
  }

  decide(project, { text, owner, deadline }, seq) {
    delete this.#kept.drafts[project];
    if (!this.decisions.some((known) => known.seq === seq)) this.decisions.push({ seq, project, text, owner, deadline });
    this.#again();
  }

  /** A directive was told: the decision that bears its key is one now, whichever page of this meeting pressed it. */
  told({ path, key }, seq) {
    const [project, draft] = Object.entries(this.#kept.drafts).find(([id, each]) => each.key === key && path === `/api/projects/${id}/updates`) ?? [];
    if (draft) this.decide(project, draft, seq);
  }

  record(fields) {
    Object.assign(this.#kept, fields);
    this.#again();
  }

  /** What the ledger is told. */
  get update() {
    const { title, present, note, began, items, decisions } = this.#kept;
    return { kind: 'meeting-held', title, ...(present && { present }), ...(note && { note }), began,
      agenda: items.filter(({ project }) => this.spoke(project)).map(({ project }) => project), decisions: decisions.map(({ seq }) => seq) };
  }

  over() {
    localStorage.removeItem(PLACE);
  }

  #again() {
    this.#kept.key = newKey();
    this.#keep();
  }

  #keep() {
    remember(PLACE, JSON.stringify(this.#kept));
  }
}
