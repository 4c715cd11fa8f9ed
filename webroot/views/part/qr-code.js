// A link as a code to scan: {size, path} as the server draws it, its quiet zone included.
import { html } from 'lit';
import { text } from '../../text/text.js';

/** Pixels a module: a whole number, or some come out wider than others and the code is harder to read. */
const MODULE = 4;

export const qrCode = ({ size, path }) => html`<svg width=${size * MODULE} height=${size * MODULE} viewBox="0 0 ${size} ${size}" role="img" aria-label=${text('access.qr')} shape-rendering="crispEdges">
  <rect width="100%" height="100%" fill="#fff" /><path d=${path} fill="#000" /></svg>`;
