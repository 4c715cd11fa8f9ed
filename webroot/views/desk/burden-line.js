// What the month cost, and what it filled: one quiet line, with the forms behind it. Nobody is counted by name.
import { nothing } from 'lit';
import { language, text } from '../../text/text.js';
import { Element } from '../part/element.js';
import { html } from '../part/html.js';

class BurdenLine extends Element {
  static properties = { api: { attribute: false }, month: { type: String }, burden: { state: true } };

  #asked = null;

  updated() {
    if (this.month === this.#asked) return;
    this.#asked = this.month;
    this.#look(this.month);
  }

  render() {
    const { burden } = this;
    if (!burden?.cells) return nothing;
    const n = (number) => number.toLocaleString('en-US');
    return html`<details class="own burden quiet"><summary>${text('burden.line', { month: burden.month, entries: n(burden.entries), typed: n(burden.typed), forms: burden.forms.length, cells: n(burden.cells) })}</summary>
      <ul>${burden.forms.map(({ title, cells }) => html`<li>${text('burden.cells', { title, cells: n(cells) })}</li>`)}</ul><p>${text('burden.how')}</p></details>`;
  }

  async #look(month) {
    try {
      const burden = await this.api.get(`/api/burden?${new URLSearchParams({ month, lang: language })}`);
      if (month === this.month) this.burden = burden;
    } catch {
      this.burden = null; // it is beside the reports: no word in their way
    }
  }
}
customElements.define('burden-line', BurdenLine);
