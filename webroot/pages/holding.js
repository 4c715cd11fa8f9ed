// A page that holds back what its person presses, for a while (store/holds.js): its parts ask by the event `hold`, and what the
// page leaves untold is told, or lies where the person's next page finds it.
import { Holds } from '../store/holds.js';
import { Shelf } from '../store/shelf.js';

/** → {holds, stop}: `stop` ends the listening, not what waits */
export function holding(root, api, person) {
  const holds = new Holds(({ path, body, key, match }) => api.post(path, body, key, match), new Shelf(`held.${person.id}`));
  const hold = ({ detail }) => { detail.outcome = holds.hold(detail); };
  /** Who leaves has pressed it, and did not take it back. */
  const leave = () => {
    holds.leave();
    holds.tellAll();
  };
  root.addEventListener('hold', hold);
  addEventListener('pagehide', leave);
  return { holds, stop() {
    root.removeEventListener('hold', hold);
    removeEventListener('pagehide', leave);
  } };
}
