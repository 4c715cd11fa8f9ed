// The fields of a form, type by type. They hold what a person types by themselves; the sheet they stand in keeps it.
import { html, nothing } from 'lit';
import { shortDate } from '../../text/dates.js';
import { named, text } from '../../text/text.js';
import './photo-field.js';

const COUNTS = ['due', 'signed', 'vacated', 'cleared', 'handedOver'];
const ID = '[a-z0-9]+(-[a-z0-9]+)*';

const steps = ({ card }) => card.milestones.filter(({ actual }) => !actual);
const usual = (field, { day }) => (field.today ? day : field.year ? day.slice(0, 4) : '');

const TYPES = {
  choice: (field, sheet, required) => html`<select name=${field.name} ?required=${required}><option value="">—</option>${field.options.map((each) =>
    html`<option value=${each}>${text(`${field.words}.${each}`)}</option>`)}</select>`,
  sector: (field, sheet, required) => html`<select name=${field.name} ?required=${required}><option value="">—</option>${field.options.map((each) =>
    html`<option value=${each}>${text(`sector.${each}`)}</option>`)}</select>`,
  milestone: (field, sheet) => html`<select name=${field.name} required>${steps(sheet).map(({ id, name, percent }) =>
    html`<option value=${id}>${named(name)} ${percent.pending ?? percent.verified ?? 0}%</option>`)}</select>`,
  grant: (field, { grants = [] }) => html`<select name=${field.name}><option value="">${text('field.grant.none')}</option>${grants.map(({ id, company, contractor }) =>
    html`<option value=${id}>${contractor} · ${company}</option>`)}</select>`,
  number: (field, { present }, required) => html`<input type="number" step="any" inputmode="decimal" name=${field.name} min=${field.min ?? nothing} max=${field.max ?? nothing}
    .defaultValue=${usual(field, { day: present.day })} placeholder=${present.now[field.name] ?? ''} ?required=${required} />`,
  line: (field, { present }, required) => html`<input name=${field.name} maxlength=${field.longest ?? 500} placeholder=${present.now[field.name] ?? ''}
    ?required=${required} pattern=${field.id ? ID : nothing} />`,
  days: (field) => html`<textarea name=${field.name} rows="4" placeholder="2026-10-01&#10;2026-10-02 ~ 2026-10-08"></textarea>`,
};

const GROUPS = {
  milestones: (field, { card }) => card.milestones.map(({ id, name }) => html`<label><input type="checkbox" name=${field.name} value=${id} /> ${named(name)}</label>`),
  hazards: (field, { card, about }) => (card.safety?.open ?? []).filter(({ status }) => status === 'found').map(({ seq, place, text: said }) =>
    html`<label><input type="checkbox" name=${field.name} value=${seq} ?checked=${seq === about} /> ${place}${text('join.that')}${said}</label>`),
  verdict: (field) => ['true', 'false'].map((each) => html`<label><input type="radio" name=${field.name} value=${each} required /> ${text(`verdict.${each}`)}</label>`),
  counts: (field) => COUNTS.map((each) => html`<label>${text(`counts.${each}`)}<input type="number" min="0" step="0.01" name=${`${field.name}.${each}`} /></label>`),
};

/** `sheet`: the form it stands in, with its card, day, grants and what it says of each field. */
export function field(spec, sheet) {
  const { name, type, optional } = spec;
  const words = html`<span>${text(`field.${spec.label ?? name}`)}${optional ? html` <small>${text('field.optional')}</small>` : nothing}</span>`;
  if (type === 'photos') return html`<photo-field class="wide"></photo-field>`;
  if (GROUPS[type]) return html`<fieldset class=${type}><legend>${words}</legend>${GROUPS[type](spec, sheet)}${sheet.flaw(name)}</fieldset>`;
  const wide = type === 'line' && !spec.short || type === 'days';
  const input = TYPES[type]?.(spec, sheet, !optional)
    ?? html`<input type=${type} name=${name} .defaultValue=${usual(spec, sheet)} ?required=${!optional} max=${spec.past ? sheet.day : nothing} min=${spec.future ? sheet.day : nothing} />`;
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
  if (type === 'days') return daysIn(data.get(name) ?? '');
  if (type === 'photos' || !data.get(name)) return undefined;
  return type === 'number' ? Number(data.get(name)) : data.get(name);
}

const DAY = 86_400_000;

/** Days and spans of days, as pasted: '2026-10-01 ~ 2026-10-08, 2026-12-31'. */
function daysIn(pasted) {
  const found = [...pasted.matchAll(/(\d{4}-\d{2}-\d{2})(?:\s*(?:~|–|—|至|到|\.\.)\s*(\d{4}-\d{2}-\d{2}))?/g)];
  const all = found.flatMap(([, from, to]) => {
    const days = [];
    for (let at = Date.parse(from); at <= Date.parse(to ?? from); at += DAY) days.push(new Date(at).toISOString().slice(0, 10));
    return days;
  });
  return [...new Set(all)].sort();
}
