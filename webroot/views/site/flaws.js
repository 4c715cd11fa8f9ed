// What is wrong with a field of a form on the phone, said at the field: what was refused comes back with its draft.
import { nothing } from 'lit';
import { Element } from '../part/element.js';
import { placed } from '../part/faults.js';
import { html } from '../part/html.js';

/** A form over a `draft` whose `problem` ({code, message, errors}) is what was wrong when it was sent. */
export class Flawed extends Element {
  static properties = { draft: { attribute: false }, flaws: { state: true } };

  updated(changed) {
    const { problem } = this.draft ?? {};
    if (!changed.has('draft') || problem === this.#placed) return;
    this.#placed = problem;
    this.flaws = problem && placed(problem, this.querySelector('form'));
  }

  #placed = null;

  flaw(name) {
    return this.flaws?.at.has(name) ? html`<small class="flaw" role="alert">${this.flaws.at.get(name)}</small>` : nothing;
  }

  /** What belongs to no field. */
  get loose() {
    return this.flaws?.rest ? html`<p class="fault" role="alert">${this.flaws.rest}</p>` : nothing;
  }
}
