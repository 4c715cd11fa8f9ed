// Whoever sits at this browser sits at all its pages: what is touched in one of them keeps the login of the others, and who logs
// out of one has left them all. Event: `left`.
const NAME = 'guatu.sitting';
const TOUCHES = ['pointerdown', 'keydown', 'wheel', 'input'];
/** So often at most a page says that it was touched. */
const SAY_MILLIS = 10_000;

export class Sitting extends EventTarget {
  #person;
  #others;
  #touched = Date.now();
  #said = 0;
  #touch = () => {
    this.#touched = Date.now();
    if (this.#touched - this.#said < SAY_MILLIS) return;
    this.#said = this.#touched;
    this.#say({ touched: true });
  };

  /** @param person whose login it is: another's pages mean nothing here */
  constructor(person, others = new BroadcastChannel(NAME)) {
    super();
    this.#person = person;
    this.#others = others;
    others.onmessage = ({ data }) => {
      if (data.person !== person) return;
      if (data.touched) this.#touched = Date.now();
      else this.dispatchEvent(new Event('left'));
    };
    for (const kind of TOUCHES) document.addEventListener(kind, this.#touch, { passive: true });
    this.#touch();
  }

  /** For so many minutes nobody has touched any of the pages. */
  idle(minutes) {
    return Date.now() - this.#touched >= minutes * 60_000;
  }

  /** Of all pages. */
  leave() {
    this.#say({ left: true });
  }

  /** This page is nobody's any more. */
  end() {
    for (const kind of TOUCHES) document.removeEventListener(kind, this.#touch);
    this.#others.close();
  }

  #say(what) {
    this.#others.postMessage({ person: this.#person, ...what });
  }
}
