// One project on the axis: milestones as bars, verified solid, pending hatched; the baseline finish a diamond, hollow until
// it is done; a slip a dashed line from there to the forecast (hollow) or to the day it was really done (solid).
import { nothing, svg } from 'lit';

const pct = (x) => `${x.toFixed(3)}%`;
const diamond = (x, kind) => svg`<svg x=${pct(x)} y="50%" overflow="visible"><path class=${kind} d="M0-5.4 5.4 0 0 5.4-5.4 0Z" /></svg>`;

function bar(step, axis) {
  const from = axis.at(step.baseline.start);
  const width = axis.at(step.baseline.finish) - from;
  const { verified = 0, pending = 0 } = step.percent;
  const part = (percent) => pct((width * percent) / 100);
  return svg`
    <rect class="plan" x=${pct(from)} y="30%" width=${pct(width)} height="40%" />
    ${pending > verified ? svg`<rect class="pending" x=${pct(from + (width * verified) / 100)} y="30%" width=${part(pending - verified)} height="40%" />` : nothing}
    <rect class=${step.actual ? 'verified past' : 'verified'} x=${pct(from)} y="30%" width=${part(verified)} height="40%" />`;
}

/** From where it was promised to where it ended, or is now expected to. */
function slip(step, axis) {
  const { actual, forecast, baseline } = step;
  const end = actual ?? forecast;
  if (!end || end === baseline.finish) return nothing;
  return svg`<line class="slip" x1=${pct(axis.at(baseline.finish))} x2=${pct(axis.at(end))} y1="50%" y2="50%" />
    ${axis.inside(end) ? diamond(axis.at(end), actual ? 'met' : 'forecast') : nothing}`;
}

export const track = (card, axis) => svg`
  ${card.milestones.map((step) => bar(step, axis))}
  ${card.milestones.filter((step) => axis.inside(step.baseline.finish))
    .map((step) => diamond(axis.at(step.baseline.finish), step.actual === step.baseline.finish ? 'baseline met' : 'baseline'))}
  ${card.milestones.map((step) => slip(step, axis))}`;
