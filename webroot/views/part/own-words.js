// What a form lacks or what does not fit is said at its field, in the page's language: a browser's bubble speaks its own, and goes
// away. The browser still judges by the fields' bounds. Once for a page; it is about all its forms.
import { shortDate } from '../../text/dates.js';
import { text } from '../../text/text.js';

const CHOSEN = ['select-one', 'radio', 'checkbox'];

const bound = ({ type }, value) => (type === 'date' ? shortDate(value) : value);

function words(field) {
  const { validity, type, min, max, minLength, maxLength } = field;
  if (validity.badInput) return text(type === 'number' ? 'want.number' : 'want.whole');
  if (validity.valueMissing) return text(CHOSEN.includes(type) ? 'want.choice' : 'want.words');
  if (validity.tooShort) return text('want.longer', { n: minLength });
  if (validity.tooLong) return text('want.shorter', { n: maxLength });
  if (validity.patternMismatch) return text('want.id');
  if (validity.rangeUnderflow) return text(type === 'date' ? 'want.later' : 'want.more', { limit: bound(field, min) });
  if (validity.rangeOverflow) return text(type === 'date' ? 'want.earlier' : 'want.less', { limit: bound(field, max) });
  return text(field.step === '1' || !field.step ? 'want.integer' : 'want.decimals');
}

/** A choice of several is one field. */
const home = (field) => field.closest(['radio', 'checkbox'].includes(field.type) ? 'fieldset' : 'label');
/** A field that has no label stands in a line with others: what is said of it names it. */
const named = (field, said) => (home(field) ? said : `${field.getAttribute('aria-label')}${text('join.that')}${said}`);
const place = (field) => home(field) ?? field.form;
const flawOf = (field) => [...place(field).querySelectorAll('.flaw[data-own]')].find(({ dataset }) => dataset.own === field.name);

function say(field) {
  if (flawOf(field)) return;
  const flaw = document.createElement('small');
  flaw.className = 'flaw';
  flaw.dataset.own = field.name;
  flaw.setAttribute('role', 'alert');
  flaw.textContent = named(field, words(field));
  place(field).append(flaw);
  field.setAttribute('aria-invalid', 'true');
}

function unsay(field) {
  flawOf(field)?.remove();
  field.removeAttribute('aria-invalid');
}

/** What is hidden in a fold is opened to be seen. */
function show(field) {
  for (let fold = field.closest('details:not([open])'); fold; fold = fold.parentElement.closest('details:not([open])')) fold.open = true;
  field.focus({ preventScroll: true });
  field.scrollIntoView({ block: 'center' });
}

/** One press makes an event a field; the first field is shown. */
export function sayInOwnWords() {
  let first = null;
  document.addEventListener('invalid', (event) => {
    event.preventDefault();
    const { target } = event;
    if (!first) {
      first = target;
      setTimeout(() => {
        show(first);
        first = null;
      });
    }
    unsay(target);
    say(target);
  }, true);
  for (const kind of ['input', 'change']) document.addEventListener(kind, ({ target }) => target.form && unsay(target), true);
  document.addEventListener('reset', ({ target }) => [...target.elements].forEach(unsay), true);
}
