// Whether the ledger is as it was written, in a sentence; it can be read from the beginning again.
import { dayOf, fullDate, minuteTime } from '../../text/dates.js';
import { text } from '../../text/text.js';
import { Element } from '../part/element.js';
import { html } from '../part/html.js';

class ChainState extends Element {
  static properties = { api: { attribute: false }, chain: { state: true }, fault: { state: true }, busy: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.#look();
  }

  render() {
    const { chain } = this;
    if (this.fault) return html`<p class="fault" role="alert">${this.fault}</p>`;
    if (!chain) return html`<p class="quiet">${text('chain.reading')}</p>`;
    const { seq, verified, since, broken, seal, epoch } = chain;
    const when = `${fullDate(dayOf(since))} ${minuteTime(Date.parse(since))}`;
    return html`<p class="chain ${broken ? 'broken' : ''}" data-chain=${broken ? 'broken' : 'whole'}>
      ${broken ? text('chain.broken', { seq: broken.seq, why: text(`chain.why.${broken.why}`), verified }) : text('chain.whole', { seq, verified, when })}
      <button data-act="again" ?disabled=${this.busy} @click=${() => this.#look('?again=true')}>${text('chain.again')}</button>
      <small>${text('chain.seal', { seal: seal.slice(0, 24), epoch: epoch.slice(0, 8) })}</small></p>`;
  }

  async #look(how = '') {
    this.busy = true;
    try {
      this.chain = await this.api.get(`/api/ledger${how}`);
      this.fault = null;
    } catch (problem) {
      this.fault = problem.message;
    }
    this.busy = false;
  }
}
customElements.define('chain-state', ChainState);
