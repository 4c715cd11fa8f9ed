// The programme on the desk: what stands beside the chart on the wall, as big as a desk needs it. `past`: the board is of a day
// of the past.
import { Digest } from '../../store/digest.js';
import { pastDigest } from '../../store/past-views.js';
import { named, text } from '../../text/text.js';
import { Element } from '../part/element.js';
import { html } from '../part/html.js';
import { to } from '../part/link.js';
import '../wall/wall-side.js';
import './waiting-for.js';

class OverviewDesk extends Element {
  static properties = { api: { attribute: false }, board: { attribute: false }, past: { type: Boolean }, rev: { type: Number }, read: { state: true } };

  willUpdate(changed) {
    this.read ??= 0;
    this.digest ??= new Digest(this.api, () => { this.read++; });
    if (changed.has('rev')) this.digest.refresh();
  }

  render() {
    return html`<h2>${text('nav.overview')} <small>${named(this.board.title.name)}</small></h2>
      <wall-side .board=${this.board} .digest=${this.past ? pastDigest(this.digest, this.board.day) : this.digest} .rev=${`${this.board.day} ${this.rev + this.read}`} .way=${to}></wall-side>
      <waiting-for .api=${this.past ? null : this.api} .board=${this.board} .rev=${this.rev}></waiting-for>`;
  }
}
customElements.define('overview-desk', OverviewDesk);
