// What a person can tell from the desk, kind by kind: its fields, in the order in which one thinks of them. The contract
// says what is valid; this only asks.
const FACTORS = ['land', 'relocation', 'funding', 'permits', 'utilities', 'technology', 'site-environment', 'weather', 'safety', 'other'];
const CAUSES = [...FACTORS.slice(0, -1), 'scope-change', 'design-change', 'procurement', 'force-majeure', 'optimism-corrected', 'other'];
const STAGES = ['identification', 'preparation', 'implementation', 'completion', 'completed', 'cancelled'];

const line = (name, more) => ({ name, type: 'line', ...more });
const date = (name, more) => ({ name, type: 'date', ...more });
const number = (name, more) => ({ name, type: 'number', ...more });
const choice = (name, words, options, more) => ({ name, type: 'choice', words, options, ...more });
const optional = { optional: true };
const milestone = { name: 'milestone', type: 'milestone' };
const photos = { name: 'photos', type: 'photos', optional: true };
const cause = choice('cause', 'factor', CAUSES);
const note = line('note', optional);

/** Told of the project as a whole, by topic. */
export const TOPICS = [
  ['plan', ['forecast-moved', 'milestone-planned', 'baseline-set']],
  ['way', ['blocker-raised', 'relocation-counted', 'petitions-counted']],
  ['safety', ['hazard-found', 'notice-issued']],
  ['order', ['directive-issued']],
  ['money', ['investment-planned', 'investment-completed']],
  ['project', ['stage-changed', 'landmark-reached', 'project-suspended', 'project-resumed', 'project-amended', 'project-archived']],
];

export const FORMS = {
  'forecast-moved': [milestone, date('forecast'), cause, note],
  'milestone-planned': [line('milestone', { id: true }), line('name.zh'), line('name.en'), number('weight'), date('start'), date('finish')],
  'baseline-set': [line('name.zh'), line('name.en'), cause, line('reason'), line('approver'), { name: 'milestones', type: 'plan' }],
  'blocker-raised': [choice('factor', 'factor', FACTORS), line('text'), line('need', optional), line('from', optional), date('promised', optional),
    { name: 'milestones', type: 'milestones', optional: true }],
  'blocker-promised': [date('promised'), note],
  'blocker-escalated': [choice('level', 'level', ['town', 'county']), note],
  'blocker-cleared': [line('how')],
  'relocation-counted': [date('asOf', { today: true }), { name: 'households', type: 'counts', optional: true }, { name: 'mu', type: 'counts', optional: true }],
  'petitions-counted': [choice('level', 'petition', ['none', 'low', 'medium', 'high']), number('open'), date('asOf', { today: true })],
  'hazard-found': [choice('severity', 'severity', ['general', 'serious', 'major']), line('place'), line('text'), line('finder', optional), photos],
  'hazard-fixed-on-spot': [line('text'), photos],
  'notice-issued': [line('number'), { name: 'hazards', type: 'hazards' }, date('deadline')],
  'hazard-rectified': [line('text'), photos],
  'hazard-rechecked': [{ name: 'passed', type: 'verdict' }, line('text', optional)],
  'directive-issued': [line('text'), date('deadline'), line('owner', optional)],
  'directive-acknowledged': [],
  'directive-answered': [line('text')],
  'directive-accepted': [note],
  'directive-sent-back': [line('reason'), date('deadline', optional)],
  'directive-withdrawn': [line('reason')],
  'investment-planned': [number('total', optional), number('year', { optional: true, year: true }), number('planned', optional)],
  'investment-completed': [{ name: 'month', type: 'month' }, number('completed'), note],
  'stage-changed': [choice('stage', 'stage', STAGES), line('reason', optional)],
  'landmark-reached': [choice('landmark', 'landmark', ['start', 'completion', 'production']), date('on', { today: true }), note],
  'project-suspended': [line('reason'), line('approver')],
  'project-resumed': [line('reason'), line('approver')],
  'project-amended': [line('name.zh', optional), line('name.en', optional), line('owner', optional), number('cadence', optional), number('weight', optional),
    number('site.latitude', optional), number('site.longitude', optional), line('reason', optional)],
  'project-archived': [line('reason')],
};

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
