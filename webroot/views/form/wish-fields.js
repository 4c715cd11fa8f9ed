// What somebody hears of the board, and when: the fields that a group's form and one's own mail share.
import { optionsOf } from '../../text/kinds.js';
import { opening, text } from '../../text/text.js';
import { html } from '../part/html.js';

/** What is heard where nobody chose: what asks something of somebody. */
const USUAL = { what: ['returned', 'directive', 'overdue', 'overdue-tomorrow', 'promise', 'silent'], quietFrom: '20:00', quietTo: '08:00', workdays: true, english: false };

const kinds = (kind) => optionsOf(kind, 'what');

const clock = (name, value, flaw) => html`<label>${text(`wish.${name}`)}<input name=${name} type="time" .defaultValue=${value ?? ''} />${flaw(name)}</label>`;

/** @param kind the schema's word; wish: as it is, or null; flaw(name): what is wrong with a field */
export function wishFields(kind, known, flaw) {
  const wish = known ?? USUAL;
  return html`<fieldset data-field="what"><legend>${text('wish.what')}</legend>${kinds(kind).map((what) =>
      html`<label><input type="checkbox" name="what" value=${what} .defaultChecked=${wish.what.includes(what)} />${opening(text(`tiding.${what}`))}</label>`)}${flaw('what')}</fieldset>
    ${clock('digest', wish.digest, flaw)}<p class="hint">${text('wish.digest.hint')}</p>
    ${clock('quietFrom', wish.quietFrom, flaw)}${clock('quietTo', wish.quietTo, flaw)}
    <fieldset><label><input type="checkbox" name="workdays" .defaultChecked=${wish.workdays} />${text('wish.workdays')}</label>
      <label><input type="checkbox" name="english" .defaultChecked=${wish.english} />${text('wish.english')}</label></fieldset>`;
}

/** The same as it is told. */
export function wishOf(data) {
  const said = (name) => (data.get(name) ? { [name]: data.get(name) } : {});
  return { what: data.getAll('what'), workdays: data.has('workdays'), english: data.has('english'), ...said('digest'), ...said('quietFrom'), ...said('quietTo') };
}

/** A wish in a line: what, when. */
export const wishLine = ({ what, digest, quietFrom, quietTo, workdays }) => [
  what.map((each) => text(`tiding.${each}`)).join(text('join.and')),
  digest ? text('wish.daily', { time: digest }) : quietFrom && quietTo && quietFrom !== quietTo ? text('wish.quiet', { from: quietFrom, to: quietTo }) : text('wish.anytime'),
  workdays && text('wish.workdays'),
].filter(Boolean).join(' · ');
