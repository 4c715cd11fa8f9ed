// What cannot be undone waits some seconds before it is told, and until then is taken back with one press. It is told as soon as
// somebody asks for it, logs out, or leaves the page: it was pressed, and what was pressed is not lost in silence. What is refused
// when nobody looks at its form any more stays here until it was read. Event: `change`.
const WAIT_MILLIS = 6_000;

/** What `hold` resolves with when it was taken back. */
export const TAKEN_BACK = Symbol('taken back');

export class Holds extends EventTarget {
  #held = [];

  /** → [{id, words, until, fault}], oldest first; `fault`: why it was refused, else null and it waits. */
  get all() {
    return this.#held;
  }

  /** Whether this waits, or is on its way. */
  has(id) {
    return this.#held.some((each) => each.id === id && !each.fault);
  }

  /**
   * @param act tells it; @param seen whether somebody still looks at where it was pressed: then a refusal is said there
   * @returns the answer of `act`, or TAKEN_BACK; the same for the same id while it waits. Rejects as `act` does.
   */
  hold({ id, words, act, seen }) {
    const known = this.#held.find((each) => each.id === id && !each.fault);
    if (known) return known.outcome;
    this.#drop(id);
    const held = { id, words, act, seen, until: Date.now() + WAIT_MILLIS, fault: null };
    held.outcome = new Promise((resolve, reject) => Object.assign(held, { resolve, reject }));
    held.timer = setTimeout(() => this.tell(id), WAIT_MILLIS);
    this.#held = [...this.#held, held];
    this.#changed();
    return held.outcome;
  }

  /** The newest that waits, or the one of this id. */
  takeBack(id = this.#newest?.id) {
    const held = this.#waiting(id);
    if (!held) return;
    clearTimeout(held.timer);
    this.#drop(id);
    held.resolve(TAKEN_BACK);
  }

  /** Now. Resolves when it was answered, whatever the answer. */
  async tell(id) {
    const held = this.#waiting(id);
    if (!held) return;
    clearTimeout(held.timer);
    held.until = null;
    this.#changed();
    try {
      held.resolve(await held.act());
      this.#drop(id);
    } catch (problem) {
      if (held.seen()) this.#drop(id);
      else held.fault = problem.message;
      held.reject(problem);
      this.#changed();
    }
  }

  tellAll() {
    return Promise.all(this.#held.map(({ id }) => this.tell(id)));
  }

  /** A refusal was read. */
  read(id) {
    this.#drop(id);
  }

  get #newest() {
    return this.#held.filter(({ until }) => until).pop();
  }

  #waiting(id) {
    return this.#held.find((each) => each.id === id && each.until);
  }

  #drop(id) {
    const left = this.#held.filter((each) => each.id !== id);
    if (left.length === this.#held.length) return;
    this.#held = left;
    this.#changed();
  }

  #changed() {
    this.dispatchEvent(new Event('change'));
  }
}
