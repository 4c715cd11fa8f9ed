// What a person can tell from the desk, kind by kind: which fields, in the order in which one thinks of them, and what of them
// the contract cannot say. Their bounds, lengths and words come from it; a kind without a line here asks for all that it holds.
import { PEOPLE, UNITS } from '../part/known-names.js';
import { fieldOf, fieldsOf, labelOf, topics, wordsOf } from '../../text/kinds.js';

/** OC4IDS sectors that a town has; the contract allows any. */
export const SECTORS = ['economy', 'transport.road', 'transport.urban', 'waterAndWaste', 'governance', 'cultureSportsAndRecreation', 'energy',
  'naturalResources', 'education', 'health', 'socialHousing', 'environment', 'communications'];
/** Longer lines get the whole width. */
const SHORT = 160;

const future = { future: true };
const needed = { optional: false };
const finished = { today: true, past: true };
/** Of what the project is: what is there is changed, not emptied. */
const kept = { kept: true };
/** What few ask for stands folded away. */
const more = { folded: true };
/** A person of the board, or an office by a document. */
const byOffice = { optional: false, known: UNITS, when: { 'approval.person': '-' } };
const approval = [['approval.person', { type: 'approver', optional: false }], ['approval.office', byOffice], ['approval.document', byOffice]];

/** What holds of a field wherever it stands. */
const USUAL = {
  asOf: finished, on: finished, promised: future, deadline: future,
  milestone: { type: 'milestone' }, milestones: { type: 'milestones' }, hazards: { type: 'hazards' }, grant: { type: 'grant', optional: false },
  passed: { type: 'verdict' }, month: { type: 'month' }, year: { year: true }, sector: { type: 'sector', options: SECTORS },
  households: { type: 'counts', optional: true }, mu: { type: 'counts', optional: true },
  ...Object.fromEntries(['owner', 'unit', 'from', 'party', 'register.unit', 'approval.office'].map((name) => [name, { known: UNITS }])), ...Object.fromEntries(['lead', 'contact', 'finder', 'register.follower'].map((name) => [name, { known: PEOPLE }])),
};

const parts = (of, ...names) => names.map((name) => `${of}.${name}`);

/** Of a milestone that is counted how much is done, of another how far it is. */
const reached = [['percent', { optional: false, when: { counted: false } }], ['done', { optional: false, when: { counted: true } }]];

/** `when`: what must be chosen before the field is asked for. */
const ASKED = {
  'progress-reported': ['milestone', ...reached, 'asOf', 'forecast', 'cause', 'note', 'photos'],
  'progress-corrected': [['milestone', { finished: true }], ...reached, 'asOf', ['note', needed], 'photos'],
  'forecast-moved': ['milestone', ['forecast', future], ['cause', needed], 'note'],
  'blocker-raised': ['factor', 'text', 'need', 'from', 'promised', 'milestones'],
  'blocker-promised': ['promised', 'note'],
  'blocker-escalated': [['level', { above: true }], 'note'],
  'blocker-cleared': ['how'],
  'relocation-counted': ['asOf', 'households', 'mu'],
  'hazard-found': ['severity', 'place', 'text', 'finder', 'photos'],
  'hazard-fixed-on-spot': ['text', 'photos'],
  'notice-issued': ['number', 'deadline', 'hazards', 'grant'],
  'hazard-rectified': ['text', 'photos'],
  'hazard-rechecked': ['passed', 'text', ['deadline', { when: { passed: 'false' } }]],
  'directive-issued': ['text', 'deadline', 'owner', ...parts('register', 'number', 'title', 'category', 'source', 'follower', 'unit', 'received', 'requirement').map((name) => [name, more])],
  'directive-acknowledged': [['promised', more]],
  'directive-answered': ['text', 'percent', 'photos'],
  'directive-accepted': ['note'],
  'directive-sent-back': ['reason', 'deadline'],
  'directive-withdrawn': ['reason'],
  'investment-planned': [['total', kept], ['land', kept], 'year', ['planned', kept], ['work', kept], ['before', kept], ['fixedBefore', kept]],
  'investment-completed': ['month', 'completed', ...parts('composition', 'construction', 'installation', 'equipment', 'other'),
    ...parts('funds', 'budget', 'loans', 'bonds', 'foreign', 'own', 'other'), 'note'],
  'investment-detailed': ['month', ...['fixed', 'firstHalf', 'usedEquipment', 'renewal', 'usedBuildings', 'land', 'ministry', 'province', 'ministryFunds', 'provinceFunds'].map((name) => [name, kept])],
  'contract-signed': ['number', 'title', 'party', 'amount', ['on', finished], 'note'],
  'contract-varied': [['number', { type: 'contract' }], 'amount', ['on', finished], 'reason'],
  'permit-obtained': ['permit', 'document', ['on', { today: false, past: true }], 'note'],
  'month-planned': ['month', ['planned', kept], ['work', kept]],
  'project-suspended': ['reason', ...approval],
  'project-resumed': ['reason', ...approval],
  'project-amended': [...['name.zh', 'name.en', 'sector', 'owner', 'capacity.zh', 'capacity.en', 'cadence', 'weight'].map((name) => [name, kept]), 'reason'],
  'project-placed': ['site.latitude', 'site.longitude', 'system', 'note'],
  'project-described': [...['code', 'place', 'content', 'nature', 'unit', 'lead', 'contact', 'ownerCode', 'tier', 'land', 'begins', 'ends', 'listed'].map((name) => [name, kept]), 'reason'],
  'board-opened': ['name.zh', 'name.en', ['county', kept], ['town', kept]],
  'address-named': ['address'],
  'operator-named': ['organisation', 'department', 'phone', 'post', 'mailbox', 'complaints'],
  'calendar-adopted': ['year', ['off', { type: 'days' }], ['on', { type: 'days', label: 'field.worked', today: false, past: false }]],
};

/** Forms that tell another kind than their own: a milestone that was finished by a slip is reported again, with the reason. */
export const TELLS = { 'progress-corrected': 'progress-reported' };

/** Who is to see to a directive is somebody; who owns a project is an office. */
const KNOWN = { 'directive-issued.owner': PEOPLE };

function spec(kind, name, more) {
  const known = KNOWN[`${kind}.${name}`];
  const field = { name, ...fieldOf(kind, name), ...USUAL[name], ...(known && { known }), ...more };
  return { label: labelOf(kind, name), ...field, words: wordsOf(kind, name), short: field.type === 'line' && field.longest <= SHORT };
}

const specs = (kind, asked) => asked.map((each) => spec(kind, ...[each].flat()));

/** The fields of a kind's form. */
export const formOf = (kind) => specs(TELLS[kind] ?? kind, ASKED[kind] ?? fieldsOf(kind).map(({ name }) => name));

/** Of a new baseline, beside its rows. */
export const PLAN_FIELDS = specs('baseline-set', [['name.zh', { label: 'field.baseline.zh' }], ['name.en', { label: 'field.baseline.en' }], 'cause', ...approval, 'reason']);

const ORDER = ['plan', 'way', 'safety', 'order', 'money', 'project'];
const place = ([topic]) => (ORDER.indexOf(topic) + 1 || ORDER.length + 1);
const MORE = { plan: ['progress-corrected'] };

/** Told of the project as a whole, by topic. What changes the plan has an editor of its own. */
export const TOPICS = Object.entries(topics()).sort((one, other) => place(one) - place(other)).map(([topic, kinds]) => [topic, [...kinds, ...(MORE[topic] ?? [])]]);

/** What changes something that is: these forms open with it. */
export const EDITS = ['forecast-moved', 'blocker-promised', 'relocation-counted', 'petitions-counted', 'stage-changed', 'landmark-reached', 'permit-obtained', 'investment-planned',
  'investment-completed', 'investment-detailed', 'month-planned', 'project-amended', 'project-described', 'board-opened', 'weighting-chosen', 'address-named', 'operator-named', 'calendar-adopted', 'seal-chosen',
  'access-agreed'];

/** What nothing undoes, or is counted for ever, waits a while before it is told. */
export const FINAL = ['forecast-moved', 'blocker-promised', 'blocker-cleared', 'blocker-escalated', 'hazard-found', 'hazard-fixed-on-spot', 'notice-issued', 'hazard-rectified',
  'hazard-rechecked', 'directive-issued', 'directive-acknowledged', 'directive-answered', 'directive-accepted', 'directive-sent-back', 'directive-withdrawn'];

/** What is asked for, by what was chosen so far. */
export const asked = (fields, chosen) => fields.filter(({ when = {} }) => Object.entries(when).every(([name, value]) => chosen?.[name] === value));

/** What is not easily taken back is asked twice. */
export const grave = (kind, { stage }) => kind === 'project-archived' || kind === 'directive-withdrawn' || stage === 'cancelled';
