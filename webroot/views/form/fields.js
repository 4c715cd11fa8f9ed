// The fields of a form, type by type. They hold what a person types by themselves; the sheet they stand in keeps it.
import { nothing } from 'lit';
import { LAST_DAY, shortDate } from '../../text/dates.js';
import { daysIn } from '../../text/days.js';
import { COUNTS, stepOf } from '../../text/kinds.js';
import { named, opening, text } from '../../text/text.js';
import { html } from '../part/html.js';
import './photo-field.js';

const ID = '[a-z0-9]+(-[a-z0-9]+)*';

const steps = ({ finished }, { card }) => card.milestones.filter(({ actual }) => Boolean(actual) === Boolean(finished));
/** How far it is; what nobody has verified says so. */
const reached = ({ percent: { pending, verified = 0 } }) => (pending === undefined ? `${verified}%` : `${pending}%${text('report.last.pending')}`);
const usual = (field, { day }) => (field.today ? day : field.year ? day.slice(0, 4) : '');
/** A form that changes what is opens with what is; a new statement shows it in the background only. */
const initial = (field, { edits, present, day }) => String((edits ? present.now[field.name] : null) ?? usual(field, { day }));
const hint = (field, { edits, present }) => (edits ? '' : present.now[field.name] ?? '');

const options = (field, { edits, present }, words) => {
  const now = edits ? present.now[field.name] : null;
  const offered = field.above ? field.options.slice(field.options.indexOf(present.now[field.name]) + 1) : field.options;
  return html`<option value="">${field.optional ? '—' : text('field.choose')}</option>${offered.map((each) => html`<option value=${each} ?selected=${each === now}>${opening(text(`${words}.${each}`))}</option>`)}`;
};

const TYPES = {
  choice: (field, sheet, required) => html`<select name=${field.name} ?required=${required}>${options(field, sheet, field.words)}</select>`,
  sector: (field, sheet, required) => html`<select name=${field.name} ?required=${required}>${options(field, sheet, 'sector')}</select>`,
  milestone: (field, sheet) => {
    const offered = steps(field, sheet);
    const only = offered.length === 1 && !field.finished; // nothing else can be meant; what is finished is never corrected by a slip
    return html`<select name=${field.name} required>${only ? nothing : html`<option value="">${text('field.choose')}</option>`}${offered.map((step) =>
      html`<option value=${step.id}>${named(step.name)} ${reached(step)}</option>`)}</select>`;
  },
  approver: (field, { more }) => html`<select name=${field.name} required><option value="">${text('field.choose')}</option>${(more?.detail?.acts?.approvers ?? []).map(({ person, name }) =>
    html`<option value=${person}>${name}</option>`)}<option value="-">${text('field.approval.byOffice')}</option></select>`,
  grant: (field, { grants = [] }) => html`<select name=${field.name}><option value="">${text('field.grant.none')}</option>${grants.map(({ id, company, contractor }) =>
    html`<option value=${id}>${contractor} · ${company}</option>`)}</select>`,
  contract: (field, { more }) => html`<select name=${field.name} required><option value="">${text('field.choose')}</option>${Object.values(more?.detail?.contracts ?? {}).map(({ signed: { number, title } }) =>
    html`<option value=${number}>${title} · ${number}</option>`)}</select>`,
  number: (field, sheet, required) => html`<input type="number" step=${stepOf(field)} inputmode=${field.decimals === 0 ? 'numeric' : 'decimal'} name=${field.name} min=${field.min ?? nothing} max=${field.max ?? nothing}
    .defaultValue=${initial(field, sheet)} placeholder=${hint(field, sheet)} ?required=${required} />`,
  line: (field, sheet, required) => html`<input name=${field.name} list=${field.known ?? nothing} maxlength=${field.longest ?? nothing} .defaultValue=${initial(field, sheet)} placeholder=${hint(field, sheet)}
    ?required=${required} pattern=${field.id ? ID : nothing} />`,
  days: (field, sheet) => html`<textarea name=${field.name} rows="6" .defaultValue=${initial(field, sheet)} placeholder=${text(`field.${field.name}.hint`)}></textarea>${understood(field, sheet)}`,
};

/** How many days were read, and of every line that was not, why. */
function understood({ name }, { chosen }) {
  const { days, faults } = daysIn(chosen?.[name] ?? '', chosen?.year, name);
  return html`<small data-read=${name}>${text('days.read', { n: days.length })}</small>${faults.map(({ line, said, code }) =>
    html`<small class="flaw" data-line=${line}>${text('days.line', { line, said, why: text(`days.${code}`, { year: chosen?.year }) })}</small>`)}`;
}

const GROUPS = {
  milestones: (field, { card }) => card.milestones.map(({ id, name }) => html`<label><input type="checkbox" name=${field.name} value=${id} /> ${named(name)}</label>`),
  hazards: (field, { card, about }) => (card.safety?.open ?? []).filter(({ status }) => status === 'found').map(({ seq, place, text: said }) =>
    html`<label><input type="checkbox" name=${field.name} value=${seq} ?checked=${seq === about} /> ${place}${text('join.that')}${said}</label>`),
  verdict: (field) => ['true', 'false'].map((each) => html`<label><input type="radio" name=${field.name} value=${each} required /> ${text(`verdict.${each}`)}</label>`),
  counts: (field, sheet) => COUNTS.map((each) => html`<label>${text(`counts.${each}`)}<input type="number" min="0" step="0.01" name=${`${field.name}.${each}`}
    .defaultValue=${initial({ name: `${field.name}.${each}` }, sheet)} /></label>`),
};

/** `sheet`: the form it stands in, with its card, day, grants and what it says of each field. */
export function field(spec, sheet) {
  const { name, type } = spec;
  // What is there can be changed, not emptied: nothing is told by a field that is empty.
  const optional = spec.optional && !(sheet.edits && spec.kept && sheet.present.now[name] !== undefined);
  const words = html`<span>${text(spec.label)}${optional ? html` <small>${text('field.optional')}</small>` : nothing}</span>`;
  if (type === 'photos') return html`<photo-field class="wide"></photo-field>`;
  if (GROUPS[type]) return html`<fieldset class=${type}><legend>${words}</legend>${GROUPS[type](spec, sheet)}${sheet.flaw(name)}</fieldset>`;
  const wide = type === 'line' && !spec.short || type === 'days';
  const input = TYPES[type]?.(spec, sheet, !optional)
    ?? html`<input type=${type} name=${name} .defaultValue=${initial(spec, sheet)} ?required=${!optional} max=${spec.past ? sheet.day : LAST_DAY} min=${spec.future ? sheet.day : nothing} />`;
  const now = type === 'date' && sheet.present.now[name] ? html`<small>${text('field.now', { value: shortDate(sheet.present.now[name]) })}</small>` : nothing;
  return html`<label class=${wide ? 'wide' : ''}>${words}${input}${now}${sheet.flaw(name)}</label>`;
}

/** What is typed in the field, as the update holds it; undefined: nothing. */
export function typedIn({ name, type }, data) {
  if (type === 'milestones' || type === 'hazards') {
    const all = data.getAll(name);
    return all.length ? (type === 'hazards' ? all.map(Number) : all) : undefined;
  }
  if (type === 'counts') {
    const counts = COUNTS.map((each) => [each, data.get(`${name}.${each}`)]);
    return counts.some(([, n]) => n) ? Object.fromEntries(counts.map(([each, n]) => [each, Number(n || 0)])) : undefined;
  }
  if (type === 'verdict') return data.get(name) === 'true';
  if (type === 'days') return daysIn(data.get(name) ?? '', data.get('year'), name).days;
  const typed = type === 'photos' ? '' : data.get(name)?.trim();
  if (!typed || type === 'approver' && typed === '-') return undefined;
  return type === 'number' ? Number(typed) : typed;
}
