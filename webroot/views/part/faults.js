// Where in a form a refusal belongs: the contract names a path; a rule's refusal is about certain fields.
const ABOUT = {
  'as-of-in-future': ['asOf', 'on'], 'forecast-before-as-of': ['forecast'], 'forecast-in-past': ['forecast'], 'forecast-unchanged': ['forecast'],
  'milestone-finished': ['milestone'], 'cause-missing': ['cause'], 'cause-needs-note': ['note', 'reason'], 'down-without-note': ['note'], 'doubtful-photo-without-note': ['note'],
  'correction-without-note': ['note'], 'finish-before-start': ['finish'], 'promise-in-past': ['promised'], 'level-not-higher': ['level'],
  'deadline-in-past': ['deadline'], 'month-in-future': ['month'], 'reason-missing': ['reason'], 'notice-number-used': ['number'],
  'same-person-rechecks': ['passed'], 'already-there': ['stage', 'weighting', 'year'], 'wrong-year': ['off'], 'project-exists': ['id'],
  'password-missing': ['password'], 'person-exists': ['person'],
  'approval-missing': ['approval.document', 'approval.person'], 'approver-unknown': ['approval.person'], 'own-approval': ['approval.person'], 'link-holder-rechecks': ['passed'],
  'day-both-off-and-on': ['on'],
};

/** What was wrong with something that was kept and refused later. */
export const problemOf = ({ code, detail, errors }) => (code ? { code, message: detail, errors } : undefined);

/** '/updates/0/name/zh' → 'name.zh' */
const nameOf = (path) => path.replace(/^\//, '').replace(/^updates\/\d+\//, '').replaceAll('/', '.');
const has = (form, name) => Boolean(form?.elements.namedItem(name) || form?.querySelector(`[data-field='${name}']`));

/** → at: what is said at each field; rest: what belongs to none of them, as a sentence. */
export function placed(problem, form, where = () => null) {
  const at = new Map();
  const loose = [];
  for (const { path, message } of problem.errors ?? []) {
    const name = where(path) ?? nameOf(path);
    const field = [name, ...name.split('.').map((part, i, all) => all.slice(0, -i - 1).join('.'))].find((each) => each && has(form, each));
    if (field) at.set(field, message);
    else if (message !== problem.code) loose.push(message);
  }
  const field = ABOUT[problem.code]?.find((name) => has(form, name));
  if (field && !at.size) at.set(field, problem.message);
  const rest = at.size ? loose.join(' ') : [problem.message, ...loose.filter((each) => each !== problem.message)].join(' ');
  return { at, rest };
}
