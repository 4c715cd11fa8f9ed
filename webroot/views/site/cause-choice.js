// Why a date moves: a select, named `cause`, for the form it stands in.
import { optionsOf, word } from '../../text/kinds.js';
import { opening, text } from '../../text/text.js';
import { Element } from '../part/element.js';
import { html } from '../part/html.js';

class CauseChoice extends Element {
  static properties = { required: { type: Boolean }, chosen: { type: String } };

  render() {
    return html`<select name="cause" ?required=${this.required}><option value="">${text('field.choose')}</option>${optionsOf('progress-reported', 'cause').map((cause) =>
      html`<option value=${cause} ?selected=${cause === this.chosen}>${opening(word('progress-reported', 'cause', cause))}</option>`)}</select>`;
  }
}
customElements.define('cause-choice', CauseChoice);
