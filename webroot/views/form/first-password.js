// A first password, which is read out to whom it is for: proposed, of signs that no eye and no ear confuses; whoever gives it may
// type another. It is never kept as a draft.
import { longest, shortest } from '../../text/kinds.js';
import { html } from '../part/html.js';

const SIGNS = '34679acdefghjkmnpqrtuvwxy';
const GROUPS = 3;
const IN_A_GROUP = 4;

/** Of equal chances: of 32 numbers those that stand for no sign are thrown away. */
function sign() {
  for (;;) {
    const chosen = SIGNS[crypto.getRandomValues(new Uint8Array(1))[0] & 31];
    if (chosen) return chosen;
  }
}

export const proposal = () => Array.from({ length: GROUPS }, () => Array.from({ length: IN_A_GROUP }, sign).join('')).join('-');

/** @param kind of what is asked with it; `proposed`: the same while the form stands */
export const firstPassword = (kind, proposed) => html`<input name="password" data-unkept autocomplete="off" autocapitalize="none" spellcheck="false" minlength=${shortest(kind, 'password')} maxlength=${longest(kind, 'password')} .defaultValue=${proposed}
  @focus=${({ target }) => target.select()} required />`;
