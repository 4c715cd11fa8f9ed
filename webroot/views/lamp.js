// A lamp differs by colour, by shape and by word: ■ red, ▲ yellow, ● green, ○ grey, ✓ done.
import { svg, html } from 'lit';
import { text } from '../text/text.js';

const SHAPES = {
  red: svg`<rect x="1.5" y="1.5" width="13" height="13" />`,
  yellow: svg`<path d="M8 1.2 15.4 14.6H.6Z" />`,
  green: svg`<circle cx="8" cy="8" r="6.8" />`,
  grey: svg`<circle cx="8" cy="8" r="5.6" fill="none" stroke="currentColor" stroke-width="2.2" />`,
  done: svg`<path d="M1.8 8.6 6 12.8 14.2 3.6" fill="none" stroke="currentColor" stroke-width="2.6" />`,
};

export const lamp = (colour) => html`<svg class="lamp ${colour}" viewBox="0 0 16 16" role="img" aria-label=${text(`lamp.${colour}`)}>${SHAPES[colour]}</svg>`;
