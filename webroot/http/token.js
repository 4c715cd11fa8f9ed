// The token of a link: taken from the fragment, which no server sees, kept on this device, and gone from the address bar.
// It cannot be renewed; where a session can.
import { remember } from './pocket.js';

export class LinkToken extends EventTarget {
  constructor(token) {
    super();
    this.token = token;
  }

  /** The one that this page was opened with, now or earlier, or null. */
  static of(page) {
    const key = `guatu.${page}.token`;
    const given = LinkToken.given();
    if (given) {
      if (!remember(key, given)) return new LinkToken(given); // a full device: it stays where it is
      LinkToken.hide();
    }
    const token = localStorage.getItem(key);
    return token ? new LinkToken(token) : null;
  }

  /** The token in the address bar, or null. */
  static given() {
    const fragment = location.hash.slice(1);
    return fragment.split('.').length === 3 ? fragment : null;
  }

  /** Another of this device's links opens this page from now on. */
  static choose(page, token) {
    remember(`guatu.${page}.token`, token);
  }

  /** In the address bar, whatever is done with the page there takes the token along: another browser, the home screen. */
  static show(token) {
    history.replaceState(null, '', `${location.pathname}${location.search}#${token}`);
  }

  static hide() {
    history.replaceState(null, '', location.pathname + location.search);
  }

  async fresh() {}
}
