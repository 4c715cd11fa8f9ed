// Where somebody is at the desk, kept in the browser's address: Back, reload and a link in a message lead to the same place,
// and Back to the height at which it was left. Links to the desk inside `root` are followed without loading it again. Event:
// `change`.
import { addressOf, placeOf } from './place.js';

export class AddressBar extends EventTarget {
  #root;
  #language;
  #scroller;
  #top = null;
  #onClick = (event) => this.#follow(event);
  #onPop = ({ state }) => this.#arrive(state?.top ?? 0);
  #onWheel = () => { this.#top = null; };

  /** @param scroller gives the element that scrolls, once there is one */
  constructor(root, language, scroller) {
    super();
    this.#root = root;
    this.#language = language;
    this.#scroller = scroller;
    this.place = placeOf(location);
    root.addEventListener('click', this.#onClick);
    root.addEventListener('wheel', this.#onWheel, { passive: true });
    addEventListener('popstate', this.#onPop);
  }

  go(place) {
    this.#visit(addressOf(place, this.#language));
  }

  /** The same page, asked something else: Back does not go through every letter of it. */
  ask(asked) {
    history.replaceState(history.state, '', addressOf({ ...this.place, asked }, this.#language));
    this.place = placeOf(location);
    this.dispatchEvent(new Event('change'));
  }

  /** What was painted may be high enough by now to stand where it was left. */
  painted() {
    const scroller = this.#scroller();
    if (this.#top === null || !scroller) return;
    scroller.scrollTop = this.#top;
    if (scroller.scrollTop >= this.#top - 1) this.#top = null;
  }

  end() {
    this.#root.removeEventListener('click', this.#onClick);
    this.#root.removeEventListener('wheel', this.#onWheel);
    removeEventListener('popstate', this.#onPop);
  }

  #follow(event) {
    const link = event.target.closest?.('a[href]');
    const aside = event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
    if (!link || aside || link.target || link.origin !== location.origin || !/^\/desk(\/|$)/.test(link.pathname) || language(link) !== language(location)) return;
    event.preventDefault();
    // A mouse leaves no focus behind: the next key is for the page.
    if (event.detail) link.blur();
    this.#visit(link.pathname + link.search);
  }

  #visit(address) {
    history.replaceState({ top: this.#scroller()?.scrollTop ?? 0 }, '');
    if (address !== location.pathname + location.search) history.pushState({ top: 0 }, '', address);
    this.#arrive(0);
  }

  #arrive(top) {
    this.place = placeOf(location);
    this.#top = top;
    this.dispatchEvent(new Event('change'));
  }
}

const language = ({ search }) => new URLSearchParams(search).get('lang') ?? 'zh';
