// The desk: log in, then one list that empties, and every project on a page of its own. Live like the wall. Where one is
// stands in the address.
import { nothing, render } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { Bridge } from '../bridge/client.js';
import { Api } from '../http/api.js';
import { remember } from '../http/pocket.js';
import { Session } from '../http/session.js';
import { AddressBar } from '../store/address-bar.js';
import { Dossier } from '../store/dossier.js';
import { Draft } from '../store/draft.js';
import { addressOf } from '../store/place.js';
import { Reports } from '../store/reports.js';
import { Store } from '../store/store.js';
import { Today } from '../store/today.js';
import { language, named, text } from '../text/text.js';
import '../views/desk/desk-help.js';
import '../views/desk/find-anything.js';
import { findable } from '../views/desk/findable.js';
import '../views/desk/hold-bar.js';
import { waits } from '../views/desk/inbox.js';
import '../views/desk/log-in.js';
import { sections, titleOf, work } from '../views/desk/sections.js';
import { html } from '../views/part/html.js';
import '../views/part/line-state.js';
import { to } from '../views/part/link.js';
import { sayInOwnWords } from '../views/part/own-words.js';
import '../views/project/project-panel.js';
import { holding } from './holding.js';

const root = document.querySelector('#desk');
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
  #address;
  #reports;
  /** The project that is looked at beside a list. */
  #beside = null;
  /** What is open over the desk: 'find', 'help' or nothing. */
  #over = null;
  #people = [];
  #fault = null;
  #ended = false;
  #onKey = (event) => this.#key(event);
  #stopHolding;

  constructor(session) {
    this.#session = session;
    this.#person = session.person;
    Draft.whose = this.#person.id;
    this.#api = new Api(session);
    ({ holds: this.#holds, stop: this.#stopHolding } = holding(root, this.#api, this.#person));
    this.#dossier = new Dossier(this.#api, () => this.#paint());
    this.#reports = new Reports(this.#api, () => this.#paint());
    this.#address = new AddressBar(root, language, () => root.querySelector('.work'));
    this.#address.addEventListener('change', () => this.#arrive());
    this.#today = new Today(this.#api, () => this.#paint());
    this.#store = new Store(new Bridge(session));
    this.#store.addEventListener('change', ({ detail }) => {
      const { project } = this.#address.place;
      if (project && (!detail.size || detail.has(project))) this.#look(project);
      this.#today.look();
      this.#paint();
    });
    this.#store.addEventListener('line', () => this.#paint());
    this.#store.addEventListener('denied', () => {
      this.#end(text('desk.ended'));
    });
    this.#ticking = setInterval(() => this.#paint(), 1_000);
    document.addEventListener('keydown', this.#onKey);
    this.#holds.addEventListener('change', () => this.#paint());
    this.#holds.resume();
    this.#arrive();
  }

  #end(fault) {
    this.#ended = true;
    clearInterval(this.#ticking);
    this.#today.end();
    this.#dossier.end();
    this.#address.end();
    document.removeEventListener('keydown', this.#onKey);
    this.#stopHolding();
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

  #paint() {
    if (this.#ended) return;
    const { board, clock } = this.#store;
    const { place } = this.#address;
    const now = clock.now();
    const desk = { place, now, board, person: this.#person, session: this.#session, api: this.#api, mine: this.#mine, waiting: waits(this.#today.items ?? [], board.cards), read: Boolean(this.#today.items),
      dossier: this.#dossier, reports: this.#reports.found, held: new Set(this.#holds.all.filter(({ stands }) => !stands).map(({ id }) => id)),
      ask: (asked) => this.#address.ask(asked), go: (other) => this.#address.go(other), choose: (project) => { this.#beside = project; this.#paint(); } };
    const beside = place.page === 'today' && board.cards.get(this.#beside);
    const other = language === 'zh' ? 'en' : 'zh';
    document.title = `${titleOf(place, this.#person, board)} · ${text('app')}`;
    root.classList.toggle('beside', Boolean(beside));
    render(html`
      <header><h1>${text('app')}</h1><span class="town">${board.title ? named(board.title.name) : ''}</span>
        ${board.title?.demo ? html`<span class="demo">${text('demo')}</span>` : nothing}
        <line-state .store=${this.#store} .tick=${now}></line-state>
        <button class="plain" data-act="find" @click=${() => this.#open('find')}>${text('find.title')} <kbd>/</kbd></button>
        <button class="plain" data-act="theme" aria-label=${text('desk.theme')} title=${text('desk.theme')} @click=${() => this.#turnTheme()}>◐</button>
        <button class="plain" data-act="help" aria-label=${text('help.title')} @click=${() => this.#open('help')}>?</button>
        <a data-nav="account" href=${to({ page: 'account' })}>${this.#person.name} · ${text(`role.${this.#person.role}`)}</a>
        <a href=${addressOf(place, other)}>${other === 'en' ? 'EN' : '中文'}</a>
        <button data-act="logout" @click=${() => this.#logOut()}>${text('desk.logout')}</button>
        ${this.#fault ? html`<p class="fault" role="alert">${this.#fault}</p>` : nothing}</header>
      <nav aria-label=${text('desk.title')}>${sections(this.#person).map(([page, name, many]) => html`<a data-nav=${page} href=${to({ page })} class=${page === place.page ? 'chosen' : ''}
        aria-current=${page === place.page ? 'page' : 'false'}>${name}<span>${many?.(desk) || ''}</span></a>`)}</nav>
      <section class="work" tabindex="0">${board.day ? keyed(place.project ?? place.page, work(desk)) : nothing}</section>
      ${beside ? html`<aside>${keyed(beside.id, html`<project-panel .card=${beside} .rules=${board.title?.rules} .now=${now}></project-panel>`)}</aside>` : nothing}
      ${this.#over === 'find' && board.day ? html`<find-anything .finds=${findable(desk, this.#people, this.#dossier.detail?.acts.project)} @go=${({ detail }) => this.#address.go(detail)} @close=${() => this.#open(null)}></find-anything>` : nothing}
      ${this.#over === 'help' ? html`<desk-help @close=${() => this.#open(null)}></desk-help>` : nothing}
      <hold-bar .holds=${this.#holds} .tick=${now}></hold-bar>`, root);
    this.#address.painted();
  }

  /** Somebody came to another place, or to another item of the same. */
  #arrive() {
    const { project } = this.#address.place;
    if (project !== this.#dossier.project) {
      const { role, projects } = this.#person;
      this.#dossier.open(project ?? null, role !== 'manager' || projects.includes(project));
      if (project) this.#reports.look(project);
    }
    this.#paint();
  }

  #turnTheme() {
    const { dataset } = document.documentElement;
    dataset.theme = dataset.theme === 'dark' ? 'light' : 'dark';
    remember('guatu.theme', dataset.theme);
  }

  #open(over) {
    this.#over = over;
    if (over === 'find' && this.#person.role === 'office') {
      this.#api.get('/api/people').then(({ people }) => { this.#people = people; this.#paint(); }, () => {}); // found without them
    }
    this.#paint();
  }

  #look(project) {
    this.#dossier.look();
    this.#reports.look(project);
  }

  /** 1–9 open the sections, Z takes back what was told last and waits, Esc goes from a project back to the list. */
  #key(event) {
    if (this.#over || event.repeat) return;
    const find = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.altKey;
    const typed = event.target.closest('input, textarea, select');
    if (find || (event.key === '/' && !typed)) {
      event.preventDefault();
      this.#open('find');
    }
    if (typed || find) return;
    const back = event.key.toLowerCase() === 'z' && !event.altKey;
    if (back) this.#holds.takeBack();
    if (event.ctrlKey || event.metaKey || event.altKey || back) return;
    const section = sections(this.#person)[Number(event.key) - 1];
    if (section) this.#address.go({ page: section[0] });
    else if (event.key === '?') this.#open('help');
    else if (event.key === 'Escape' && this.#address.place.project) this.#address.go({ page: 'projects' });
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
