// The token of a link: taken from the fragment, which no server sees, kept on this device, and gone from the address bar.
// It cannot be renewed; where a session can.
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
      localStorage.setItem(key, given);
      history.replaceState(null, '', location.pathname + location.search);
    }
    const token = localStorage.getItem(key);
    return token ? new LinkToken(token) : null;
  }

  /** The token in the address bar, or null. */
  static given() {
    const fragment = location.hash.slice(1);
    return fragment.split('.').length === 3 ? fragment : null;
  }

  async fresh() {}
}
