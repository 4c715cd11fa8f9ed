// The desk: log in, then one list that empties, and every project on a page of its own. Live like the wall. Where one is
// stands in the address.
import { nothing, render } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { Bridge } from '../bridge/client.js';
import { Api } from '../http/api.js';
import { remember } from '../http/pocket.js';
import { Session } from '../http/session.js';
import { Sitting } from '../http/sitting.js';
import { AddressBar } from '../store/address-bar.js';
import { Complaints } from '../store/complaints.js';
import { Dossier } from '../store/dossier.js';
import { Draft } from '../store/draft.js';
import { PastEntries } from '../store/past-entries.js';
import { Past } from '../store/past.js';
import { Reports } from '../store/reports.js';
import { Store } from '../store/store.js';
import { Today } from '../store/today.js';
import { language, text } from '../text/text.js';
import { deskHead } from '../views/desk/desk-head.js';
import '../views/desk/desk-help.js';
import '../views/desk/find-anything.js';
import { findable } from '../views/desk/findable.js';
import '../views/desk/hold-bar.js';
import { waits } from '../views/desk/inbox.js';
import '../views/desk/log-in.js';
import { begins, looksBack, sections, titleOf, work } from '../views/desk/sections.js';
import { html } from '../views/part/html.js';
import { to } from '../views/part/link.js';
import '../views/part/operator-foot.js';
import { sayInOwnWords } from '../views/part/own-words.js';
import '../views/project/project-panel.js';
import { DeskKeys } from './desk-keys.js';
import { holding } from './holding.js';

/** Signs that somebody reads. */
const TOUCHES = ['pointerdown', 'keydown', 'wheel', 'input'];
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
  /** The office's; nobody else is asked. */
  #complaints = null;
  #complained = 0;
  #holds;
  #address;
  #reports;
  #past;
  #then;
  /** The project that is looked at beside a list. */
  #beside = null;
  /** What is open over the desk: 'find', 'help' or nothing. */
  #over = null;
  #people = [];
  #fault = null;
  #ended = false;
  #keys;
  #sitting;
  #onTouch = () => this.#past.touched();
  #stopHolding;

  constructor(session) {
    this.#session = session;
    this.#person = session.person;
    Draft.whose = this.#person.id;
    this.#sitting = new Sitting(this.#person.id);
    this.#sitting.addEventListener('left', () => this.#end(text('desk.left')));
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
    if (this.#person.role === 'office') this.#complaints = new Complaints(this.#api, () => { this.#complained += 1; this.#paint(); });
    this.#past = new Past(this.#api, () => this.#store.board, () => this.#paint());
    this.#then = new PastEntries(this.#api, () => this.#paint());
    this.#store.addEventListener('denied', () => this.#end(text('desk.ended')));
    this.#ticking = setInterval(() => { this.#idle(); this.#paint(); }, 1_000);
    this.#keys = this.#listen();
    for (const kind of TOUCHES) document.addEventListener(kind, this.#onTouch, { passive: true });
    this.#holds.addEventListener('change', () => this.#paint());
    this.#holds.resume();
    this.#arrive();
  }

  #listen() {
    return new DeskKeys({
      covered: () => this.#over, past: this.#past, looksBack: () => looksBack(this.#address.place),
      open: (what) => this.#open(what), takeBack: () => this.#holds.takeBack(),
      section: (n) => { const [page] = sections(this.#person)[n - 1] ?? []; if (page) this.#address.go({ page }); },
      up: () => { if (this.#address.place.project) this.#address.go({ page: 'projects' }); },
    });
  }

  #end(fault) {
    this.#ended = true;
    clearInterval(this.#ticking);
    this.#today.end();
    this.#complaints?.end();
    this.#dossier.end();
    this.#address.end();
    this.#keys.end();
    for (const kind of TOUCHES) document.removeEventListener(kind, this.#onTouch);
    this.#sitting.end();
    this.#past.leave();
    this.#stopHolding();
    const left = this.#holds.end();
    logIn([fault, left ? text('hold.kept', { n: left }) : ''].join(' ').trim());
  }

  /** Nobody sits here any more: whoever comes next is somebody else, perhaps. Without a network the cookie expires by itself. */
  #idle() {
    if (this.#ended || !this.#sitting.idle(this.#person.idleMinutes)) return;
    this.#session.close().catch(() => {});
    this.#sitting.leave();
    this.#end(text('desk.idle'));
  }

  /** Another page of this browser may be logged in as somebody else: this one begins from nothing. */
  async #logOut() {
    try {
      await this.#holds.tellAll();
      const { length } = this.#holds.all;
      if (length) throw new Error(text('hold.unsaid', { n: length }));
      await this.#session.close();
      this.#sitting.leave();
      location.reload();
    } catch (problem) {
      this.#fault = problem.message;
      this.#paint();
    }
  }

  #mine(board) {
    const cards = [...board.cards.values()];
    return this.#person.role === 'manager' ? cards.filter(({ id }) => this.#person.projects.includes(id)) : cards;
  }

  #paint() {
    if (this.#ended) return;
    this.#past.tick();
    const { board, clock } = this.#store;
    const { place } = this.#address;
    const now = clock.now();
    const shown = this.#past.board ?? board;
    const desk = { place, now, board, shown, past: this.#past, then: this.#then, person: this.#person, session: this.#session, api: this.#api, mine: this.#mine(board), listed: this.#mine(shown), waiting: waits(this.#today.items ?? [], board.cards), complaints: this.#complaints, complained: this.#complained, read: Boolean(this.#today.items),
      dossier: this.#dossier, reports: this.#reports.found, held: new Set(this.#holds.all.filter(({ stands }) => !stands).map(({ id }) => id)),
      ask: (asked) => this.#address.ask(asked), go: (other) => this.#address.go(other), choose: (project) => { this.#beside = project; this.#paint(); } };
    const beside = place.page === 'today' && board.cards.get(this.#beside);
    document.title = `${titleOf(place, this.#person, board)} · ${text('app')}`;
    root.classList.toggle('beside', Boolean(beside));
    document.documentElement.toggleAttribute('data-past', Boolean(this.#past.day));
    render(html`
      ${deskHead({ place, person: this.#person, board, past: this.#past, looksBack: looksBack(place), store: this.#store, now, fault: this.#fault },
        { open: (what) => this.#open(what), theme: () => this.#turnTheme(), logOut: () => this.#logOut() })}
      <nav aria-label=${text('desk.title')}>${sections(this.#person).map(([page, name, many]) => html`<a data-nav=${page} href=${to({ page })} class=${[page === place.page && 'chosen', begins(page, this.#person) && 'begins'].filter(Boolean).join(' ')}
        aria-current=${page === place.page ? 'page' : 'false'}>${name}<span>${many?.(desk) || ''}</span></a>`)}</nav>
      <section class="work" tabindex="0">${board.day ? keyed(place.project ?? place.page, work(desk)) : nothing}<operator-foot></operator-foot></section>
      ${beside ? html`<aside>${keyed(beside.id, html`<project-panel .card=${beside} .rules=${board.title?.rules} .now=${now}></project-panel>`)}</aside>` : nothing}
      ${this.#over === 'find' && board.day ? html`<find-anything .finds=${findable(desk, this.#people, this.#dossier.detail?.acts.project)} @go=${({ detail }) => this.#address.go(detail)} @close=${() => this.#open(null)}></find-anything>` : nothing}
      ${this.#over === 'help' ? html`<desk-help @close=${() => this.#open(null)}></desk-help>` : nothing}
      <hold-bar .holds=${this.#holds} .tick=${now}></hold-bar>`, root);
    this.#address.painted();
  }

  /** Somebody came to another place, or to another item of the same. */
  #arrive() {
    const { project } = this.#address.place;
    if (!looksBack(this.#address.place)) this.#past.leave();
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
}

sayInOwnWords();
try {
  const session = await Session.resume();
  if (session) new Desk(session);
  else logIn();
} catch (problem) {
  logIn(problem.message);
}
