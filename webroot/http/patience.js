/** A signal that gives a request up after a while. Browsers of 2021 know no AbortSignal.timeout. */
export function patience(millis) {
  const giver = new AbortController();
  setTimeout(() => giver.abort(), millis);
  return giver.signal;
}
