// The language that was chosen on this phone, also when the page was opened from the home screen, which knows no language.
// Before any text is read.
import { remember } from '../http/pocket.js';

const PLACE = 'guatu.report.lang';
const asked = new URLSearchParams(location.search).get('lang');
if (asked) remember(PLACE, asked);
else if (localStorage.getItem(PLACE) === 'en') history.replaceState(null, '', `${location.pathname}?lang=en${location.hash}`);
