// The wall: connects, keeps itself true, and never asks anybody for anything. Keys: ↑ ↓ choose, Enter opens, ← → walk
// through the open ones, Esc closes, T tours the reds.
import { html, nothing, render } from 'lit';
import { Bridge } from '../bridge/client.js';
import { Api } from '../http/api.js';
import { LinkToken } from '../http/token.js';
import { Store } from '../store/store.js';
import { Digest } from '../store/digest.js';
import { Focus } from '../store/focus.js';
import { clockTime, longDate } from '../text/dates.js';
import { named, text } from '../text/text.js';
import { keepAwake, drift, mendItself } from './all-day.js';
import '../views/line-state.js';
import { ordered } from '../views/wall-chart.js';
import '../views/wall-focus.js';
import '../views/wall-foot.js';
import '../views/wall-side.js';

const CHANGE_SHOWN_MILLIS = 20_000;
const HEARTBEAT_MILLIS = 10_000;

const query = new URLSearchParams(location.search);
document.documentElement.dataset.theme = query.get('theme') === 'light' ? 'light' : 'dark';
if (query.get('lamps') === 'cb') document.documentElement.dataset.lamps = 'cb';
const root = document.querySelector('#wall');
const token = LinkToken.of('wall');

const refuse = (reason) => render(html`<p class="refusal" data-refusal=${reason}>${text(`wall.token.${reason}`)}</p>`, root);

class Wall {
  #store;
  #bridge;
  #api = new Api(token);
  #digest = new Digest(this.#api, () => this.#paint());
  #focus;
  #changes = new Map();
  #painted = 0;
  #drawn = 0;
  #denied = false;

  constructor() {
    this.#bridge = new Bridge(token);
    this.#store = new Store(this.#bridge);
    this.#focus = new Focus(this.#api, () => ordered(this.#store.board.cards), () => this.#paint(), query.has('tour'));
    this.#store.addEventListener('change', ({ detail }) => this.#changed(detail));
    this.#store.addEventListener('line', () => this.#paint());
    this.#store.addEventListener('denied', ({ detail }) => {
      this.#denied = true;
      refuse(detail);
    });
    setInterval(() => this.#paint(), 1_000);
    setInterval(() => this.#beat(), HEARTBEAT_MILLIS);
    addEventListener('keydown', (event) => this.#focus.key(event));
    addEventListener('pointerdown', () => this.#focus.touched());
    this.#recall();
  }

  /** What happened before this page was opened. */
  async #recall() {
    try {
      const { entries } = await this.#api.get('/api/entries?order=desc&limit=20');
      this.#store.board.remember(entries);
      this.#paint();
    } catch {
      // the frames will tell what happens from now on
    }
  }

  #changed(earlier) {
    if (this.#store.outdated) location.reload();
    const until = Date.now() + CHANGE_SHOWN_MILLIS;
    earlier.forEach((before, id) => {
      const said = (card) => card?.progress && Math.floor(card.progress.pending ?? card.progress.verified);
      const after = this.#store.board.cards.get(id);
      if (before) this.#changes.set(id, { until, from: said(before), to: said(after) });
    });
    this.#drawn++;
    this.#digest.refresh(this.#store.board);
    this.#focus.refresh(earlier);
    this.#paint();
  }

  #paint() {
    const { board, clock, line } = this.#store;
    if (this.#denied || !board.totals) return;
    this.#changes.forEach(({ until }, id) => until < Date.now() && this.#changes.delete(id));
    document.documentElement.dataset.line = line;
    const now = clock.now();
    this.#focus.tick();
    const open = board.cards.get(this.#focus.open);
    render(html`
      <header><h1>${named(board.title.name)}</h1><time>${longDate(board.day)}</time>
        ${board.title.demo ? html`<span class="demo">${text('demo')}</span>` : nothing}
        ${this.#focus.touring ? html`<span class="demo">${text('wall.tour')}</span>` : nothing}
        <line-state .store=${this.#store} .tick=${now}></line-state><b data-clock>${clockTime(now)}</b></header>
      ${open ? html`<wall-focus .card=${open} .detail=${this.#focus.detail} .entries=${this.#focus.entries} .api=${this.#api}
          .day=${board.day} .now=${now} @close=${() => this.#focus.close()}></wall-focus>` : html`
      <wall-chart .board=${board} .changes=${new Map(this.#changes)} .now=${now} .rev=${this.#drawn} .chosen=${this.#focus.chosen ?? ''}
        @open=${({ detail }) => this.#focus.show(detail)}></wall-chart>
      <wall-side .board=${board} .programme=${this.#digest.programme} .since=${this.#digest.since} .rev=${this.#drawn}></wall-side>`}
      <wall-foot .board=${board} .now=${now} .rev=${this.#drawn}></wall-foot>`, root);
    this.#painted++;
  }

  #beat() {
    const { board } = this.#store;
    this.#bridge.send('screen.heartbeat', {
      width: innerWidth, height: innerHeight, seq: board.seq ?? 0, painted: this.#painted,
    });
  }
}

mendItself();
keepAwake();
drift(root);
if (token) new Wall();
else refuse('missing');
