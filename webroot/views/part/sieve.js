// Of many projects to tick only those are shown whose words are asked for; what was ticked stays ticked. Part of no form.
import { nothing } from 'lit';
import { text } from '../../text/text.js';
import { html } from './html.js';

/** Fewer are seen at a glance. */
const MANY = 12;

/** Above the labels of a fieldset. */
export const sieve = (many) => (many > MANY ? html`<input type="search" class="sieve" data-unkept aria-label=${text('sieve')} placeholder=${text('sieve')} @input=${sift} @change=${stop}
  @keydown=${(event) => event.key === 'Enter' && event.preventDefault()} />` : nothing);

/** Those that are shown. */
export const shownOf = (boxes) => [...boxes].filter((box) => !box.closest('label').hidden);

function stop(event) {
  event.stopPropagation();
}

function sift(event) {
  stop(event);
  const asked = event.target.value.trim().toLowerCase();
  for (const box of event.target.closest('fieldset').querySelectorAll('[name=projects]')) {
    const label = box.closest('label');
    label.hidden = !label.textContent.toLowerCase().includes(asked);
  }
}
