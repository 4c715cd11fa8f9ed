// The desk: log in, then one list that empties; beside it the project in question. Live like the wall.
import { html, nothing, render } from 'lit';
import { Bridge } from '../bridge/client.js';
import { Api } from '../http/api.js';
import { Session } from '../http/session.js';
import { Store } from '../store/store.js';
import { language, named, text } from '../text/text.js';
import '../views/access-desk.js';
import '../views/account-desk.js';
import '../views/changes-desk.js';
import '../views/ledger-desk.js';
import '../views/line-state.js';
import '../views/log-in.js';
import '../views/meeting-desk.js';
import '../views/overview-desk.js';
import '../views/people-desk.js';
import '../views/project-acts.js';
import '../views/project-list.js';
import '../views/project-opening.js';
import '../views/project-panel.js';
import '../views/project-past.js';
import '../views/report-form.js';
import '../views/rules-desk.js';
import '../views/safety-desk.js';
import '../views/screens-desk.js';
import '../views/todo-list.js';
import '../views/waiting-list.js';
import { blocked, directed, found } from '../views/words.js';

const SOON_DAYS = 7;
const root = document.querySelector('#desk');
const here = (to) => `${location.pathname}?lang=${to}`;

const logIn = (fault = '') => render(html`<log-in .fault=${fault} @opened=${({ detail }) => new Desk(detail)}></log-in>`, root);

class Desk {
  #session;
  #person;
  #ticking;
  #api;
  #store;
  #page = 'today';
  #chosen = null;
  #detail = null;
  #entries = [];
  #fault = null;
  #saved = 0;
  #faults = new Map();
  #ended = false;

  constructor(session) {
    this.#session = session;
    this.#person = session.person;
    this.#api = new Api(session);
    this.#store = new Store(new Bridge(session));
    this.#store.addEventListener('change', ({ detail }) => {
      if (!detail.size || detail.has(this.#chosen)) this.#look();
      this.#paint();
    });
    this.#store.addEventListener('line', () => this.#paint());
    this.#store.addEventListener('denied', () => {
      this.#end(text('desk.ended'));
    });
    this.#ticking = setInterval(() => this.#paint(), 1_000);
    this.#paint();
  }

  #end(fault) {
    this.#ended = true;
    clearInterval(this.#ticking);
    logIn(fault);
  }

  /** Another page of this browser may be logged in as somebody else: this one begins from nothing. */
  async #logOut() {
    try {
      await this.#session.close();
      location.reload();
    } catch (problem) {
      this.#fault = problem.message;
      this.#paint();
    }
  }

  get #mine() {
    const cards = [...this.#store.board.cards.values()];
    return this.#person.role === 'manager' ? cards.filter(({ id }) => this.#person.projects.includes(id)) : cards;
  }

  get #writes() {
    return this.#person.role === 'manager' || this.#person.role === 'office';
  }

  #paint() {
    if (this.#ended) return;
    const { board, clock } = this.#store;
    const now = clock.now();
    const mine = this.#mine;
    const waiting = this.#writes ? mine.flatMap((card) => (card.pending ?? []).map((report) => ({ card, report })))
      .sort((a, b) => a.report.seq - b.report.seq) : [];
    const card = board.cards.get(this.#chosen) ?? null;
    render(html`
      <header><b>${text('app')}</b><span>${board.title ? named(board.title.name) : ''}</span>
        ${board.title?.demo ? html`<span class="demo">${text('demo')}</span>` : nothing}
        <line-state .store=${this.#store} .tick=${now}></line-state>
        <button class="plain" data-nav="account" @click=${() => this.#open('account')}>${this.#person.name} · ${text(`role.${this.#person.role}`)}</button>
        <a href=${here(language === 'zh' ? 'en' : 'zh')}>${language === 'zh' ? 'EN' : '中文'}</a>
        <button data-act="logout" @click=${() => this.#logOut()}>${text('desk.logout')}</button></header>
      <nav>${this.#pages.map(([page, key, count]) => html`<button data-nav=${page} class=${page === this.#page ? 'chosen' : ''}
        @click=${() => this.#open(page)}>${text(key)}<span>${count?.(mine, waiting) ?? ''}</span></button>`)}</nav>
      <section class="work">${this.#work(mine, waiting, now)}</section>
      <aside><project-panel .card=${card} .now=${now}></project-panel>
        ${card && this.#writes && mine.includes(card) ? html`<report-form .card=${card} .day=${board.day} .fault=${this.#fault} .saved=${this.#saved}
          @tell=${({ detail }) => this.#tell(detail)}></report-form>` : nothing}
        ${card ? html`<project-acts .card=${card} .api=${this.#api} .day=${board.day} .tells=${this.#person.tells} .mine=${mine.includes(card)}
          @told=${() => this.#look()}></project-acts>
          <project-past .card=${card} .detail=${this.#detail} .entries=${this.#entries} .now=${now}></project-past>` : nothing}</aside>`, root);
  }

  #open(page) {
    this.#page = page;
    this.#paint();
  }

  get #pages() {
    const { role } = this.#person;
    return [
      ['today', 'nav.today', (mine, waiting) => waiting.length],
      ['projects', role === 'manager' ? 'nav.projects' : 'nav.all', (mine) => mine.length],
      ...(this.#writes ? [['access', 'nav.access']] : []),
      ...(role === 'manager' ? [] : [['overview', 'nav.overview']]),
      ['changes', 'nav.changes'],
      ['meeting', 'nav.meeting'],
      ['safety', 'nav.safety'],
      ...(role === 'office' ? [['people', 'nav.people'], ['screens', 'nav.screens'], ['rules', 'nav.rules']] : []),
      ['ledger', 'nav.ledger'],
    ];
  }

  #work(mine, waiting, now) {
    if (!this.#store.board.day) return nothing;
    if (this.#page === 'access') return html`<access-desk .api=${this.#api} .cards=${mine} .town=${this.#store.board.title.name} .now=${now}></access-desk>`;
    const { board } = this.#store;
    const all = [...board.cards.values()];
    if (this.#page === 'account') return html`<account-desk .session=${this.#session} .cards=${all}></account-desk>`;
    if (this.#page === 'changes') return html`<changes-desk .api=${this.#api} .day=${board.day} .meeting=${board.title.meeting}></changes-desk>`;
    if (this.#page === 'meeting') return html`<meeting-desk .api=${this.#api} .meeting=${board.title.meeting} .holds=${this.#person.role === 'office'}></meeting-desk>`;
    if (this.#page === 'overview') return html`<overview-desk .api=${this.#api} .board=${board} .rev=${board.seq}></overview-desk>`;
    if (this.#page === 'safety') return html`<safety-desk .api=${this.#api} .day=${board.day}></safety-desk>`;
    if (this.#page === 'people') return html`<people-desk .api=${this.#api} .cards=${all}></people-desk>`;
    if (this.#page === 'rules') return html`<rules-desk .api=${this.#api} .cards=${all} .totals=${board.totals}></rules-desk>`;
    if (this.#page === 'ledger') return html`<ledger-desk .api=${this.#api} .cards=${all} .audits=${this.#person.role === 'office'}></ledger-desk>`;
    if (this.#page === 'screens') return html`<screens-desk .api=${this.#api} .now=${now}></screens-desk>`;
    const list = (key, cards) => html`<project-list heading=${text(key)} .cards=${cards} .now=${now} chosen=${this.#chosen ?? ''}
      @choose=${({ detail }) => this.#choose(detail)}></project-list>`;
    if (this.#page === 'projects') {
      return html`${list(this.#person.role === 'manager' ? 'nav.projects' : 'nav.all', mine)}
        ${this.#person.tells.includes('project-opened') ? html`<project-opening .api=${this.#api} .cards=${all} .day=${board.day}
          @opened=${({ detail }) => this.#choose(detail)}></project-opening>` : nothing}`;
    }
    const due = mine.filter((card) => card.next && card.next.days <= SOON_DAYS && card.lamp.reasons[0]?.code !== 'not-started');
    const silent = mine.filter((card) => card.lamp.reasons.some(({ code }) => code === 'silent'));
    const items = (of, words, wanted) => mine.flatMap((card) => (of(card) ?? []).filter(wanted).map((item) => ({ card, words: words(item) })));
    const promises = items((card) => card.blockers, blocked, ({ past }) => past);
    const directives = items((card) => card.directives, directed, ({ status }) => (this.#person.role === 'manager' ? status !== 'answered' : status === 'answered'));
    const hazards = items((card) => card.safety?.open, found, ({ status }) => status !== 'noticed' || this.#person.role !== 'leader');
    const todo = (key, list) => html`<todo-list heading=${text(key)} .items=${list} @choose=${({ detail }) => this.#choose(detail)}></todo-list>`;
    if (![waiting, due, silent, promises, directives, hazards].some(({ length }) => length)) return html`<h2 class="empty">${text('desk.empty')}</h2>`;
    return html`${this.#writes ? html`<waiting-list .reports=${waiting} .api=${this.#api} .now=${now} .faults=${this.#faults} @choose=${({ detail }) => this.#choose(detail)}
        @verify=${({ detail }) => this.#answer(detail, { kind: 'progress-verified', report: detail.report })}
        @return=${({ detail }) => this.#answer(detail, { kind: 'progress-returned', report: detail.report, reason: detail.reason })}></waiting-list>` : nothing}
      ${todo('desk.directives.title', directives)}${todo('desk.promises.title', promises)}${todo('desk.hazards.title', hazards)}
      ${list('desk.due.title', due)}${list('desk.silent.title', silent)}`;
  }

  #choose(project) {
    this.#chosen = project;
    this.#detail = null;
    this.#entries = [];
    this.#fault = null;
    this.#saved = 0;
    this.#look();
    this.#paint();
  }

  async #look() {
    const project = this.#chosen;
    if (!project) return;
    try {
      const [detail, { entries }] = await Promise.all([
        this.#api.get(`/api/projects/${project}`), this.#api.get(`/api/entries?project=${project}&order=desc&limit=30`)]);
      if (project !== this.#chosen) return;
      this.#detail = detail;
      this.#entries = entries;
      this.#paint();
    } catch {
      // the panel keeps what it shows; the line state says whether that is old
    }
  }

  async #answer({ project, report }, update) {
    try {
      this.#faults.delete(report);
      await this.#api.post(`/api/projects/${project}/updates`, update, `${update.kind} ${report}`);
    } catch (problem) {
      this.#faults = new Map(this.#faults).set(report, problem.message);
    }
    this.#paint();
  }

  async #tell({ project, update }) {
    try {
      this.#fault = null;
      this.#saved = (await this.#api.post(`/api/projects/${project}/updates`, update)).seq;
    } catch (problem) {
      this.#fault = problem.message;
    }
    this.#paint();
  }
}

try {
  const session = await Session.resume();
  if (session) new Desk(session);
  else logIn();
} catch (problem) {
  logIn(problem.message);
}
