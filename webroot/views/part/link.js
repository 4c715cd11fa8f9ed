// The address of a place at the desk, in the page's language.
import { addressOf } from '../../store/place.js';
import { language } from '../../text/text.js';

export const to = (place) => addressOf(place, language);

/** The address of a paper: `about` is {project, item, milestone, month, asOf}, each where the paper needs it. */
export const paperAt = (kind, about = {}) => `/paper?${new URLSearchParams([['kind', kind], ...Object.entries(about).filter(([, value]) => value), ...(language === 'zh' ? [] : [['lang', language]])])}`;
