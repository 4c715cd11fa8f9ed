// A link as a code to scan: {size, path} as the server draws it, its quiet zone included.
import { text } from '../../text/text.js';
import { html } from './html.js';

/** Pixels a module: a whole number, or some come out wider than others and the code is harder to read. */
const MODULE = 4;

/** `side`: pixels a module, where there is room for more; `label`: what it opens. */
export const qrCode = ({ size, path }, { side = MODULE, label = text('access.qr') } = {}) => html`<svg width=${size * side} height=${size * side} viewBox="0 0 ${size} ${size}" role="img" aria-label=${label} shape-rendering="crispEdges">
  <rect width="100%" height="100%" fill="#fff" /><path d=${path} fill="#000" /></svg>`;
