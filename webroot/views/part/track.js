// One project on the axis: milestones as bars, verified solid, pending hatched, what the plan wants by now and is not there
// in the lamp's colour; the planned finish a diamond, hollow until it is done; a slip a dashed line from there to the
// forecast (hollow) or to the day it was really done (solid).
import { nothing } from 'lit';
import { svg } from './html.js';

const pct = (x) => `${x.toFixed(3)}%`;
const diamond = (x, kind) => svg`<svg x=${pct(x)} y="50%" overflow="visible"><rect class="mark ${kind}" x="-0.24rem" y="-0.24rem" width="0.48rem" height="0.48rem" transform="rotate(45)" /></svg>`;
const part = (kind, from, to) => (to > from ? svg`<rect class=${kind} x=${pct(from)} y="32%" width=${pct(to - from)} height="36%" />` : nothing);

function bar(step, axis, day) {
  const from = axis.at(step.baseline.start);
  const to = axis.at(step.baseline.finish);
  const at = (percent) => from + ((to - from) * percent) / 100;
  const { verified = 0, pending = 0 } = step.percent;
  const said = Math.max(verified, pending);
  return svg`
    ${part('plan', from, to)}
    ${step.actual ? nothing : part('missing', at(said), Math.min(to, axis.at(day)))}
    ${part('pending', at(verified), at(said))}
    ${part(step.actual ? 'verified past' : 'verified', from, at(verified))}`;
}

/** From where it was promised to where it ended, or is now expected to. */
function slip(step, axis) {
  const { actual, forecast, baseline } = step;
  const end = actual ?? forecast;
  if (!end || end === baseline.finish) return nothing;
  return svg`<line class="slip ${actual ? 'over' : ''}" x1=${pct(axis.at(baseline.finish))} x2=${pct(axis.at(end))} y1="50%" y2="50%" />
    ${axis.inside(end) ? diamond(axis.at(end), actual ? 'met' : 'forecast') : nothing}`;
}

export const track = (card, axis, day) => svg`
  ${card.milestones.map((step) => bar(step, axis, day))}
  ${card.milestones.map((step) => slip(step, axis))}
  ${card.milestones.filter((step) => axis.inside(step.baseline.finish))
    .map((step) => diamond(axis.at(step.baseline.finish), step.actual && step.actual <= step.baseline.finish ? 'met' : ''))}`;
