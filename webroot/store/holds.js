// What cannot be undone waits some seconds before it is told, and until then is taken back with one press. It is told as soon as
// somebody asks for it, logs out, or leaves the page: it was pressed, and what was pressed is not lost in silence. So it lies on
// a shelf until it was answered: what a page could not tell before it ended, its person's next page tells, or has it stand there
// as not told. What is refused when nobody looks at its form any more stands until it was read. Events: `change`;
// `told` {request, answer}, whichever page pressed it.
import { unjudged } from '../http/unjudged.js';

const WAIT_MILLIS = 6_000;
/** So long after it was pressed the next page tells it unasked; later somebody says whether it is still meant. */
const MEANT_MILLIS = 10 * 60_000;
/** A page that lives has told by then, or says why not: another one leaves its rows alone until then. */
const LIVING_MILLIS = 60_000;

/** What `hold` resolves with when it was taken back. */
export const TAKEN_BACK = Symbol('taken back');

const rowOf = ({ id, words, request, at, fault, again, left }) => ({ id, words, request, at, fault, again, left });

export class Holds extends EventTarget {
  #held = [];
  #post;
  #shelf;

  /** @param post tells a request {path, body, key, match}; @param shelf where rows outlive the page */
  constructor(post, shelf) {
    super();
    this.#post = post;
    this.#shelf = shelf;
  }

  /**
   * → [{id, words, at, until, fault, again, left}], oldest first. `until`: it waits; `fault`: why it was not told, `again`: and may
   * be; `left`: its page ended, and nobody heard an answer.
   */
  get all() {
    return this.#held;
  }

  /** Whether this waits, or is on its way. */
  has(id) {
    return this.#held.some((each) => each.id === id && !each.stands);
  }

  /** What this person's pages left untold. */
  resume() {
    const now = Date.now();
    for (const row of this.#shelf.all().filter(({ left, fault, at }) => left || fault || at + LIVING_MILLIS < now).sort((a, b) => a.at - b.at)) {
      const held = this.#add({ ...row, left: !row.fault, stands: true, seen: () => false });
      held.outcome.catch(() => {}); // it stands here
      if ((row.again || !row.fault) && now - row.at < MEANT_MILLIS) this.tell(row.id);
    }
    this.#changed();
  }

  /**
   * @param request {path, body, key, match}; @param seen whether somebody still looks at where it was pressed: then a refusal is said there
   * @returns the answer, or TAKEN_BACK; the same for the same id while it waits. Rejects as the API does.
   */
  hold({ id, words, request, seen }) {
    const known = this.#held.find((each) => each.id === id && !each.stands);
    if (known) return known.outcome;
    this.#drop(id);
    const at = Date.now();
    const held = this.#add({ id, words, request, seen, at, until: at + WAIT_MILLIS });
    held.timer = setTimeout(() => this.tell(id), WAIT_MILLIS);
    this.#shelf.put(rowOf(held));
    this.#changed();
    return held.outcome;
  }

  /** The newest that waits, or the one of this id. */
  takeBack(id = this.#newest?.id) {
    const held = this.#held.find((each) => each.id === id && each.until);
    if (!held) return;
    clearTimeout(held.timer);
    this.#drop(id);
    held.resolve(TAKEN_BACK);
  }

  /** Now, or once more. Resolves when it was answered, whatever the answer. */
  async tell(id) {
    const held = this.#held.find((each) => each.id === id && !each.telling);
    if (!held) return;
    clearTimeout(held.timer);
    Object.assign(held, { until: null, telling: true, stands: false });
    this.#changed();
    try {
      const answer = await this.#post(held.request);
      this.dispatchEvent(Object.assign(new Event('told'), { request: held.request, answer }));
      held.resolve(answer);
      this.#drop(id);
    } catch (problem) {
      this.#failed(held, problem);
      held.reject(problem);
    }
  }

  /** All that wait. */
  tellAll() {
    return Promise.all(this.#held.filter(({ until }) => until).map(({ id }) => this.tell(id)));
  }

  /** The page ends, or its person's login: what has no answer yet is the next page's. → how much that is */
  leave() {
    const open = this.#held.filter(({ fault, again }) => !fault || again);
    for (const held of open) {
      held.left = true;
      this.#shelf.put(rowOf(held));
    }
    return open.length;
  }

  /** As `leave`, where nobody can tell any more. */
  end() {
    this.#held.forEach(({ timer }) => clearTimeout(timer));
    return this.leave();
  }

  /** It was read that it is refused, or is not meant any more. */
  read(id) {
    this.#drop(id);
  }

  #failed(held, problem) {
    Object.assign(held, { telling: false, stands: true, fault: problem.message, again: unjudged(problem), left: false });
    if (held.seen() && problem.status !== 401) this.#drop(held.id);
    else this.#shelf.put(rowOf(held));
    this.#changed();
  }

  get #newest() {
    return this.#held.filter(({ until }) => until).pop();
  }

  #add(held) {
    held.outcome = new Promise((resolve, reject) => Object.assign(held, { resolve, reject }));
    this.#held = [...this.#held, held];
    return held;
  }

  #drop(id) {
    this.#shelf.drop(id);
    const left = this.#held.filter((each) => each.id !== id);
    if (left.length === this.#held.length) return;
    this.#held = left;
    this.#changed();
  }

  #changed() {
    this.dispatchEvent(new Event('change'));
  }
}
