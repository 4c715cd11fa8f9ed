// The contractor's phone: one milestone, one number, one button that says what it will send. It starts with what this device
// knows and is put right by the network when there is one.
import './language.js'; // first: what follows reads texts
import { nothing, render } from 'lit';
import { Api } from '../http/api.js';
import { Drafts } from '../store/report-drafts.js';
import { Grants } from '../store/grants.js';
import { Outbox } from '../store/outbox.js';
import { Sending } from '../store/sending.js';
import { Site } from '../store/site.js';
import { dayOf, fullDate } from '../text/dates.js';
import { isPlain } from '../text/kinds.js';
import { language, named, text } from '../text/text.js';
import { html } from '../views/part/html.js';
import { lamp } from '../views/part/lamp.js';
import '../views/site/left-drafts.js';
import '../views/part/line-state.js';
import '../views/part/operator-foot.js';
import { sayInOwnWords } from '../views/part/own-words.js';
import { linkChoice, projectChoice } from '../views/site/my-link.js';
import '../views/site/my-reports.js';
import '../views/site/site-card.js';
import '../views/site/site-hazards.js';
import '../views/site/site-more.js';
import '../views/site/site-report.js';
import { keepPage } from './offline.js';

const root = document.querySelector('#report');
const AGAIN_MILLIS = 8_000;

class Report {
  #grants = new Grants();
  #outbox = new Outbox(this.#grants);
  #drafts = new Drafts();
  #sending = new Sending(this.#grants, this.#outbox, this.#drafts);
  #api = new Api(this.#grants.link);
  #site = null;
  #milestone = null;
  #denied = this.#grants.link ? null : 'missing';
  #away = null;

  constructor() {
    for (const source of [this.#outbox, this.#drafts, this.#sending]) source.addEventListener('change', () => this.#paint());
    setInterval(() => this.#paint(), 1_000);
    this.#outbox.send();
    if (this.#grants.link) this.#ask();
    this.#begin();
  }

  /** The server knows best who the link speaks for; until it answers, this device does. */
  async #ask() {
    try {
      await this.#grants.ask();
      this.#away = null;
      if (!this.#grants.me && !this.#grants.choices.length) this.#denied = 'project-archived'; // all that the link opened
      this.#begin();
      this.#outbox.send();
    } catch (problem) {
      if (problem.status === 401) this.#denied ??= 'token-invalid';
      else {
        this.#away = problem.message;
        setTimeout(() => this.#ask(), AGAIN_MILLIS);
      }
    }
    this.#paint();
  }

  #begin() {
    if (this.#grants.me && !this.#site) {
      this.#site = new Site(this.#grants.link, this.#api, this.#project);
      this.#site.addEventListener('change', () => {
        if (this.#site.card) this.#grants.call(this.#site.card.name);
        this.#paint();
      });
      this.#site.addEventListener('line', () => {
        if (this.#site.store.line === 'live') this.#outbox.wake();
        this.#paint();
      });
      this.#site.addEventListener('denied', ({ detail }) => {
        this.#denied = detail;
        this.#grants.ended(this.#grants.me.grant.id);
        this.#outbox.send();
        this.#paint();
      });
    }
    this.#paint();
  }

  get #project() {
    return this.#grants.me?.grant.project;
  }

  /** My milestones, the one due first before the others; finished ones last. */
  get #mine() {
    const due = (step) => (step.actual ? '9' : '0') + (step.forecast ?? step.baseline.finish);
    return (this.#site?.card?.milestones ?? []).filter(({ id }) => this.#grants.me.grant.milestones.includes(id))
      .sort((a, b) => due(a).localeCompare(due(b)));
  }

  /** What waits on this phone, without what is being written anew: that is in its form. */
  get #items() {
    const replaced = new Set(this.#drafts.under('').map(([, { replaces }]) => replaces));
    return this.#outbox.items.filter(({ key, after, edited }) => !(edited && replaced.has(key)) && !(after && replaced.has(after)));
  }

  /** What was said last of a step: it waits on this phone, or for a verdict, or is verified. */
  #last({ id, percent: { verified = 0 }, measure }) {
    const done = measure?.done ?? 0;
    const pending = this.#site.waiting[id];
    const own = this.#outbox.items.find(({ state, project, update, seq, edited }) => !edited && project === this.#project && update.milestone === id
      && update.kind === 'progress-reported' && (state === 'queued' || state === 'sending' || state === 'received' && seq > this.#site.known));
    if (own) return { percent: own.update.percent, done: own.update.done ?? done, state: own.state === 'received' ? 'pending' : 'queued' };
    if (pending === undefined) return { percent: verified, done, state: 'verified' };
    const told = this.#site.entries.find(({ update }) => update.kind === 'progress-reported' && update.milestone === id);
    return { percent: pending, done: told?.update.done ?? done, state: 'pending' };
  }

  #paint() {
    const { me, link, live, qr, shared } = this.#grants;
    const choices = me ? [] : this.#grants.choices;
    const { acts = [], card, demo, store, entries = [], hazards = [] } = this.#site ?? {};
    const now = store?.clock.now() ?? Date.now();
    const today = this.#today(now);
    const mine = this.#mine;
    const step = mine.find(({ id }) => id === this.#milestone) ?? mine[0];
    const open = me && !this.#denied;
    const waiting = this.#items.filter(({ state }) => state === 'queued' || state === 'sending').length;
    render(html`
      <header><h1>${card ? html`${lamp(card.lamp.colour)}${named(card.name)}` : text(choices.length ? 'report.choose' : 'report.title')} ${demo ? html`<span class="demo">${text('demo')}</span>` : nothing}</h1>
        <a href="?lang=${language === 'zh' ? 'en' : 'zh'}" lang=${language === 'zh' ? 'en' : 'zh-CN'}>${text('report.other')}</a>
        <div>${me ? html`<span>${me.grant.company} ${me.grant.contractor} · ${text('report.until', { date: fullDate(dayOf(me.grant.until)) })}</span>` : nothing}
          ${choices.length ? html`<span>${choices[0].me.grant.company} ${choices[0].me.grant.contractor}</span>` : nothing}
          ${waiting ? html`<b>${text('report.waiting', { n: waiting })}</b>` : nothing}
          ${store && open ? html`<line-state .store=${store} .tick=${now}></line-state>` : nothing}</div></header>
      ${choices.length ? projectChoice(choices, (token) => this.#grants.choose(token)) : linkChoice(live, link?.token, (token) => this.#grants.choose(token))}
      ${this.#denied ? html`<p class="refusal" role="alert" data-refusal=${this.#denied}>${text(`report.token.${this.#denied}`)}</p>` : nothing}
      ${!me && this.#away ? html`<p class="refusal" role="alert">${this.#away}</p>` : nothing}
      ${open ? this.#notices(hazards) : nothing}
      ${this.#reports(true, { entries, hazards, card, now, today })}
      ${open && card ? html`<left-drafts .drafts=${this.#left(mine)} .steps=${mine} @move=${({ detail }) => this.#move(detail)}
        @discard=${({ detail }) => this.#sending.discard(Sending.place(this.#project, detail))}></left-drafts>` : nothing}
      ${open && step ? this.#form(mine, step, today) : nothing}
      ${open && card && !step ? html`<p class="refusal">${text('report.step.none')}</p>` : nothing}
      ${this.#sending.fault ? html`<p class="fault" role="alert">${this.#sending.fault}</p>` : nothing}
      ${this.#drafts.unkept ? html`<p class="fault" role="alert">${text('report.draft.unkept')}</p>` : nothing}
      ${open && card ? html`<site-card .card=${card} .now=${now} .today=${today}></site-card>
        <site-hazards id="safety" .api=${this.#api} .project=${this.#project} .hazards=${hazards} .items=${this.#items} .drafts=${this.#drafts} .today=${today} ?busy=${this.#sending.said?.what === 'hazard'}
          @tell=${({ detail }) => this.#sending.tell(card, 'hazard', detail)}></site-hazards>
        <site-more .project=${this.#project} .acts=${acts} .drafts=${this.#drafts} .today=${today} .tick=${now} ?busy=${this.#sending.said?.what === 'more'}
          @tell=${({ detail }) => this.#sending.tell(card, 'more', detail)}></site-more>` : nothing}
      ${choices.length && !this.#items.length ? nothing : this.#reports(false, { entries, hazards, card, now, today })}
      ${open ? html`<my-link .token=${shared} .qr=${qr}></my-link>` : nothing}
      <p class="handbook"><a href="/help${language === 'en' ? '?lang=en' : ''}#contractor" target="_blank">${text('handbook.title')}</a></p><operator-foot></operator-foot>`, root);
  }

  #reports(urgent, { entries, hazards, card, now, today }) {
    return html`<my-reports ?urgent=${urgent} .api=${this.#api} .project=${this.#project} .items=${this.#items} .entries=${entries} .hazards=${hazards} .card=${card} .now=${now} .today=${today}
      @drop=${({ detail }) => this.#outbox.remove(detail)} @again=${({ detail }) => this.#outbox.again(detail)} @edit=${({ detail }) => this.#edit(detail)}
      @anew=${({ detail }) => this.#anew(detail)} @takeback=${({ detail }) => this.#sending.takeBack(card, detail)}></my-reports>`;
  }

  /** A page that lives on without a line knows its board's day of yesterday; the clock goes on. */
  #today(now) {
    const day = this.#site?.store.board.day ?? dayOf(now);
    return this.#site?.store.line === 'live' || day > dayOf(now) ? day : dayOf(now);
  }

  #notices(hazards) {
    const due = hazards.filter(({ status }) => status === 'noticed' || status === 'sent-back').length;
    return due ? html`<a class="due" href="#safety" @click=${(event) => { event.preventDefault(); root.querySelector('#safety').scrollIntoView(); }}>${text('site.due', { n: due })}</a>` : nothing;
  }

  #form(steps, step, today) {
    const place = Sending.place(this.#project, step.id);
    const draft = this.#drafts.of(place);
    return draft ? html`<site-report .steps=${steps} .step=${step} .draft=${draft} .last=${this.#last(step)} .today=${today} .said=${this.#sending.said}
      @choose=${({ detail }) => { this.#milestone = detail; this.#paint(); }}
      @draft=${({ detail }) => this.#drafts.change(place, { ...detail, name: step.name, problem: undefined })}
      @send=${({ detail }) => { this.#milestone = step.id; this.#sending.report(this.#site.card, step, detail, today); }}
      @still=${() => this.#sending.still(this.#site.card, today)}></site-report>` : nothing;
  }

  /** What was typed of milestones that are mine no longer. */
  #left(mine) {
    return this.#drafts.under(`report.${this.#project}.`).filter(([milestone]) => !mine.some(({ id }) => id === milestone));
  }

  async #move({ from, to }) {
    await this.#sending.move(this.#project, from, to);
    this.#show(to);
  }

  async #edit(item) {
    const { update, key } = item;
    if (update.milestone) {
      await this.#sending.edit(item);
      return this.#show(update.milestone);
    }
    const forms = root.querySelector(isPlain(update.kind) ? 'site-more' : 'site-hazards');
    await forms.edit(item, this.#outbox.items.find(({ after }) => after === key));
    await this.#outbox.edit(key);
    return forms.scrollIntoView();
  }

  /** What came back is reported anew, beginning with what it said. */
  async #anew({ update: { milestone, percent, note } }) {
    await this.#drafts.change(Sending.place(this.#project, milestone), { percent, note });
    this.#show(milestone);
  }

  #show(milestone) {
    this.#milestone = milestone;
    this.#paint();
    (root.querySelector(`[data-left='${milestone}']`) ?? root.querySelector('site-report'))?.scrollIntoView();
  }
}

addEventListener('hashchange', () => location.reload()); // another link was opened in this very page
sayInOwnWords();
new Report();
keepPage();
