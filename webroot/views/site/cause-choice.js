// Why a date moves: a select, named `cause`, for the form it stands in.
import { html } from 'lit';
import { text } from '../../text/text.js';
import { Element } from '../part/element.js';

const CAUSES = ['land', 'relocation', 'funding', 'permits', 'utilities', 'technology', 'site-environment', 'weather', 'safety',
  'scope-change', 'design-change', 'procurement', 'force-majeure', 'optimism-corrected', 'other'];

class CauseChoice extends Element {
  static properties = { required: { type: Boolean }, chosen: { type: String } };

  render() {
    return html`<select name="cause" ?required=${this.required}><option value="">—</option>${CAUSES.map((cause) =>
      html`<option value=${cause} ?selected=${cause === this.chosen}>${text(`factor.${cause}`)}</option>`)}</select>`;
  }
}
customElements.define('cause-choice', CauseChoice);
