// An element whose acts may fail: it is busy while one is on its way, and says afterwards why it failed.
import { nothing } from 'lit';
import { Element } from './element.js';
import { html } from './html.js';

export class Acting extends Element {
  static properties = { busy: { state: true }, fault: { state: true } };

  /** @return whether it was done */
  async attempt(act) {
    this.busy = true;
    try {
      await act();
      this.fault = null;
      return true;
    } catch (problem) {
      this.fault = problem.message;
      return false;
    } finally {
      this.busy = false;
    }
  }

  get refusal() {
    return this.fault ? html`<p class="fault" role="alert">${this.fault}</p>` : nothing;
  }
}
