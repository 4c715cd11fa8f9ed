// The address of a place at the desk, in the page's language.
import { addressOf } from '../../store/place.js';
import { language } from '../../text/text.js';

export const to = (place) => addressOf(place, language);
