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
const future = { future: true };
const milestone = { name: 'milestone', type: 'milestone' };
const photos = { name: 'photos', type: 'photos', optional: true };
const cause = choice('cause', 'factor', CAUSES);
const note = line('note', optional);
const asOf = date('asOf', { today: true, past: true });
const money = (name, more) => number(name, { min: 0, ...more });

/** Told of the project as a whole, by topic. What changes the plan has an editor of its own. */
export const TOPICS = [
  ['plan', ['forecast-moved', 'milestone-planned', 'baseline-set']],
  ['way', ['blocker-raised', 'relocation-counted', 'petitions-counted']],
  ['safety', ['hazard-found', 'notice-issued']],
  ['order', ['directive-issued']],
  ['money', ['investment-planned', 'investment-completed']],
  ['project', ['stage-changed', 'landmark-reached', 'project-suspended', 'project-resumed', 'project-amended', 'project-archived']],
];

/** `when`: what must be chosen before the field is asked for. */
export const FORMS = {
  'progress-reported': [milestone, number('percent', { min: 0, max: 100 }), asOf, date('forecast', optional), { ...cause, optional: true }, note, photos],
  'forecast-moved': [milestone, date('forecast', future), cause, note],
  'blocker-raised': [choice('factor', 'factor', FACTORS), line('text'), line('need', optional), short('from', optional), date('promised', { ...optional, ...future }),
    { name: 'milestones', type: 'milestones', optional: true }],
  'blocker-promised': [date('promised', future), note],
  'blocker-escalated': [choice('level', 'level', ['town', 'county']), note],
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
  'investment-planned': [money('total', optional), number('year', { optional: true, year: true }), money('planned', optional)],
  'investment-completed': [{ name: 'month', type: 'month' }, money('completed'), note],
  'stage-changed': [choice('stage', 'stage', STAGES), line('reason', optional)],
  'landmark-reached': [choice('landmark', 'landmark', ['start', 'completion', 'production']), date('on', { today: true, past: true }), note],
  'project-suspended': [line('reason'), person('approver')],
  'project-resumed': [line('reason'), person('approver')],
  'project-amended': [short('name.zh', optional), short('name.en', { ...optional, longest: 160 }), { name: 'sector', type: 'sector', options: SECTORS, optional: true },
    short('owner', optional), short('capacity.zh', optional), short('capacity.en', { ...optional, longest: 160 }), number('cadence', { ...optional, min: 1 }),
    number('weight', optional), number('site.latitude', optional), number('site.longitude', optional), line('reason', optional)],
  'project-archived': [line('reason')],
  'project-restored': [line('reason', optional)],
  'board-opened': [short('name.zh'), short('name.en', { longest: 160 })],
  'weighting-chosen': [choice('weighting', 'weighting', ['equal', 'investment', 'set'])],
  'calendar-adopted': [number('year', { year: true }), { name: 'off', type: 'days' }, { name: 'on', type: 'days', label: 'worked' }],
};

/** Of a new baseline, beside its rows. */
export const PLAN_FIELDS = [short('name.zh', { label: 'baseline.zh' }), short('name.en', { longest: 160, label: 'baseline.en' }), cause, person('approver'), line('reason')];

/** What is not easily taken back is asked twice. */
export const grave = (kind, { stage }) => kind === 'project-archived' || kind === 'directive-withdrawn' || stage === 'cancelled';

/** What can be done next with a blocker, a hazard, a directive, as it stands. */
export const ACTS = {
  blocker: () => ['blocker-promised', 'blocker-escalated', 'blocker-cleared'],
  hazard: ({ status }) => ({
    found: ['notice-issued', 'hazard-fixed-on-spot'], noticed: ['hazard-rectified'], 'sent-back': ['hazard-rectified'], rectified: ['hazard-rechecked'],
  })[status] ?? [],
  directive: ({ status }) => ({
    issued: ['directive-acknowledged', 'directive-answered', 'directive-withdrawn'], acknowledged: ['directive-answered', 'directive-withdrawn'],
    'sent-back': ['directive-answered', 'directive-withdrawn'], answered: ['directive-accepted', 'directive-sent-back'],
  })[status] ?? [],
};
