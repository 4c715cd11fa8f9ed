// The contractor's phone: one milestone, one number, one button that says what it will send.
import { html, nothing, render } from 'lit';
import { Bridge } from '../bridge/client.js';
import { Api } from '../http/api.js';
import { LinkToken } from '../http/token.js';
import { Outbox } from '../store/outbox.js';
import { shrunk } from '../store/photo.js';
import { Store } from '../store/store.js';
import { dayOf, fullDate } from '../text/dates.js';
import { named, text } from '../text/text.js';
import { lamp } from '../views/lamp.js';
import { keepPage } from './offline.js';
import '../views/cause-choice.js';
import '../views/line-state.js';
import '../views/my-reports.js';
import '../views/percent-dial.js';
import { next } from '../views/words.js';

const ME = 'guatu.report.me';
const CARD = 'guatu.report.card';
const root = document.querySelector('#report');
const token = LinkToken.of('report');
const kept = (place) => JSON.parse(localStorage.getItem(place) ?? 'null');
const keep = (place, value) => localStorage.setItem(place, JSON.stringify(value));

const FACTORS = ['land', 'relocation', 'funding', 'permits', 'utilities', 'technology', 'site-environment', 'weather', 'safety', 'other'];

class Report {
  #api = new Api(token);
  #outbox;
  #store;
  #me;
  #card = null;
  #entries = [];
  #milestone = null;
  #percent = null;
  #moves = false;
  #denied = null;
  #photos = [];
  #hinder = false;
  #unreadable = false;

  /** `me`: the grant as the server said, or as this phone remembers it while there is no network. */
  constructor(me) {
    this.#me = me;
    this.#outbox = new Outbox(this.#api, `guatu.report.outbox.${me.grant.id}`);
    this.#outbox.addEventListener('change', () => this.#paint());
    const last = kept(CARD);
    this.#card = last?.id === me.grant.project ? last : null;
    this.#store = new Store(new Bridge(token), me.grant.project);
    this.#store.addEventListener('change', () => {
      this.#card = this.#store.board.cards.get(me.grant.project) ?? this.#card;
      keep(CARD, this.#card);
      this.#recall();
      this.#outbox.send();
    });
    this.#store.addEventListener('line', () => this.#paint());
    this.#store.addEventListener('denied', ({ detail }) => {
      this.#denied = detail;
      this.#paint();
    });
    setInterval(() => this.#paint(), 1_000);
    this.#recall();
    this.#outbox.send();
    this.#paint();
  }

  async #recall() {
    try {
      this.#entries = (await this.#api.get(`/api/entries?project=${this.#me.grant.project}&order=desc&limit=40`)).entries;
    } catch {
      // the reports keep the state that this phone knows
    }
    this.#paint();
  }

  /** My milestones, the one due first before the others; finished ones last. */
  get #mine() {
    const due = (step) => (step.actual ? '9' : '0') + (step.forecast ?? step.baseline.finish);
    return (this.#card?.milestones ?? []).filter(({ id }) => this.#me.grant.milestones.includes(id))
      .sort((a, b) => due(a).localeCompare(due(b)));
  }

  #paint() {
    const { grant } = this.#me;
    const now = this.#store.clock.now();
    const today = this.#store.board.day ?? dayOf(now);
    const step = this.#mine.find(({ id }) => id === this.#milestone) ?? this.#mine[0];
    render(html`
      <header><div><h1>${this.#card ? html`${lamp(this.#card.lamp.colour)}${named(this.#card.name)}` : text('report.title')}</h1>
        <p>${grant.company} ${grant.contractor} · ${text('report.until', { date: fullDate(dayOf(grant.until)) })}</p></div>
        <span class="net">${this.#outbox.waiting ? text('report.offline', { n: this.#outbox.waiting }) : nothing}</span>
        <line-state .store=${this.#store} .tick=${now}></line-state></header>
      ${this.#denied ? html`<p class="refusal" role="alert" data-refusal=${this.#denied}>${text(`report.token.${this.#denied}`)}</p>`
        : step ? this.#form(step, today) : nothing}
      <my-reports .api=${this.#api} .items=${this.#outbox.items} .entries=${this.#entries} .card=${this.#card} .now=${now}
        @drop=${({ detail }) => this.#outbox.remove(detail)}></my-reports>`, root);
  }

  #form(step, today) {
    const { verified = 0, pending } = step.percent;
    const last = { percent: pending ?? verified, pending: pending !== undefined };
    const percent = this.#percent ?? Math.round(last.percent);
    const down = percent < last.percent;
    return html`
      <div class="chips" role="tablist">${this.#mine.map((each) => html`<button role="tab" aria-selected=${each === step} data-milestone=${each.id}
        @click=${() => { this.#milestone = each.id; this.#percent = null; this.#paint(); }}>${named(each.name)}</button>`)}</div>
      <form @submit=${(event) => this.#send(event, step, percent)}>
        <percent-dial .percent=${percent} .last=${last} .time=${step.time} @percent=${({ detail }) => { this.#percent = detail; this.#paint(); }}></percent-dial>
        <div class="pair"><label>${text('report.asOf')}<input type="date" name="asOf" .defaultValue=${today} max=${today} required /></label>
          ${percent < 100 ? html`<label>${text('report.forecast')}<input type="date" name="forecast" min=${today} @input=${(event) => { this.#moves = Boolean(event.target.value); this.#paint(); }} /></label>` : nothing}</div>
        ${this.#moves && percent < 100 ? html`<label class="needed">${text('cause.choose')}<cause-choice .required=${true}></cause-choice></label>` : nothing}
        <label class=${down ? 'needed' : ''}>${text(down ? 'report.note.needed' : 'report.note')}
          <input name="note" maxlength="500" ?required=${down} /></label>
        <label class="camera">${text('report.photo')}<input type="file" name="photo" accept="image/*" capture="environment" @change=${(event) => this.#take(event.target)} /></label>
        ${this.#unreadable ? html`<p class="fault" role="alert">${text('report.photo.unreadable')}</p>` : nothing}
        ${this.#photos.length ? html`<p class="taken">${this.#photos.map(({ url }, i) => html`<button type="button" aria-label=${text('report.drop')} @click=${() => this.#untake(i)}><img src=${url} alt="" />×</button>`)}</p>` : nothing}
        ${this.#hinder ? html`<div class="pair"><label>${text('field.factor')}<select name="factor" required>${FACTORS.map((factor) =>
            html`<option value=${factor}>${text(`factor.${factor}`)}</option>`)}</select></label>
          <label>${text('report.hinder.text')}<input name="hinder" maxlength="500" required /></label></div>`
        : html`<button type="button" class="plain" data-act="hinder" @click=${() => { this.#hinder = true; this.#paint(); }}>${text('report.hinder')}</button>`}
        <div class="send"><button type="button" data-act="still-true" @click=${() => this.#outbox.add(this.#me.grant.project, { kind: 'still-true' })}>
            ${text('report.still')}</button>
          <button class="main" data-act="send">${text('report.send', { percent })}</button></div>
      </form>`;
  }

  async #take(input) {
    for (const file of input.files) {
      try {
        const bytes = await shrunk(file);
        this.#photos.push({ bytes, url: URL.createObjectURL(new Blob([bytes], { type: 'image/jpeg' })) });
        this.#unreadable = false;
      } catch {
        this.#unreadable = true;
      }
    }
    input.value = '';
    this.#paint();
  }

  #untake(i) {
    const [{ url }] = this.#photos.splice(i, 1);
    URL.revokeObjectURL(url);
    this.#paint();
  }

  #send(event, step, percent) {
    event.preventDefault();
    const { asOf, note, forecast, cause, factor, hinder } = Object.fromEntries(new FormData(event.target));
    const photos = this.#photos.map(({ bytes }) => bytes);
    this.#photos.forEach(({ url }) => URL.revokeObjectURL(url));
    this.#photos = [];
    this.#hinder = false;
    this.#outbox.add(this.#me.grant.project, {
      kind: 'progress-reported', milestone: step.id, percent, asOf, ...(note && { note }), ...(forecast && { forecast, cause }) }, photos);
    if (hinder) this.#outbox.add(this.#me.grant.project, { kind: 'blocker-raised', factor, text: hinder, milestones: [step.id] });
    event.target.reset();
    this.#moves = false;
    this.#milestone = step.id;
  }
}

const refuse = (reason) => render(html`<p class="refusal" role="alert" data-refusal=${reason}>${text(`report.token.${reason}`)}</p>`, root);

if (!token) {
  refuse('missing');
} else {
  try {
    const me = await new Api(token).get('/api/me');
    keep(ME, me);
    new Report(me);
    keepPage().catch(() => {});
  } catch (problem) {
    const me = kept(ME);
    if (problem.status === 401) refuse('token-invalid');
    else if (me) new Report(me);
    else render(html`<p class="refusal">${problem.message}</p>`, root);
  }
}
