// What fills the middle of the wall: the chart, or the map. Which one, the address says (`view=map`), and the key M.
import { nothing } from 'lit';
import { text } from '../../text/text.js';
import { html } from '../part/html.js';
import './wall-chart.js';
import './wall-map.js';

/** The other one, in the address too, so that a wall that loads itself anew shows what it showed. */
export function turned(then) {
  const other = new URL(location.href);
  if (other.searchParams.get('view') === 'map') other.searchParams.delete('view');
  else other.searchParams.set('view', 'map');
  history.replaceState(history.state, '', other);
  then();
}

const mapped = ({ search }) => new URLSearchParams(search).get('view') === 'map';

/** @param wall {board, past, changes, now, rev, chosen, api}; `act`: {open, turn} */
export function middle(wall, { open, turn }) {
  const map = mapped(location);
  const other = html`<button class="turn" @click=${turn}>${text(map ? 'wall.chart' : 'map.title')} <kbd>M</kbd></button>`;
  return html`${map ? html`<wall-map .api=${wall.api} .board=${wall.board} .changes=${wall.changes} .chosen=${wall.chosen ?? ''} .rev=${wall.rev} @open=${open}></wall-map>` : html`<wall-chart .board=${wall.board}
      .past=${wall.past} .changes=${wall.changes} .now=${wall.now} .rev=${wall.rev} .chosen=${wall.chosen ?? ''} @open=${open}></wall-chart>`}${wall.board.cards.size ? other : nothing}`;
}
