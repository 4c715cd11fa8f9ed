// Contractors' access to one's projects: give it, hand over its card (or those of several), see when it was last used, extend it
// by a new one, withdraw it.
import { nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { repeat } from 'lit/directives/repeat.js';
import { age, dayOf, fullDate } from '../../text/dates.js';
import { named, text } from '../../text/text.js';
import { Acting } from '../part/acting.js';
import { html } from '../part/html.js';
import { stepName } from '../part/words.js';
import '../project/grant-card.js';
import '../form/grant-form.js';
import '../form/sure-button.js';
import './access-recent.js';

const LOOK_AGAIN_MILLIS = 10_000;

class AccessDesk extends Acting {
  static properties = {
    api: { attribute: false }, cards: { attribute: false }, town: { attribute: false }, now: { type: Number }, chosen: {},
    project: { state: true }, grants: { state: true }, companies: { state: true }, shown: { state: true }, picked: { state: true }, like: { state: true }, sure: { state: true },
  };

  constructor() {
    super();
    this.grants = null;
    this.shown = [];
    this.picked = new Set();
  }

  connectedCallback() {
    super.connectedCallback();
    this.timer = setInterval(() => this.project && this.#do(() => {}), LOOK_AGAIN_MILLIS);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.timer);
  }

  willUpdate() {
    // The project that is open beside it, or the only one: nobody gets access to another by a slip.
    const beside = this.cards.find(({ id }) => id === this.chosen) ?? (this.cards.length === 1 ? this.cards[0] : null);
    if (!this.project && beside) this.#open(beside.id);
  }

  render() {
    const card = this.cards.find(({ id }) => id === this.project);
    return html`<h2>${text('access.title')}</h2>
      <label class="no-print">${text('access.project')}<select name="project" @change=${(event) => this.#open(event.target.value)}>${this.project ? nothing : html`<option value="">${text('field.choose')}</option>`}
        ${this.cards.map(({ id, name }) => html`<option value=${id} .selected=${id === this.project}>${named(name)}</option>`)}</select></label>
      ${this.shown.length ? html`<p class="acts no-print"><button class="main" data-act="print" @click=${() => print()}>${text(this.shown.length > 1 ? 'access.printAll' : 'access.print', { n: this.shown.length })}</button>
        <button data-act="close" @click=${() => { this.shown = []; }}>${text('access.close')}</button></p>
        ${repeat(this.shown, ({ grant }) => grant.id, ({ grant, parts, link }) => html`<grant-card .town=${this.town} .grant=${grant} .parts=${this.#parts(parts)} .link=${link}></grant-card>`)}` : nothing}
      ${this.project ? nothing : html`<access-recent .api=${this.api} .cards=${this.cards} .now=${this.now} @choose=${({ detail }) => this.#open(detail)}></access-recent>`}
      <ul class="grants no-print">${this.grants?.length === 0 ? html`<li class="quiet">${text('access.none')}</li>` : this.grants?.map((grant) => this.#grant(grant, card))}</ul>
      ${this.picked.size > 1 ? html`<p class="acts no-print"><sure-button act="cards" label=${text('access.cards', { n: this.picked.size })} @sure=${() => this.#show([...this.picked])}></sure-button></p>` : nothing}
      ${card ? keyed(`${card.id} ${this.like?.id ?? ''}`, html`<grant-form .api=${this.api} .card=${card} .others=${this.cards.filter((other) => other !== card)} .like=${this.like} .companies=${this.companies} @issued=${({ detail }) => this.#issued(detail)}></grant-form>`) : nothing}
      ${this.refusal}`;
  }

  #over(grant) {
    return grant.revoked ? 'access.revoked' : Date.parse(grant.until) < this.now ? 'access.expired' : null;
  }

  #grant(grant, card) {
    const over = this.#over(grant);
    const names = grant.milestones.map((id) => stepName(card, id)).join(text('join.and'));
    const used = grant.used ? text('access.used', { age: age(grant.used, this.now) }) : text('access.unused');
    const sure = this.sure === grant.id;
    const beside = grant.invitation ? ` · ${text('access.beside')}` : '';
    return html`<li data-grant=${grant.id} class=${over ? 'over' : ''}><b>${over ? nothing : html`<input type="checkbox" name="picked" aria-label=${text('access.pick', { contractor: grant.contractor })} .checked=${this.picked.has(grant.id)} @change=${({ target }) => this.#pick(grant.id, target.checked)} />`}${grant.contractor}</b> ${grant.company}
      <small>${names} · ${grant.actions.map((action) => text(`grant.${action}`)).join(text('join.and'))}</small>
      <small>${over ? text(over) : text('access.until', { date: fullDate(dayOf(grant.until)) })} · ${used}${beside}</small>
      <p class="acts">${over ? nothing : html`<button data-act="card" @click=${() => this.#show([grant.id])}>${text('access.card')}</button>`}
        <button data-act="extend" @click=${() => { this.like = grant; }}>${text('access.extend')}</button>
        ${over ? nothing : sure ? html`<button class="main" data-act="revoke-sure" @click=${() => this.#revoke(grant)}>${text('access.sure')}</button>`
          : html`<button data-act="revoke" @click=${() => { this.sure = grant.id; }}>${text('access.revoke')}</button>`}</p></li>`;
  }

  #pick(id, whether) {
    const picked = new Set(this.picked);
    if (whether) picked.add(id);
    else picked.delete(id);
    this.picked = picked;
  }

  /** Each project with its card; one that has left the board meanwhile is left out. */
  #parts(parts) {
    return parts.map(({ project, milestones }) => ({ card: this.cards.find(({ id }) => id === project), milestones })).filter(({ card }) => card);
  }

  #issued(shown) {
    this.shown = [shown];
    this.like = null;
    this.#do(() => {});
  }

  /** The cards of these grants; who has them shown is on record. */
  #show(ids) {
    const { project } = this;
    this.#do(async () => {
      const shown = [];
      for (const grant of this.grants.filter(({ id }) => ids.includes(id))) shown.push(await this.#card(grant, project));
      if (project !== this.project) return;
      this.shown = shown;
      this.picked = new Set();
    });
  }

  /** With the link of its invitation, for who may give access to all that it opens; else with one of its own. */
  async #card(grant, project) {
    const invited = grant.invitation && await this.api.post(`/api/invitations/${grant.invitation}/link`).catch((problem) => {
      if (problem.status !== 404) throw problem;
    });
    if (invited) return { grant: { ...grant, until: invited.expires }, link: invited, parts: invited.grants };
    return { grant, link: await this.api.post(`/api/grants/${grant.id}/link`), parts: [{ project, milestones: grant.milestones }] };
  }

  #revoke(grant) {
    this.#do(async () => {
      await this.api.delete(`/api/grants/${grant.id}`);
      this.sure = null;
      this.shown = this.shown.filter((shown) => shown.grant.id !== grant.id);
    });
  }

  #open(project) {
    this.project = project;
    this.grants = null;
    this.shown = [];
    this.picked = new Set();
    this.like = null;
    this.sure = null;
    return this.#do(() => {});
  }

  /** Does it, and reads how the project's grants stand then; an answer about another project comes too late. */
  #do(act) {
    const { project } = this;
    return this.attempt(async () => {
      try {
        await act();
        const { grants, companies } = await this.api.get(`/api/projects/${project}/grants`);
        if (project === this.project) Object.assign(this, { grants, companies });
      } catch (problem) {
        if (project === this.project) throw problem;
      }
    });
  }
}
customElements.define('access-desk', AccessDesk);
