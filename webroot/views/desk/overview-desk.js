// The programme on the desk: what stands beside the chart on the wall, as big as a desk needs it.
import { Digest } from '../../store/digest.js';
import { named, text } from '../../text/text.js';
import { Element } from '../part/element.js';
import { html } from '../part/html.js';
import '../wall/wall-side.js';

class OverviewDesk extends Element {
  static properties = { api: { attribute: false }, board: { attribute: false }, rev: { type: Number }, read: { state: true } };

  willUpdate(changed) {
    this.read ??= 0;
    this.digest ??= new Digest(this.api, () => { this.read++; });
    if (changed.has('rev')) this.digest.refresh();
  }

  render() {
    return html`<h2>${text('nav.overview')} <small>${named(this.board.title.name)}</small></h2>
      <wall-side .board=${this.board} .digest=${this.digest} .rev=${this.rev + this.read}></wall-side>`;
  }
}
customElements.define('overview-desk', OverviewDesk);
