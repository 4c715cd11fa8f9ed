// Asks whoever holds things back on this page (the desk) to wait before `act` is told; where nobody does, it is told at once.
export function held(element, { id, words }, act) {
  const detail = { id, words, act, seen: () => element.isConnected, outcome: null };
  element.dispatchEvent(new CustomEvent('hold', { bubbles: true, detail }));
  return detail.outcome ?? act();
}
