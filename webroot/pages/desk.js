// The desk: log in, then one list that empties; beside it the project in question. Live like the wall.
import { html, nothing, render } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { Bridge } from '../bridge/client.js';
import { Api } from '../http/api.js';
import { Session } from '../http/session.js';
import { Dossier } from '../store/dossier.js';
import { Draft } from '../store/draft.js';
import { Holds } from '../store/holds.js';
import { Shelf } from '../store/shelf.js';
import { Store } from '../store/store.js';
import { Today } from '../store/today.js';
import { language, named, text } from '../text/text.js';
import '../views/desk/access-desk.js';
import '../views/desk/account-desk.js';
import '../views/desk/board-desk.js';
import '../views/desk/changes-desk.js';
import '../views/desk/ledger-desk.js';
import '../views/desk/hold-bar.js';
import '../views/part/line-state.js';
import '../views/desk/log-in.js';
import '../views/desk/meeting-desk.js';
import '../views/desk/overview-desk.js';
import '../views/desk/people-desk.js';
import '../views/project/project-acts.js';
import '../views/project/project-list.js';
import '../views/project/project-opening.js';
import '../views/project/project-panel.js';
import '../views/project/project-past.js';
import '../views/form/report-form.js';
import { sayInOwnWords } from '../views/part/own-words.js';
import '../views/desk/rules-desk.js';
import '../views/desk/safety-desk.js';
import '../views/desk/screens-desk.js';
import '../views/desk/today-desk.js';
import { count, waits } from '../views/desk/inbox.js';

const root = document.querySelector('#desk');
const here = (to) => `${location.pathname}?lang=${to}`;

const logIn = (fault = '') => render(html`<log-in .fault=${fault} @opened=${({ detail }) => new Desk(detail)}></log-in>`, root);

class Desk {
  #session;
  #person;
  #ticking;
  #api;
  #store;
  #dossier;
  #today;
  #holds;
  #page = 'today';
  #chosen = null;
  /** Whether the project is before everything else where there is no room beside it. */
  #shown = false;
  #fault = null;
  #ended = false;
  #onKey = (event) => this.#key(event);
  #onHold = ({ detail }) => { detail.outcome = this.#holds.hold(detail); };
  /** Who leaves has pressed it, and did not take it back. */
  #onLeave = () => {
    this.#holds.leave();
    this.#holds.tellAll();
  };

  constructor(session) {
    this.#session = session;
    this.#person = session.person;
    Draft.whose = this.#person.id;
    this.#api = new Api(session);
    this.#holds = new Holds(({ path, body, key, match }) => this.#api.post(path, body, key, match), new Shelf(`held.${this.#person.id}`));
    this.#dossier = new Dossier(this.#api, () => this.#paint());
    this.#today = new Today(this.#api, () => this.#paint());
    this.#store = new Store(new Bridge(session));
    this.#store.addEventListener('change', ({ detail }) => {
      if (!detail.size || detail.has(this.#chosen)) this.#dossier.look();
      this.#today.look();
      this.#paint();
    });
    this.#store.addEventListener('line', () => this.#paint());
    this.#store.addEventListener('denied', () => {
      this.#end(text('desk.ended'));
    });
    this.#ticking = setInterval(() => this.#paint(), 1_000);
    document.addEventListener('keydown', this.#onKey);
    root.addEventListener('hold', this.#onHold);
    addEventListener('pagehide', this.#onLeave);
    this.#holds.addEventListener('change', () => this.#paint());
    this.#holds.resume();
  }

  #end(fault) {
    this.#ended = true;
    clearInterval(this.#ticking);
    this.#today.end();
    this.#dossier.end();
    document.removeEventListener('keydown', this.#onKey);
    root.removeEventListener('hold', this.#onHold);
    removeEventListener('pagehide', this.#onLeave);
    const left = this.#holds.end();
    logIn([fault, left ? text('hold.kept', { n: left }) : ''].join(' ').trim());
  }

  /** Another page of this browser may be logged in as somebody else: this one begins from nothing. */
  async #logOut() {
    try {
      await this.#holds.tellAll();
      const { length } = this.#holds.all;
      if (length) throw new Error(text('hold.unsaid', { n: length }));
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
    const waiting = waits(this.#today.items ?? [], board.cards);
    const card = board.cards.get(this.#chosen) ?? null;
    render(html`
      <header><b>${text('app')}</b><span class="town">${board.title ? named(board.title.name) : ''}</span>
        ${board.title?.demo ? html`<span class="demo">${text('demo')}</span>` : nothing}
        <line-state .store=${this.#store} .tick=${now}></line-state>
        <button class="plain" data-nav="account" @click=${() => this.#open('account')}>${this.#person.name} · ${text(`role.${this.#person.role}`)}</button>
        <a href=${here(language === 'zh' ? 'en' : 'zh')}>${language === 'zh' ? 'EN' : '中文'}</a>
        <button data-act="logout" @click=${() => this.#logOut()}>${text('desk.logout')}</button>
        ${this.#fault ? html`<p class="fault" role="alert">${this.#fault}</p>` : nothing}</header>
      <nav>${this.#pages.map(([page, key, many]) => html`<button data-nav=${page} class=${page === this.#page ? 'chosen' : ''} aria-current=${page === this.#page ? 'page' : 'false'}
        @click=${(event) => this.#press(event, page)}>${text(key)}<span>${many?.(mine, waiting) || ''}</span></button>`)}</nav>
      <section class="work">${this.#work(mine, waiting, now)}</section>
      <aside class=${card && this.#shown ? 'shown' : ''}><button class="back" data-act="back" @click=${() => this.#hide()}>← ${text('desk.back')}</button>
        <project-panel .card=${card} .rules=${board.title?.rules} .detail=${this.#dossier.detail} .petitions=${this.#dossier.petitions} .now=${now}></project-panel>
        ${card ? keyed(card.id, this.#about(card, mine, now)) : nothing}</aside>
      <hold-bar .holds=${this.#holds} .tick=${now}></hold-bar>`, root);
  }

  #about(card, mine, now) {
    const { day } = this.#store.board;
    const { detail, entries, more, petitions } = this.#dossier;
    const look = () => this.#dossier.look();
    return html`${this.#writes && mine.includes(card) ? html`<report-form .card=${card} .api=${this.#api} .day=${day} @told=${look}></report-form>` : nothing}
      <project-acts .card=${card} .api=${this.#api} .day=${day} .more=${{ detail, petitions }} @told=${look}></project-acts>
      <project-past .card=${card} .detail=${detail} .entries=${entries} .more=${more} .now=${now} @older=${() => this.#dossier.older()}></project-past>`;
  }

  /** A mouse leaves no focus behind: the next key is for the list. */
  #press(event, page) {
    if (event.detail) event.currentTarget.blur();
    this.#open(page);
  }

  #open(page) {
    this.#page = page;
    this.#shown = false;
    this.#paint();
    root.querySelector('.work').scrollTop = 0;
  }

  get #pages() {
    const { role } = this.#person;
    return [
      ['today', 'nav.today', (mine, waiting) => count(waiting)],
      ['projects', role === 'manager' ? 'nav.projects' : 'nav.all', (mine) => mine.length],
      ...(this.#writes ? [['access', 'nav.access']] : []),
      ...(role === 'manager' ? [] : [['overview', 'nav.overview']]),
      ['changes', 'nav.changes'],
      ['meeting', 'nav.meeting'],
      ['safety', 'nav.safety'],
      ...(role === 'office' ? [['people', 'nav.people'], ['screens', 'nav.screens'], ['rules', 'nav.rules'], ['board', 'nav.board']] : []),
      ['ledger', 'nav.ledger'],
    ];
  }

  #work(mine, waiting, now) {
    const { board } = this.#store;
    if (!board.day) return nothing;
    const api = this.#api;
    const all = [...board.cards.values()];
    const choose = ({ detail }) => this.#choose(detail.project ?? detail, detail.show ?? true);
    switch (this.#page) {
      case 'today': return html`<today-desk .waiting=${this.#today.items && waiting} .mine=${mine} .person=${this.#person} .api=${api} .now=${now} .writes=${this.#writes} .held=${new Set(this.#holds.all.filter(({ stands }) => !stands).map(({ id }) => id))} chosen=${this.#chosen ?? ''} @choose=${choose} @open=${({ detail }) => this.#open(detail)}></today-desk>`;
      case 'projects': return html`<project-list heading=${text(this.#person.role === 'manager' ? 'nav.projects' : 'nav.all')} .cards=${mine} .now=${now} chosen=${this.#chosen ?? ''}
          @choose=${choose}></project-list>
        ${this.#person.tells.includes('project-opened') ? html`<project-opening .api=${api} .cards=${all} .day=${board.day} @opened=${choose}></project-opening>` : nothing}`;
      case 'access': return html`<access-desk .api=${api} .cards=${mine} chosen=${this.#chosen ?? ''} .town=${board.title.name} .now=${now}></access-desk>`;
      case 'account': return html`<account-desk .session=${this.#session} .cards=${all}></account-desk>`;
      case 'changes': return html`<changes-desk .api=${api} .day=${board.day} .meeting=${board.title.meeting}></changes-desk>`;
      case 'meeting': return html`<meeting-desk .api=${api} .meeting=${board.title.meeting} .holds=${this.#person.role === 'office'}></meeting-desk>`;
      case 'overview': return html`<overview-desk .api=${api} .board=${board} .rev=${board.seq}></overview-desk>`;
      case 'safety': return html`<safety-desk .api=${api} .day=${board.day}></safety-desk>`;
      case 'people': return html`<people-desk .api=${api} .cards=${all}></people-desk>`;
      case 'rules': return html`<rules-desk .api=${api} .cards=${all} .totals=${board.totals} .seq=${board.seq} .day=${board.day}></rules-desk>`;
      case 'board': return html`<board-desk .api=${api} .board=${board} .day=${board.day} .seq=${board.seq}></board-desk>`;
      case 'screens': return html`<screens-desk .api=${api} .now=${now}></screens-desk>`;
      default: return html`<ledger-desk .api=${api} .cards=${all} .audits=${this.#person.role === 'office'}></ledger-desk>`;
    }
  }

  #choose(project, show) {
    this.#shown ||= show;
    if (project !== this.#chosen) {
      this.#chosen = project;
      root.querySelector('aside').scrollTop = 0;
      const { role, projects } = this.#person;
      this.#dossier.open(project, role !== 'manager' || projects.includes(project));
    }
    this.#paint();
  }

  #hide() {
    this.#shown = false;
    this.#paint();
  }

  /** 1–9 open the pages, Z takes back what was told last and waits, Esc goes back to the list. */
  #key(event) {
    if (event.target.closest('input, textarea, select') || event.repeat) return;
    const back = event.key.toLowerCase() === 'z' && !event.altKey;
    if (back) this.#holds.takeBack();
    if (event.ctrlKey || event.metaKey || event.altKey || back) return;
    const page = this.#pages[Number(event.key) - 1];
    if (page) this.#open(page[0]);
    else if (event.key === 'Escape' && this.#shown) this.#hide();
  }
}

sayInOwnWords();
try {
  const session = await Session.resume();
  if (session) new Desk(session);
  else logIn();
} catch (problem) {
  logIn(problem.message);
}
