// The token of a link: taken from the fragment, which no server sees, kept on this device, and gone from the address bar.
export function linkToken(page) {
  const key = `guatu.${page}.token`;
  const given = location.hash.slice(1);
  if (given.split('.').length === 3) {
    localStorage.setItem(key, given);
    history.replaceState(null, '', location.pathname + location.search);
  }
  return localStorage.getItem(key);
}
