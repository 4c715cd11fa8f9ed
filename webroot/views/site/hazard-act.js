// What the site can do about a hazard as it stands: the kind it would tell, or undefined. A contractor closes on the spot only
// what it found today, and nothing major: that is for the town.
import { dayOf } from '../../text/dates.js';

const ACT = { found: 'hazard-fixed-on-spot', noticed: 'hazard-rectified', 'sent-back': 'hazard-rectified' };

export const actOn = ({ status, severity, at, asOf }, today) =>
  (status === 'found' && (severity === 'major' || (asOf ?? dayOf(at)) !== today) ? undefined : ACT[status]);
