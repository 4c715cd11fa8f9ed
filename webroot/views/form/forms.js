// What a person can tell from the desk, kind by kind: its fields, in the order in which one thinks of them. The contract
// says what is valid; this only asks.
const FACTORS = ['land', 'relocation', 'funding', 'permits', 'utilities', 'technology', 'site-environment', 'weather', 'safety', 'other'];
const CAUSES = [...FACTORS.slice(0, -1), 'scope-change', 'design-change', 'procurement', 'force-majeure', 'optimism-corrected', 'other'];
const STAGES = ['identification', 'preparation', 'implementation', 'completion', 'completed', 'cancelled'];
export const SECTORS = ['economy', 'transport.road', 'transport.urban', 'waterAndWaste', 'governance', 'cultureSportsAndRecreation', 'energy',
  'naturalResources', 'education', 'health', 'socialHousing', 'environment', 'communications'];

const line = (name, more) => ({ name, type: 'line', ...more });
const short = (name, more) => line(name, { short: true, longest: 80, ...more });
const person = (name, more) => line(name, { short: true, longest: 40, ...more });
const date = (name, more) => ({ name, type: 'date', ...more });
const number = (name, more) => ({ name, type: 'number', ...more });
const choice = (name, words, options, more) => ({ name, type: 'choice', words, options, ...more });
const optional = { optional: true };
/** Of what the project is: what is there is changed, not emptied. */
const kept = { optional: true, kept: true };
const future = { future: true };
const milestone = { name: 'milestone', type: 'milestone' };
const photos = { name: 'photos', type: 'photos', optional: true };
const cause = choice('cause', 'factor', CAUSES);
const note = line('note', optional);
const asOf = date('asOf', { today: true, past: true });
/** A person of the board, or an office by a document. */
const byOffice = { when: { 'approval.person': '-' } };
const approval = [{ name: 'approval.person', type: 'approver' }, short('approval.office', byOffice), short('approval.document', { ...byOffice, longest: 60 })];
const money = (name, more) => number(name, { min: 0, ...more });

/** Told of the project as a whole, by topic. What changes the plan has an editor of its own. */
export const TOPICS = [
  ['plan', ['forecast-moved', 'progress-corrected', 'milestone-planned', 'baseline-set']],
  ['way', ['blocker-raised', 'relocation-counted', 'petitions-counted']],
  ['safety', ['hazard-found', 'notice-issued']],
  ['order', ['directive-issued']],
  ['money', ['investment-planned', 'investment-completed']],
  ['project', ['stage-changed', 'landmark-reached', 'project-suspended', 'project-resumed', 'project-amended', 'project-archived']],
];

/** `when`: what must be chosen before the field is asked for. */
export const FORMS = {
  'progress-reported': [milestone, number('percent', { min: 0, max: 100 }), asOf, date('forecast', optional), { ...cause, optional: true }, note, photos],
  'progress-corrected': [{ ...milestone, finished: true }, number('percent', { min: 0, max: 100 }), asOf, line('note'), photos],
  'forecast-moved': [milestone, date('forecast', future), cause, note],
  'blocker-raised': [choice('factor', 'factor', FACTORS), line('text'), line('need', optional), short('from', optional), date('promised', { ...optional, ...future }),
    { name: 'milestones', type: 'milestones', optional: true }],
  'blocker-promised': [date('promised', future), note],
  'blocker-escalated': [choice('level', 'level', ['project', 'town', 'county'], { above: true }), note],
  'blocker-cleared': [line('how')],
  'relocation-counted': [asOf, { name: 'households', type: 'counts', optional: true }, { name: 'mu', type: 'counts', optional: true }],
  'petitions-counted': [choice('level', 'petition', ['none', 'low', 'medium', 'high']), number('open', { min: 0 }), asOf],
  'hazard-found': [choice('severity', 'severity', ['general', 'serious', 'major']), short('place', { longest: 120 }), line('text'), person('finder', optional), photos],
  'hazard-fixed-on-spot': [line('text'), photos],
  'notice-issued': [short('number', { longest: 60 }), date('deadline', future), { name: 'hazards', type: 'hazards' }, { name: 'grant', type: 'grant' }],
  'hazard-rectified': [line('text'), photos],
  'hazard-rechecked': [{ name: 'passed', type: 'verdict' }, line('text', optional),
    date('deadline', { ...optional, ...future, when: { passed: 'false' } })],
  'directive-issued': [line('text'), date('deadline', future), person('owner', optional)],
  'directive-acknowledged': [],
  'directive-answered': [line('text')],
  'directive-accepted': [note],
  'directive-sent-back': [line('reason'), date('deadline', { ...optional, ...future })],
  'directive-withdrawn': [line('reason')],
  'investment-planned': [money('total', kept), number('year', { optional: true, year: true }), money('planned', kept)],
  'investment-completed': [{ name: 'month', type: 'month' }, money('completed'), note],
  'stage-changed': [choice('stage', 'stage', STAGES), line('reason', optional)],
  'landmark-reached': [choice('landmark', 'landmark', ['start', 'completion', 'production']), date('on', { today: true, past: true }), note],
  'project-suspended': [line('reason'), ...approval],
  'project-resumed': [line('reason'), ...approval],
  'project-amended': [short('name.zh', kept), short('name.en', { ...kept, longest: 160 }), { name: 'sector', type: 'sector', options: SECTORS, ...kept },
    short('owner', kept), short('capacity.zh', kept), short('capacity.en', { ...kept, longest: 160 }), number('cadence', { ...kept, min: 1 }),
    number('weight', kept), number('site.latitude', kept), number('site.longitude', kept), line('reason', optional)],
  'project-archived': [line('reason')],
  'project-restored': [line('reason', optional)],
  'board-opened': [short('name.zh'), short('name.en', { longest: 160 })],
  'weighting-chosen': [choice('weighting', 'weighting', ['equal', 'investment', 'set'])],
  'calendar-adopted': [number('year', { year: true }), { name: 'off', type: 'days' }, { name: 'on', type: 'days', label: 'worked' }],
};

/** Of a new baseline, beside its rows. */
export const PLAN_FIELDS = [short('name.zh', { label: 'baseline.zh' }), short('name.en', { longest: 160, label: 'baseline.en' }), cause, ...approval, line('reason')];

/** What changes something that is: these forms open with it. */
export const EDITS = ['forecast-moved', 'blocker-promised', 'relocation-counted', 'petitions-counted', 'stage-changed', 'landmark-reached', 'investment-planned',
  'investment-completed', 'project-amended', 'board-opened', 'weighting-chosen', 'calendar-adopted'];

/** What nothing undoes waits a while before it is told. */
export const FINAL = ['blocker-cleared', 'blocker-escalated', 'hazard-fixed-on-spot', 'notice-issued', 'hazard-rechecked', 'directive-acknowledged', 'directive-accepted',
  'directive-sent-back', 'directive-withdrawn'];

/** Forms that tell another kind than their own: a milestone that was finished by a slip is reported again, with the reason. */
export const TELLS = { 'progress-corrected': 'progress-reported' };

/** What is asked for, by what was chosen so far. */
export const asked = (fields, chosen) => fields.filter(({ when = {} }) => Object.entries(when).every(([name, value]) => chosen?.[name] === value));

/** What is not easily taken back is asked twice. */
export const grave = (kind, { stage }) => kind === 'project-archived' || kind === 'directive-withdrawn' || stage === 'cancelled';
