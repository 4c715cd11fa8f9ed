// Where in a form a refusal belongs: the server names the member that is at fault.
/** What is no member of a request, but stands in its address. */
const ADDRESSED = { 'project-exists': 'id' };

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
  const addressed = ADDRESSED[problem.code];
  if (addressed && has(form, addressed)) at.set(addressed, problem.message);
  const rest = at.size ? loose.join(' ') : [problem.message, ...loose.filter((each) => each !== problem.message)].join(' ');
  return { at, rest };
}
