// Offices, companies and people that the board speaks of, offered while somebody types one: the same firm in two spellings is
// two firms to every sum. Read when a field that offers them is entered; without an answer one types.
import { Element } from './element.js';
import { html } from './html.js';

/** What a field's `list` is. */
export const UNITS = 'known-units';
export const PEOPLE = 'known-people';
const LISTS = [UNITS, PEOPLE];
/** For so long what was read is new enough. */
const FRESH_MILLIS = 60_000;

class KnownNames extends Element {
  static properties = { api: { attribute: false }, names: { state: true } };

  #read = -Infinity;
  #place = null;
  #entered = ({ target }) => { if (LISTS.includes(target.getAttribute('list'))) this.#look(); };

  connectedCallback() {
    super.connectedCallback();
    this.#place = this.parentElement;
    this.#place.addEventListener('focusin', this.#entered);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#place.removeEventListener('focusin', this.#entered);
  }

  render() {
    return html`${LISTS.map((id) => html`<datalist id=${id}>${(this.names?.[id] ?? []).map((name) => html`<option value=${name}></option>`)}</datalist>`)}`;
  }

  async #look() {
    if (performance.now() - this.#read < FRESH_MILLIS) return;
    this.#read = performance.now();
    try {
      const { units, people } = await this.api.get('/api/names');
      this.names = { [UNITS]: units, [PEOPLE]: people };
    } catch (problem) {
      if (problem.status === undefined) throw problem;
      this.#read = -Infinity;
    }
  }
}
customElements.define('known-names', KnownNames);
