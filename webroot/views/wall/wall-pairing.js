// What a wall without access shows: the code, to be read and typed across a room, and how; why it had access no more.
import { nothing } from 'lit';
import { text } from '../../text/text.js';
import { Element } from '../part/element.js';
import { goesNowhere } from '../part/here.js';
import { html } from '../part/html.js';
import { qrCode } from '../part/qr-code.js';
import '../part/town-door.js';

const clock = (seconds) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
const HALF = 3;
/** The side of the code to scan, in rem. */
const SIDE = 17;
/** A whole number of pixels: a module of the code, at this size of glass. */
const module = (size) => Math.floor((SIDE * parseFloat(getComputedStyle(document.documentElement).fontSize)) / size);

class WallPairing extends Element {
  static properties = { pairing: { attribute: false }, refused: { type: String }, state: { type: String, reflect: true }, tick: { type: Number } };

  render() {
    const { code, state } = this.pairing;
    return html`<header><h1>${text(this.refused ? 'pair.again' : 'pair.title')}</h1><town-door></town-door></header>
      ${this.refused ? html`<p class="why" data-refusal=${this.refused}>${text(`wall.token.${this.refused}`)}</p>` : nothing}
      ${code ? html`<p class="code" aria-label=${text('pair.code')}><b>${code.userCode.slice(0, HALF)}</b> <b>${code.userCode.slice(HALF)}</b></p>` : html`<p class="code none" aria-hidden="true">··· ···</p>`}
      <p class="state" role="status">${this.#state()}</p>
      ${code && state !== 'unreached' ? this.#how(code) : nothing}`;
  }

  #state() {
    const { state, left, fault } = this.pairing;
    if (state === 'shown') return text('pair.left', { time: clock(left) });
    return fault ?? text(`pair.${state}`);
  }

  /** A code that leads to this machine only is worse than none. */
  #how({ verificationUri, qr }) {
    const nowhere = goesNowhere(verificationUri);
    return html`<div class="how"><ol><li>${text('pair.desk')}${nowhere ? nothing : html`<small>${verificationUri.replace(/^https?:\/\//, '')}</small>`}</li>
        <li>${text('pair.type')}</li><li>${text('pair.lights')}</li></ol>
      ${nowhere ? html`<p class="nowhere">${text('pair.here')}</p>` : html`<figure>${qrCode(qr, { side: module(qr.size), label: text('pair.qr') })}<figcaption>${text('pair.scan')}</figcaption></figure>`}</div>`;
  }
}
customElements.define('wall-pairing', WallPairing);
