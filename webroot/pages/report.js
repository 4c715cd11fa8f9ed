// The contractor's phone: one milestone, one number, one button that says what it will send. It starts with what this device
// knows and is put right by the network when there is one.
import './language.js';
import { html, nothing, render } from 'lit';
import { Api } from '../http/api.js';
import { Drafts } from '../store/report-drafts.js';
import { Grants } from '../store/grants.js';
import { Outbox } from '../store/outbox.js';
import { Site } from '../store/site.js';
import { dayOf, fullDate } from '../text/dates.js';
import { language, named, text } from '../text/text.js';
import { lamp } from '../views/part/lamp.js';
import '../views/part/line-state.js';
import '../views/site/my-reports.js';
import '../views/site/site-card.js';
import '../views/site/site-hazards.js';
import '../views/site/site-report.js';
import { keepPage } from './offline.js';

const root = document.querySelector('#report');
const AGAIN_MILLIS = 8_000;
/** For so long after a report the same one is not sent again, unless something was changed: fingers tap twice. */
const ONCE_MILLIS = 3_000;

class Report {
  #grants = new Grants();
  #outbox = new Outbox(this.#grants);
  #drafts = new Drafts();
  #api = new Api(this.#grants.link);
  #site = null;
  #milestone = null;
  #denied = this.#grants.link ? null : 'missing';
  #away = null;
  #fault = null;
  #said = null;

  constructor() {
    this.#outbox.addEventListener('change', () => this.#paint());
    this.#drafts.addEventListener('change', () => this.#paint());
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
        this.#outbox.send();
        this.#paint();
      });
      this.#site.addEventListener('line', () => this.#paint());
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

  /** What was said last of a step: it waits on this phone, or for a verdict, or is verified. */
  #last({ id, percent: { verified = 0 } }) {
    const pending = this.#site.waiting[id];
    const own = this.#outbox.items.find(({ state, project, update, seq }) => project === this.#project && update.milestone === id
      && update.kind === 'progress-reported' && (state === 'queued' || state === 'sending' || state === 'received' && seq > this.#site.card.seq));
    if (own) return { percent: own.update.percent, state: own.state === 'received' ? 'pending' : 'queued' };
    return pending === undefined ? { percent: verified, state: 'verified' } : { percent: pending, state: 'pending' };
  }

  #paint() {
    const { me } = this.#grants;
    const { card, demo, store, entries = [], hazards = [] } = this.#site ?? {};
    const now = store?.clock.now() ?? Date.now();
    const mine = this.#mine;
    const step = mine.find(({ id }) => id === this.#milestone) ?? mine[0];
    const open = me && !this.#denied;
    render(html`
      <header><h1>${card ? html`${lamp(card.lamp.colour)}${named(card.name)}` : text('report.title')} ${demo ? html`<span class="demo">${text('demo')}</span>` : nothing}</h1>
        <a href="?lang=${language === 'zh' ? 'en' : 'zh'}" lang=${language === 'zh' ? 'en' : 'zh-CN'}>${text('report.other')}</a>
        <div>${me ? html`<span>${me.grant.company} ${me.grant.contractor} · ${text('report.until', { date: fullDate(dayOf(me.grant.until)) })}</span>` : nothing}
          ${this.#outbox.waiting ? html`<b>${text('report.waiting', { n: this.#outbox.waiting })}</b>` : nothing}
          ${store && open ? html`<line-state .store=${store} .tick=${now}></line-state>` : nothing}</div></header>
      ${this.#denied ? html`<p class="refusal" role="alert" data-refusal=${this.#denied}>${text(`report.token.${this.#denied}`)}</p>` : nothing}
      ${!me && this.#away ? html`<p class="refusal" role="alert">${this.#away}</p>` : nothing}
      ${open ? this.#notices(hazards) : nothing}
      ${open && step ? this.#form(mine, step, this.#today(now)) : nothing}
      ${open && card ? html`<site-card .card=${card} .now=${now}></site-card>
        <site-hazards id="safety" .project=${this.#project} .hazards=${hazards} .items=${this.#outbox.items} .drafts=${this.#drafts} .tick=${now} @tell=${({ detail }) => this.#hazard(detail)}></site-hazards>` : nothing}
      <my-reports .api=${this.#api} .project=${this.#project} .items=${this.#outbox.items} .entries=${entries} .hazards=${hazards} .card=${card} .now=${now}
        @drop=${({ detail }) => this.#outbox.remove(detail)} @again=${({ detail }) => this.#outbox.again(detail)} @edit=${({ detail }) => this.#edit(detail)}></my-reports>`, root);
  }

  /** A page that lives on without a line knows its board's day of yesterday; the clock goes on. */
  #today(now) {
    const { store } = this.#site;
    const day = store.board.day ?? dayOf(now);
    return store.line === 'live' || day > dayOf(now) ? day : dayOf(now);
  }

  #notices(hazards) {
    const due = hazards.filter(({ status }) => status === 'noticed' || status === 'sent-back').length;
    return due ? html`<a class="due" href="#safety" @click=${(event) => { event.preventDefault(); root.querySelector('#safety').scrollIntoView(); }}>${text('site.due', { n: due })}</a>` : nothing;
  }

  #form(steps, step, today) {
    const place = this.#place(step.id);
    const draft = this.#drafts.of(place);
    return draft ? html`<site-report .steps=${steps} .step=${step} .draft=${draft} .last=${this.#last(step)} .today=${today} .said=${this.#said}
      @choose=${({ detail }) => { this.#milestone = detail; this.#said = null; this.#paint(); }}
      @draft=${({ detail }) => { this.#said = null; this.#drafts.change(place, detail); }}
      @send=${({ detail }) => this.#report(step, detail, today)} @still=${() => this.#once('still', () => this.#add({ kind: 'still-true' }))}></site-report>
      ${this.#fault ? html`<p class="fault" role="alert">${this.#fault}</p>` : nothing}` : nothing;
  }

  #place(milestone) {
    return `report.${this.#project}.${milestone}`;
  }

  #report(step, percent, today) {
    const place = this.#place(step.id);
    const { asOf, note, forecast, cause, photos, factor, hinder } = this.#drafts.of(place);
    this.#milestone = step.id;
    this.#once('send', async () => {
      await this.#add({ kind: 'progress-reported', milestone: step.id, percent, asOf: asOf || today, ...(note && { note }), ...(forecast && percent < 100 && { forecast, cause }) },
        { photos, about: step.name });
      if (factor) await this.#add({ kind: 'blocker-raised', factor, text: hinder, milestones: [step.id] });
      await this.#drafts.drop(place);
    });
  }

  async #hazard({ place, update, photos, then }) {
    await this.#kept(async () => {
      const key = await this.#add(update, { photos });
      if (then) await this.#add(then.update, { photos: then.photos, after: key });
      await this.#drafts.drop(place);
    });
  }

  #add(update, { photos = [], about = null, after = null } = {}) {
    const { id: grant, project, companyId: company } = this.#grants.me.grant;
    return this.#outbox.add({ grant, project, company, update, photos, ...(after && { after }), about: { project: this.#site.card.name, step: about } });
  }

  /** A second tap sends nothing. */
  async #once(what, job) {
    if (this.#said) return;
    this.#said = what;
    await this.#kept(job);
    setTimeout(() => {
      this.#said = null;
      this.#paint();
    }, ONCE_MILLIS);
    this.#paint();
  }

  /** A device that is full says so, and what was typed stays in the form. */
  async #kept(job) {
    try {
      await job();
      this.#fault = null;
    } catch {
      this.#fault = text('report.full');
    }
  }

  async #edit(item) {
    const { update, photos, key } = item;
    if (update.milestone) {
      const { percent, asOf, note, forecast, cause } = update;
      this.#milestone = update.milestone;
      await this.#drafts.change(this.#place(update.milestone), { percent, asOf, note, forecast, cause, photos });
    } else await root.querySelector('site-hazards').edit(item, this.#outbox.items.find(({ after }) => after === key));
    await this.#outbox.remove(key);
    root.querySelector(update.milestone ? 'site-report' : 'site-hazards').scrollIntoView();
  }
}

addEventListener('hashchange', () => location.reload()); // another link was opened in this very page
new Report();
keepPage();
