// The wall: connects, keeps itself true, and never asks anybody for anything. Keys: M turns to the map and back, ↑ ↓ choose, Enter opens, ← → walk
// through the open ones, Esc closes, T tours the reds; where none is open ← goes back by a day, with shift by a meeting, and then
// ← → walk through the past. Whoever is logged in on this device may issue a directive.
import { nothing, render } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { Bridge } from '../bridge/client.js';
import { Api } from '../http/api.js';
import { Session } from '../http/session.js';
import { LinkToken } from '../http/token.js';
import { Recent } from '../store/differences.js';
import { Digest } from '../store/digest.js';
import { Draft } from '../store/draft.js';
import { Focus } from '../store/focus.js';
import { News } from '../store/news.js';
import { pastDetail, pastDigest } from '../store/past-views.js';
import { Pairing } from '../store/pairing.js';
import { Past } from '../store/past.js';
import { urgentFirst } from '../store/selection.js';
import { Store } from '../store/store.js';
import { clockTime, dayOf, longDate, shortDate } from '../text/dates.js';
import { named, text } from '../text/text.js';
import { html } from '../views/part/html.js';
import { standsSince } from '../views/part/line-state.js';
import '../views/part/time-machine.js';
import '../views/wall/wall-focus.js';
import '../views/wall/wall-foot.js';
import { middle, turned } from '../views/wall/wall-middle.js';
import '../views/wall/wall-pairing.js';
import '../views/wall/wall-side.js';
import { drift, keepAwake, mendItself, pointing } from './all-day.js';

const CHANGE_SHOWN_MILLIS = 20_000;
const HEARTBEAT_MILLIS = 10_000;
const DAY_MILLIS = 86_400_000;
/** An access that ends within so many days is to be renewed by then. */
const SOON_DAYS = 30;
const NONE = new Map();

const query = new URLSearchParams(location.search);
const page = document.documentElement;
page.dataset.theme = query.get('theme') === 'light' ? 'light' : 'dark';
if (query.get('lamps') === 'cb') page.dataset.lamps = 'cb';
const root = document.querySelector('#wall');

/** No access, or none any more (then `refused` says why): a code, until the office has typed it. */
function pair(refused = '') {
  page.dataset.line = refused ? 'refused' : 'pairing';
  const pairing = new Pairing();
  const paint = () => render(html`<wall-pairing .pairing=${pairing} state=${pairing.state} refused=${refused} tick=${pairing.left}></wall-pairing>`, root);
  const ticking = setInterval(paint, 1_000);
  pairing.addEventListener('change', () => {
    if (pairing.state !== 'paired') return paint();
    clearInterval(ticking);
    LinkToken.choose('wall', pairing.screen.token);
    if (refused) location.reload(); // what was there before is on this page still
    else new Wall(new LinkToken(pairing.screen.token), text('pair.paired', { name: pairing.screen.name }));
  });
  paint();
}

class Wall {
  #store;
  #bridge;
  #api;
  #digest;
  #focus;
  #news;
  #past;
  /** The board of the past that was drawn last, or null. */
  #then = null;
  #recent = new Recent(CHANGE_SHOWN_MILLIS);
  #session = null;
  #expires = null;
  #painted = 0;
  #drawn = 0;
  #denied = false;
  #welcome;

  /** @param welcome what it says until it shows the board */
  constructor(credential, welcome = '') {
    this.#welcome = welcome;
    this.#api = new Api(credential);
    this.#bridge = new Bridge(credential);
    this.#store = new Store(this.#bridge);
    this.#digest = new Digest(this.#api, () => this.#redraw());
    this.#news = new News(this.#api, this.#store.board, () => this.#redraw());
    this.#past = new Past(this.#api, () => this.#store.board, () => this.#lookedBack());
    this.#focus = new Focus(this.#api, () => urgentFirst(this.#shown.cards.values()), () => this.#paint(), query.has('tour'));
    this.#store.addEventListener('change', ({ detail }) => this.#changed(detail));
    this.#store.addEventListener('line', () => {
      this.#paint();
      if (this.#store.line === 'live') this.#beat(); // whoever has just paired it sees it come
    });
    this.#store.addEventListener('caught-up', () => this.#news.read());
    this.#store.addEventListener('outdated', () => location.reload());
    this.#store.addEventListener('denied', ({ detail }) => {
      this.#denied = true;
      pair(detail);
    });
    setInterval(() => this.#paint(), 1_000);
    setInterval(() => this.#beat(), HEARTBEAT_MILLIS);
    addEventListener('keydown', (event) => this.#key(event));
    addEventListener('pointerdown', () => {
      this.#focus.touched();
      this.#past.touched();
    });
    this.#paint();
    this.#news.read();
    if (credential instanceof LinkToken) this.#remind();
    else this.serve(credential);
  }

  /** What is on the glass: the present, or a day of the past. */
  get #shown() {
    return this.#past?.board ?? this.#store.board;
  }

  #key(event) {
    this.#past.touched();
    const typing = event.target.closest?.('input:not([type=range]), textarea, select');
    if (!typing && event.key.toLowerCase() === 'm' && !event.ctrlKey && !event.metaKey && !event.altKey) return turned(() => this.#redraw());
    const ours = !typing && !event.ctrlKey && !event.metaKey && !event.altKey && (this.#past.day || !this.#focus.open);
    if (!ours || !this.#past.key(event)) return this.#focus.key(event);
    event.preventDefault();
    this.#focus.touched();
  }

  /** Somebody is logged in on this device, too. */
  serve(session) {
    this.#session = session;
    Draft.whose = session.person.id;
    this.#redraw();
  }

  /** How long the access of this screen is good for; asked once a day. */
  async #remind() {
    try {
      this.#expires = Date.parse((await this.#api.get('/api/me')).expires);
    } catch {
      // the line says what is wrong
    }
    setTimeout(() => this.#remind(), DAY_MILLIS);
  }

  #changed(earlier) {
    this.#recent.note(earlier, Date.now());
    this.#digest.refresh();
    this.#focus.refresh(earlier);
    this.#redraw();
  }

  /** Another day of the past is wanted, or there: a slider that moves draws only what it shows itself until then. */
  #lookedBack() {
    const { board } = this.#past;
    if (board === this.#then) return this.#paint();
    this.#then = board;
    this.#redraw();
  }

  #redraw() {
    this.#drawn++;
    this.#paint();
  }

  #paint() {
    if (this.#denied) return;
    const { board, clock, line } = this.#store;
    const now = clock.now();
    page.dataset.line = line;
    this.#past.tick();
    this.#focus.upTo(this.#past.board?.seq ?? null);
    this.#focus.tick();
    page.toggleAttribute('data-past', Boolean(this.#past.day));
    render(html`${this.#head(now)}<time-machine .past=${this.#past} .rev=${{}}></time-machine>${line === 'stale' ? html`<p class="band" role="status">${standsSince('wall', this.#store)}</p>` : nothing}
      ${board.totals ? this.#body(now) : html`<p class="refusal">${this.#welcome}</p>`}`, root);
    // Counted when it reaches the glass: a page whose painting has stopped reports a number that stands still.
    requestAnimationFrame(() => { this.#painted++; });
  }

  #head(now) {
    const { board, heard } = this.#store;
    const today = heard ? dayOf(now) : board.day;
    const days = this.#expires === null ? Infinity : Math.ceil((this.#expires - now) / DAY_MILLIS);
    return html`<header><h1>${board.title ? named(board.title.name) : text('app')}</h1>${today ? html`<time>${longDate(today)}</time>` : nothing}
      ${board.day && board.day !== today ? html`<span class="demo">${text('wall.ofDay', { date: shortDate(board.day) })}</span>` : nothing}
      ${board.title?.demo ? html`<span class="demo">${text('demo')}</span>` : nothing}
      ${this.#focus.touring ? html`<span class="demo">${text('wall.tour')}</span>` : nothing}
      ${days <= SOON_DAYS ? html`<span class="demo" data-expires>${text('wall.expires', { days })}</span>` : nothing}
      ${board.day && !this.#past.day ? html`<button data-time="open" @click=${() => this.#past.step(-1)}>${text('past.open')} <kbd>←</kbd></button>` : nothing}
      <line-state .store=${this.#store} .tick=${now}></line-state>${heard ? html`<b data-clock>${clockTime(now)}</b>` : nothing}</header>`;
  }

  #body(now) {
    const { until } = this.#past;
    const board = this.#shown;
    const then = until ? Math.min(until, now) : now;
    const open = board.cards.get(this.#focus.open);
    const changes = this.#recent.of(this.#store.board.cards, Date.now());
    const detail = until ? pastDetail(this.#focus.detail, board.day, until) : this.#focus.detail;
    const digest = until ? pastDigest(this.#digest, board.day) : this.#digest;
    if (!board.cards.size) return html`<p class="refusal">${text('wall.empty')}</p>`;
    return html`
      ${open ? keyed(open.id, html`<wall-focus .card=${open} .detail=${detail} .entries=${this.#focus.entries} .failed=${this.#focus.failed} .api=${this.#api}
          .session=${until ? null : this.#session} .past=${Boolean(until)} .day=${board.day} .now=${then} @close=${() => this.#focus.close()}></wall-focus>`) : html`
      ${middle({ board, past: Boolean(until), changes: until ? NONE : changes, now: then, rev: this.#drawn, chosen: this.#focus.chosen, api: this.#api }, { open: ({ detail }) => this.#focus.show(detail), turn: () => turned(() => this.#redraw()) })}
      <wall-side .board=${board} .digest=${digest} .rev=${this.#drawn}></wall-side>`}
      <wall-foot .board=${board} .state=${this.#news.state} .now=${then} .rev=${this.#drawn}></wall-foot>`;
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
pointing();
drift(root);
const link = LinkToken.of('wall');
// A new link that is opened where the old one was changes the fragment only.
addEventListener('hashchange', () => LinkToken.given() && location.reload());
const wall = link && new Wall(link);
const session = await Session.resume().catch(() => null);
if (wall && session) wall.serve(session);
else if (!wall && session) new Wall(session);
else if (!wall) pair();
