// 调度会 on the big screen: begin, one project after another, end, minutes. Keys: ← → walk through the agenda, F fills the
// screen, P looks at the past (then ← → walk by day, with shift by meeting, Esc returns), Z takes back what was decided last and waits. `#123` opens the minutes of a meeting that was held.
import { nothing, render } from 'lit';
import { Bridge } from '../bridge/client.js';
import { Api } from '../http/api.js';
import { Session } from '../http/session.js';
import { Sitting } from '../http/sitting.js';
import { Meeting } from '../store/meeting.js';
import { Past } from '../store/past.js';
import { Store } from '../store/store.js';
import { Topic } from '../store/topic.js';
import { text } from '../text/text.js';
import '../views/desk/hold-bar.js';
import { html } from '../views/part/html.js';
import '../views/part/time-machine.js';
import { keptMinutes } from '../views/meeting/kept-minutes.js';
import '../views/meeting/meeting-beginning.js';
import '../views/meeting/meeting-decisions.js';
import '../views/meeting/meeting-ending.js';
import { meetingHead } from '../views/meeting/meeting-head.js';
import '../views/meeting/meeting-item.js';
import '../views/meeting/meeting-rail.js';
import { meetingThen } from '../views/meeting/meeting-then.js';
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
  #topic;
  #fault = null;
  #past = null;

  constructor(session) {
    this.#session = session;
    this.#api = new Api(session);
    this.#topic = new Topic(this.#api, () => this.#paint());
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
    if (this.#kept) return render(keptMinutes({ desk, minutes: this.#minutes, fault: this.#fault }), root);
    const { board, clock } = this.#store;
    if (!board.day) return;
    this.#past.tick();
    document.documentElement.toggleAttribute('data-past', Boolean(this.#past.day));
    const meeting = this.#meeting;
    const card = board.cards.get(meeting?.item?.project);
    if (card && !this.#ending) this.#topic.look(card);
    render(html`
      ${meetingHead({ desk, meeting, board, store: this.#store, now: clock.now(), past: this.#past, ending: this.#ending },
        { go: (at) => this.#go(at), fill: () => this.#fill(), end: () => this.#end() })}
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
    if (then) return meetingThen({ meeting, then, until, topic: this.#topic }, (at) => this.#go(at));
    return html`<meeting-rail .meeting=${meeting} .cards=${board.cards} .at=${meeting.at} .rev=${board.seq} .past=${false} @go=${({ detail }) => this.#go(detail)}
        @add=${({ detail }) => this.#add(detail)}></meeting-rail>
      ${card ? html`<meeting-item .card=${card} .item=${meeting.item} .past=${false} .meeting=${board.title.meeting} .detail=${this.#topic.of(card)} .day=${board.day} .now=${this.#store.clock.now()}></meeting-item>
        <meeting-decisions .meeting=${meeting} .card=${card} .api=${this.#api} .day=${board.day} .held=${new Set(this.#holds.all.filter(({ stands }) => !stands).map(({ id }) => id))}></meeting-decisions>`
      : html`<p class="quiet empty">${text(meeting.item ? 'meeting.gone' : 'meeting.nothing')}</p>`}`;
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
  if (session) {
    new Sitting(session.person.id).addEventListener('left', () => location.replace(desk));
    new Page(session);
  } else location.replace(desk);
} catch (problem) {
  render(html`<p class="fault" role="alert">${problem.message}</p>`, root);
}
