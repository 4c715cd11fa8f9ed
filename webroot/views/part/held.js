// Asks whoever holds things back on this page (the desk) to wait before `request` is told; where nobody does, it is told at once.
export function held(element, { id, words, request }, api) {
  const detail = { id, words, request, seen: () => element.isConnected, outcome: null };
  element.dispatchEvent(new CustomEvent('hold', { bubbles: true, detail }));
  return detail.outcome ?? api.post(request.path, request.body, request.key, request.match);
}
