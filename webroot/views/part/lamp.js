// A lamp differs by colour, by shape and by word: ■ red, ▲ yellow, ● green, ○ grey, ✓ done; and what is not counted: a
// dashed ring for what has not begun, two bars for what is suspended.
import { text } from '../../text/text.js';
import { html, svg } from './html.js';

const SHAPES = {
  red: svg`<rect x="1.5" y="1.5" width="13" height="13" />`,
  yellow: svg`<path d="M8 1.2 15.4 14.6H.6Z" />`,
  green: svg`<circle cx="8" cy="8" r="6.8" />`,
  grey: svg`<circle cx="8" cy="8" r="5.6" fill="none" stroke="currentColor" stroke-width="2.2" />`,
  done: svg`<path d="M1.8 8.6 6 12.8 14.2 3.6" fill="none" stroke="currentColor" stroke-width="2.6" />`,
  'not-started': svg`<circle cx="8" cy="8" r="5.8" fill="none" stroke="currentColor" stroke-width="1.8" stroke-dasharray="2.6 2" />`,
  suspended: svg`<path d="M4.2 2.5v11M11.8 2.5v11" fill="none" stroke="currentColor" stroke-width="3" />`,
};
const UNCOUNTED = ['not-started', 'suspended'];

const shaped = (colour, shape) => html`<svg class="lamp ${colour}" viewBox="0 0 16 16" role="img" aria-label=${text(`lamp.${shape}`)}>${SHAPES[shape]}</svg>`;

export const lamp = (colour) => shaped(colour, colour);

/** What the lamp of a card is called; one that counts nowhere is called that, and looks like it. */
export const shapeOf = ({ lamp: { colour, reasons: [first] } }) => (UNCOUNTED.includes(first?.code) ? first.code : colour);

export const lampOf = (card) => shaped(card.lamp.colour, shapeOf(card));
