// Weights side by side in a bar that must be full, and what is missing in words.
import { text } from '../../text/text.js';
import { html, svg } from './html.js';

const FULL = 100;
const rounded = (n) => Math.round(n * 100) / 100;

export const sumOf = (weights) => rounded(weights.reduce((sum, weight) => sum + (Number(weight) || 0), 0));

export const isFull = (weights) => sumOf(weights) === FULL;

export function weightBar(weights) {
  const sum = sumOf(weights);
  const missing = rounded(FULL - sum);
  const words = missing > 0 ? 'plan.missing' : missing < 0 ? 'plan.over' : 'plan.full';
  let at = 0;
  return html`<svg class="weights ${missing < 0 ? 'over' : missing ? '' : 'full'}" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
      <rect width="100" height="4" />${weights.map((weight) => {
        const x = at;
        at += Number(weight) || 0;
        return svg`<rect class="part" x=${x + 0.15} width=${Math.max(0, at - x - 0.3)} height="4" />`;
      })}</svg><p class="sum" role="status">${text(words, { sum, points: Math.abs(missing) })}</p>`;
}
