// Contractors' access to one's projects: give it, hand over its card, see when it was last used, extend it by a new one,
// withdraw it.
import { html, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { age, dayOf, fullDate } from '../../text/dates.js';
import { named, text } from '../../text/text.js';
import { Element } from '../part/element.js';
import { stepName } from '../part/words.js';
import '../project/grant-card.js';
import '../form/grant-form.js';

const LOOK_AGAIN_MILLIS = 10_000;

class AccessDesk extends Element {
  static properties = {
    api: { attribute: false }, cards: { attribute: false }, town: { attribute: false }, now: { type: Number }, chosen: {},
    project: { state: true }, grants: { state: true }, companies: { state: true }, shown: { state: true }, like: { state: true }, sure: { state: true },
    fault: { state: true },
  };

  constructor() {
    super();
    this.grants = null;
  }

  connectedCallback() {
    super.connectedCallback();
    this.timer = setInterval(() => this.project && this.#try(() => {}), LOOK_AGAIN_MILLIS);
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
        ${this.cards.map(({ id, name }) => html`<option value=${id} ?selected=${id === this.project}>${named(name)}</option>`)}</select></label>
      ${this.shown && card ? html`<grant-card .town=${this.town} .card=${card} .grant=${this.shown.grant} .link=${this.shown.link}
        @close=${() => { this.shown = null; }}></grant-card>` : nothing}
      <ul class="grants no-print">${this.grants?.length === 0 ? html`<li class="quiet">${text('access.none')}</li>` : this.grants?.map((grant) => this.#grant(grant, card))}</ul>
      ${card ? keyed(`${card.id} ${this.like?.id ?? ''}`, html`<grant-form .api=${this.api} .card=${card} .like=${this.like} .companies=${this.companies} @issued=${({ detail }) => this.#issued(detail)}></grant-form>`) : nothing}
      ${this.fault ? html`<p class="fault" role="alert">${this.fault}</p>` : nothing}`;
  }

  #over(grant) {
    return grant.revoked ? 'access.revoked' : Date.parse(grant.until) < this.now ? 'access.expired' : null;
  }

  #grant(grant, card) {
    const over = this.#over(grant);
    const names = grant.milestones.map((id) => stepName(card, id)).join(text('join.and'));
    const used = grant.used ? text('access.used', { age: age(grant.used, this.now) }) : text('access.unused');
    const sure = this.sure === grant.id;
    return html`<li data-grant=${grant.id} class=${over ? 'over' : ''}><b>${grant.contractor}</b> ${grant.company}
      <small>${names} · ${grant.actions.map((action) => text(`grant.${action}`)).join(text('join.and'))}</small>
      <small>${over ? text(over) : text('access.until', { date: fullDate(dayOf(grant.until)) })} · ${used}</small>
      <p class="acts">${over ? nothing : html`<button data-act="card" @click=${() => this.#show(grant)}>${text('access.card')}</button>`}
        <button data-act="extend" @click=${() => { this.like = grant; }}>${text('access.extend')}</button>
        ${over ? nothing : sure ? html`<button class="main" data-act="revoke-sure" @click=${() => this.#revoke(grant)}>${text('access.sure')}</button>`
          : html`<button data-act="revoke" @click=${() => { this.sure = grant.id; }}>${text('access.revoke')}</button>`}</p></li>`;
  }

  #issued(shown) {
    this.shown = shown;
    this.like = null;
    this.#try(() => {});
  }

  #show(grant) {
    this.#try(async () => {
      const link = await this.api.post(`/api/grants/${grant.id}/link`);
      if (this.grants?.some(({ id }) => id === grant.id)) this.shown = { grant, link };
    });
  }

  #revoke(grant) {
    this.#try(async () => {
      await this.api.delete(`/api/grants/${grant.id}`);
      this.sure = null;
      if (this.shown?.grant.id === grant.id) this.shown = null;
    });
  }

  #open(project) {
    this.project = project;
    this.grants = null;
    this.shown = null;
    this.like = null;
    this.sure = null;
    return this.#try(() => {});
  }

  /** Does it, and reads how the project's grants stand then; an answer about another project comes too late. */
  async #try(act) {
    const { project } = this;
    try {
      await act();
      const { grants, companies } = await this.api.get(`/api/projects/${project}/grants`);
      if (project !== this.project) return;
      this.grants = grants;
      this.companies = companies;
      this.fault = null;
    } catch (problem) {
      if (project === this.project) this.fault = problem.message;
    }
  }
}
customElements.define('access-desk', AccessDesk);
