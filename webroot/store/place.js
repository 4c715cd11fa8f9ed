// A place at the desk as an address, and back: /desk/projects/bridge/entries/17?… names a page, a project, and a milestone or
// an entry of it. What is asked of a page (its filter) is the query. Pure.
const ROOT = '/desk';
const SLUG = /^[a-z0-9-]+$/;
const NUMBER = /^[1-9]\d{0,15}$/;

/** → {page, project, milestone, entry, asked}; an address that says nothing is the first page's. */
export function placeOf({ pathname, search }) {
  const asked = Object.fromEntries([...new URLSearchParams(search)].filter(([name]) => name !== 'lang'));
  const [page = 'today', project, kind, item] = pathname.slice(ROOT.length).split('/').filter(Boolean);
  if (!project || page !== 'projects' || !SLUG.test(project)) return { page, asked };
  if (kind === 'milestones' && SLUG.test(item)) return { page, project, milestone: item, asked };
  if (kind === 'entries' && NUMBER.test(item)) return { page, project, entry: Number(item), asked };
  return { page, project, asked };
}

/** `language` is kept where it is not the first one. */
export function addressOf({ page, project, milestone, entry, asked = {} }, language = 'zh') {
  const way = [ROOT, page ?? 'projects', project, milestone && 'milestones', milestone, entry && 'entries', entry].filter(Boolean).join('/');
  const query = new URLSearchParams(Object.entries(asked).filter(([, value]) => value));
  if (language !== 'zh') query.set('lang', language);
  const words = query.toString();
  return words ? `${way}?${words}` : way;
}
