// Applies what a frame says is different: a JSON merge patch (RFC 7396: null takes a member away, what is not named stays),
// and lists whose items have an id or a seq are changed item by item. Pure: what was is never touched, so that a page can
// still compare with it.
export const key = (item) => item.id ?? item.seq;

const isObject = (value) => value !== null && typeof value === 'object' && !Array.isArray(value);

/** `was` as it is after `delta`; right only when `delta` was made from the very same. */
export function applied(was, delta) {
  if (!isObject(delta)) return delta;
  if (Array.isArray(was)) return items(was, delta);
  const now = isObject(was) ? { ...was } : {};
  for (const [name, value] of Object.entries(delta)) {
    if (value === null) delete now[name];
    else now[name] = applied(now[name], value);
  }
  return now;
}

/** Each item changes at its place, a new one comes at the end. */
function items(was, { items: changed = [], gone = [] }) {
  const now = new Map(was.map((item) => [key(item), item]));
  gone.forEach((each) => now.delete(each));
  changed.forEach((item) => now.set(key(item), applied(now.get(key(item)), item)));
  return [...now.values()];
}
