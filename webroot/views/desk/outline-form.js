// The outline of the town, from a GeoJSON file that somebody has: seen on the map first, then told. Events: `trial` (detail: its
// rings), `told` (detail: the entry's seq).
import { nothing } from 'lit';
import { outlineOf } from '../../store/outline.js';
import { longest, optionsOf } from '../../text/kinds.js';
import { text } from '../../text/text.js';
import { Element } from '../part/element.js';
import { html } from '../part/html.js';

class OutlineForm extends Element {
  static properties = { api: { attribute: false }, rings: { state: true }, fault: { state: true }, busy: { state: true } };

  render() {
    return html`<details class="outline-form"><summary>${text('map.outline.title')}</summary><form @submit=${this.#submit}>
      <label>${text('map.outline.file')}<input type="file" name="file" accept=".geojson,.json,application/geo+json,application/json" @change=${({ target }) => this.#read(target.files[0])} /></label>
      ${this.rings?.length ? html`<p>${text('map.outline.read', { n: this.rings.flat().length })}</p>
        <label>${text('field.system')}<select name="system" required>${optionsOf('outline-drawn', 'system').map((system) => html`<option value=${system}>${text(`system.${system}`)}</option>`)}</select></label>
        <label>${text('field.source')}<input name="source" required maxlength=${longest('outline-drawn', 'source')} placeholder=${text('map.outline.source')} /></label>
        <button class="main" ?disabled=${this.busy}>${text('map.outline.send')}</button>` : nothing}
      ${this.fault ? html`<p class="fault" role="alert">${this.fault}</p>` : nothing}</form></details>`;
  }

  async #read(file) {
    this.rings = file ? outlineOf(await file.text()) : null;
    this.fault = file && !this.rings.length ? text('map.outline.none') : null;
    this.dispatchEvent(new CustomEvent('trial', { detail: this.rings }));
  }

  async #submit(event) {
    event.preventDefault();
    const data = new FormData(event.target);
    this.busy = true;
    try {
      const { seq } = await this.api.post('/api/updates', { kind: 'outline-drawn', rings: this.rings, system: data.get('system'), source: data.get('source') });
      event.target.reset();
      this.rings = null;
      this.dispatchEvent(new CustomEvent('told', { detail: seq }));
    } catch (problem) {
      this.fault = problem.message;
    }
    this.busy = false;
  }
}
customElements.define('outline-form', OutlineForm);
