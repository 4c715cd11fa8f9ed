// 调度会 on the big screen: begin, one project after another, end, minutes. Keys: ← → walk through the agenda, F fills the
// screen, P looks at the past (then ← → walk by day, with shift by meeting, Esc returns), Z takes back what was decided last and waits. `#123` opens the minutes of a meeting that was held.
import { nothing, render } from 'lit';
import { Bridge } from '../bridge/client.js';
import { Api } from '../http/api.js';
import { Session } from '../http/session.js';
import { Meeting } from '../store/meeting.js';
import { pastDetail } from '../store/past-views.js';
import { Past } from '../store/past.js';
import { Store } from '../store/store.js';
import { clockTime, longDate } from '../text/dates.js';
import { text } from '../text/text.js';
import '../views/desk/hold-bar.js';
import { html } from '../views/part/html.js';
import '../views/part/line-state.js';
import '../views/part/time-machine.js';
import '../views/meeting/meeting-beginning.js';
import '../views/meeting/meeting-decisions.js';
import '../views/meeting/meeting-ending.js';
import '../views/meeting/meeting-item.js';
import '../views/meeting/meeting-rail.js';
import '../views/meeting/minutes-sheet.js';
import { sayInOwnWords } from '../views/part/own-words.js';
import { holding } from './holding.js';

const root = document.querySelector('#meeting');
const desk = `/desk${location.search}`;

class Page {
  #session;
  #api;
  #store = null;
  #meeting = null;
  #holds = null;
  #resumed = false;
  #agenda = null;
  #ending = false;
  #minutes = null;
  #detail = null;
  #looked = '';
  #fault = null;
  #past = null;

  constructor(session) {
    this.#session = session;
    this.#api = new Api(session);
    addEventListener('hashchange', () => this.#follow());
    addEventListener('keydown', (event) => this.#key(event));
    // Another window of this browser: typed into on the laptop, shown by the projector.
    addEventListener('storage', () => this.#store?.board.day && this.#resume());
    this.#follow();
  }

  get #kept() {
    return location.hash.match(/^#(\d+)$/)?.[1] ?? null;
  }

  async #follow() {
    this.#minutes = null;
    if (!this.#kept) return this.#live();
    try {
      this.#minutes = await this.#api.get(`/api/meetings/${this.#kept}`);
      this.#fault = null;
    } catch (problem) {
      this.#fault = problem.message;
    }
    this.#paint();
  }

  /** The meeting itself is the office's. */
  #live() {
    if (this.#session.person.role !== 'office') return location.replace(desk);
    if (this.#store) return this.#paint();
    this.#store = new Store(new Bridge(this.#session));
    this.#past = new Past(this.#api, () => this.#store.board, () => this.#paint());
    addEventListener('pointerdown', () => this.#past.touched());
    this.#store.addEventListener('change', () => this.#changed());
    this.#store.addEventListener('line', () => this.#paint());
    this.#store.addEventListener('denied', () => location.replace(desk));
    this.#hold();
    setInterval(() => this.#paint(), 1_000);
  }

  /** What is decided waits a while before it is told. What an earlier page left is this meeting's when it is told. */
  #hold() {
    this.#holds = holding(root, this.#api, this.#session.person).holds;
    this.#holds.addEventListener('told', ({ request, answer }) => {
      this.#meeting?.told(request, answer.seq);
      this.#paint();
    });
    this.#holds.addEventListener('change', () => this.#paint());
  }

  #changed() {
    if (this.#meeting) this.#paint();
    else this.#resume();
    if (this.#resumed) return;
    this.#resumed = true;
    this.#holds.resume();
  }

  #resume() {
    this.#meeting = Meeting.resume(this.#store.board.epoch);
    if (!this.#meeting) this.#prepare();
    this.#paint();
  }

  /** What would be spoken of if the meeting began now. */
  async #prepare() {
    try {
      this.#agenda = await this.#api.get('/api/agenda');
      this.#fault = null;
    } catch (problem) {
      this.#fault = problem.message;
    }
    this.#paint();
  }

  #paint() {
    root.classList.toggle('held', !this.#kept);
    document.documentElement.classList.toggle('minuted', Boolean(this.#kept));
    if (this.#kept) {
      render(html`<nav class="bar"><a href=${desk}>← ${text('meeting.desk')}</a><button class="main" @click=${() => print()}>${text('meeting.print')}</button></nav>
        ${this.#fault ? html`<p class="fault" role="alert">${this.#fault}</p>` : nothing}
        ${this.#minutes ? html`<minutes-sheet .minutes=${this.#minutes}></minutes-sheet>` : nothing}`, root);
      return;
    }
    const { board, clock } = this.#store;
    if (!board.day) return;
    this.#past.tick();
    document.documentElement.toggleAttribute('data-past', Boolean(this.#past.day));
    const meeting = this.#meeting;
    const card = board.cards.get(meeting?.item?.project);
    if (card && !this.#ending) this.#look(card);
    render(html`
      <header><a href=${desk} title=${text('meeting.desk')}>←</a><h1>${meeting?.title ?? text('meeting.title')}</h1><time>${longDate(board.day)}</time>
        ${board.title.demo ? html`<span class="demo">${text('demo')}</span>` : nothing}
        ${meeting?.item && !this.#ending ? html`<div class="walk"><button data-act="back" ?disabled=${meeting.at === 0} @click=${() => this.#go(meeting.at - 1)}>←</button>
          <b>${meeting.at + 1} / ${meeting.items.length}</b>
          <button data-act="next" ?disabled=${meeting.at === meeting.items.length - 1} @click=${() => this.#go(meeting.at + 1)}>→</button></div>` : nothing}
        <line-state .store=${this.#store} .tick=${clock.now()}></line-state><b data-clock>${clockTime(clock.now()).slice(0, 5)}</b>
        ${meeting && !this.#ending && !this.#past.day ? html`<button data-time="open" @click=${() => this.#past.step(-1)}>${text('past.open')} <kbd>P</kbd></button>` : nothing}
        <button data-act="full" @click=${() => this.#fill()}>${text('meeting.full')} <kbd>F</kbd></button>
        ${meeting ? html`<button data-act="end" class=${this.#ending ? '' : 'main'} @click=${() => this.#end()}>
          ${text(this.#ending ? 'meeting.continue' : 'meeting.end')}</button>` : nothing}</header>
      <time-machine .past=${this.#past} .rev=${clock.now()}></time-machine>
      ${this.#body(meeting, card)}<hold-bar .holds=${this.#holds} .tick=${clock.now()}></hold-bar>`, root);
  }

  #body(meeting, card) {
    const { board } = this.#store;
    if (!meeting) {
      return html`<meeting-beginning .agenda=${this.#agenda} .cards=${board.cards} .fault=${this.#fault} @begin=${({ detail }) => this.#begin(detail)}></meeting-beginning>`;
    }
    if (this.#ending) {
      return html`<meeting-ending .meeting=${meeting} .cards=${board.cards} .api=${this.#api} @typed=${() => this.#paint()}
        @over=${({ detail }) => this.#over(detail)}></meeting-ending>`;
    }
    const { board: then, until } = this.#past;
    if (then) return this.#bodyThen(meeting, then, until);
    return html`<meeting-rail .meeting=${meeting} .cards=${board.cards} .at=${meeting.at} .rev=${board.seq} .past=${false} @go=${({ detail }) => this.#go(detail)}
        @add=${({ detail }) => this.#add(detail)}></meeting-rail>
      ${card ? html`<meeting-item .card=${card} .item=${meeting.item} .past=${false} .meeting=${board.title.meeting} .detail=${this.#detail?.card.id === card.id ? this.#detail : null} .day=${board.day} .now=${this.#store.clock.now()}></meeting-item>
        <meeting-decisions .meeting=${meeting} .card=${card} .api=${this.#api} .day=${board.day} .held=${new Set(this.#holds.all.filter(({ stands }) => !stands).map(({ id }) => id))}></meeting-decisions>`
      : html`<p class="quiet empty">${text(meeting.item ? 'meeting.gone' : 'meeting.nothing')}</p>`}`;
  }

  /** As it was: to be looked at, nothing is decided there. */
  #bodyThen(meeting, then, until) {
    const card = then.cards.get(meeting.item?.project);
    const detail = this.#detail?.card.id === card?.id ? pastDetail(this.#detail, then.day, until) : null;
    return html`<meeting-rail .meeting=${meeting} .cards=${then.cards} .at=${meeting.at} .rev=${`${then.day} ${then.seq}`} @go=${({ detail: at }) => this.#go(at)} .past=${true}></meeting-rail>
      ${card ? html`<meeting-item .card=${card} .item=${meeting.item} .meeting=${null} .detail=${detail} .day=${then.day} .now=${until} .past=${true}></meeting-item>`
      : html`<p class="quiet empty">${text('past.notYet')}</p>`}`;
  }

  #begin({ title, present }) {
    this.#meeting = Meeting.begin(this.#store.board.epoch, this.#agenda, title, present);
    this.#paint();
  }

  /** What was decided belongs to the minutes: it waits no longer. */
  async #end() {
    await this.#holds.tellAll();
    this.#ending = !this.#ending;
    this.#paint();
  }

  #go(at) {
    this.#meeting.go(at);
    this.#paint();
  }

  async #add(project) {
    const { meeting } = this.#store.board.title;
    let change = null;
    try {
      if (meeting) change = (await this.#api.get(`/api/changes?fromSeq=${meeting.seq}`)).projects.find(({ id }) => id === project);
    } catch {
      // it is spoken of all the same
    }
    this.#meeting.add(project, change);
    this.#paint();
  }

  #over(seq) {
    this.#meeting.over();
    this.#meeting = null;
    this.#ending = false;
    if (document.fullscreenElement) document.exitFullscreen();
    location.hash = seq;
  }

  /** The curve and who is responsible: fetched, for they are not on the card. */
  async #look({ id, seq }) {
    const looked = `${id} ${seq}`;
    if (this.#looked === looked) return;
    this.#looked = looked;
    try {
      const detail = await this.#api.get(`/api/projects/${id}`);
      if (this.#looked !== looked) return;
      this.#detail = detail;
      this.#paint();
    } catch {
      this.#looked = ''; // asked again at the next tick
    }
  }

  #fill() {
    if (document.fullscreenElement) document.exitFullscreen();
    else document.documentElement.requestFullscreen?.();
  }

  #key(event) {
    const { key, target, ctrlKey, metaKey, altKey } = event;
    if (ctrlKey || metaKey || altKey || this.#kept || target.closest?.('input:not([type=range]), textarea, select')) return;
    this.#past?.touched();
    if (this.#past?.day && this.#past.key(event)) return event.preventDefault();
    if (this.#meeting && !this.#ending && (key === 'p' || key === 'P')) this.#past.step(-1);
    if (key === 'f' || key === 'F') this.#fill();
    if (key === 'z' || key === 'Z') this.#holds?.takeBack();
    if (!this.#meeting || this.#ending) return;
    if (key === 'ArrowRight') this.#go(this.#meeting.at + 1);
    if (key === 'ArrowLeft') this.#go(this.#meeting.at - 1);
  }
}

sayInOwnWords();
try {
  document.title = `${text('meeting.title')} · ${text('app')}`;
  const session = await Session.resume();
  if (session) new Page(session);
  else location.replace(desk);
} catch (problem) {
  render(html`<p class="fault" role="alert">${problem.message}</p>`, root);
}
