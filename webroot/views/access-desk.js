// Contractors' access to one's projects: give it, hand over its card, see when it was last used, extend it by a new one,
// withdraw it.
import { html, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { newKey } from '../http/key.js';
import { age, dayOf, fullDate } from '../text/dates.js';
import { named, text } from '../text/text.js';
import { Element } from './element.js';
import './grant-card.js';

const ACTIONS = ['progress', 'blockers', 'hazards'];

class AccessDesk extends Element {
  static properties = {
    api: { attribute: false }, cards: { attribute: false }, town: { attribute: false }, now: { type: Number },
    project: { state: true }, grants: { state: true }, shown: { state: true }, like: { state: true }, sure: { state: true },
    fault: { state: true }, busy: { state: true },
  };

  #key = newKey();

  constructor() {
    super();
    this.grants = [];
  }

  willUpdate() {
    if (!this.project && this.cards.length) this.#open(this.cards[0].id);
  }

  render() {
    const card = this.cards.find(({ id }) => id === this.project);
    return html`<h2>${text('access.title')}</h2>
      <label class="no-print">${text('access.project')}<select name="project" @change=${(event) => this.#open(event.target.value)}>
        ${this.cards.map(({ id, name }) => html`<option value=${id} ?selected=${id === this.project}>${named(name)}</option>`)}</select></label>
      ${this.shown && card ? html`<grant-card .town=${this.town} .card=${card} .grant=${this.shown.grant} .link=${this.shown.link}
        @close=${() => { this.shown = null; }}></grant-card>` : nothing}
      <ul class="grants no-print">${this.grants.length ? this.grants.map((grant) => this.#grant(grant, card)) : html`<li class="quiet">${text('access.none')}</li>`}</ul>
      ${card ? keyed(`${card.id} ${this.like?.id ?? ''}`, this.#form(card)) : nothing}
      ${this.fault ? html`<p class="fault" role="alert">${this.fault}</p>` : nothing}`;
  }

  #over(grant) {
    return grant.revoked ? 'access.revoked' : Date.parse(grant.until) < this.now ? 'access.expired' : null;
  }

  #grant(grant, card) {
    const over = this.#over(grant);
    const names = grant.milestones.map((id) => named(card?.milestones.find((step) => step.id === id)?.name) || id).join('、');
    const used = grant.used ? text('access.used', { age: age(grant.used, this.now) }) : text('access.unused');
    const sure = this.sure === grant.id;
    return html`<li data-grant=${grant.id} class=${over ? 'over' : ''}><b>${grant.contractor}</b> ${grant.company}
      <small>${names} · ${grant.actions.map((action) => text(`grant.${action}`)).join('、')}</small>
      <small>${over ? text(over) : text('access.until', { date: fullDate(dayOf(grant.until)) })} · ${used}</small>
      <p class="acts">${over ? nothing : html`<button data-act="card" @click=${() => this.#show(grant)}>${text('access.card')}</button>`}
        <button data-act="extend" @click=${() => { this.like = grant; }}>${text('access.extend')}</button>
        ${over ? nothing : sure ? html`<button class="main" data-act="revoke-sure" @click=${() => this.#revoke(grant)}>${text('access.sure')}</button>`
          : html`<button data-act="revoke" @click=${() => { this.sure = grant.id; }}>${text('access.revoke')}</button>`}</p></li>`;
  }

  /** Empty, or like the grant that is to be extended: that one is withdrawn when it is over, not before. */
  #form(card) {
    const like = this.like;
    const open = card.milestones.filter(({ actual }) => !actual);
    return html`<form class="sheet no-print" @submit=${this.#issue} @input=${() => { this.#key = newKey(); }}>
      <h3 class="wide">${like ? text('access.extending', { contractor: like.contractor }) : text('access.new')}</h3>
      <label>${text('access.contractor')}<input name="contractor" required maxlength="40" .defaultValue=${like?.contractor ?? ''} /></label>
      <label>${text('access.company')}<input name="company" required maxlength="80" .defaultValue=${like?.company ?? ''} /></label>
      <label>${text('access.days')}<input name="days" type="number" min="1" max="1100" .defaultValue=${'90'} required /></label>
      <fieldset><legend>${text('access.milestones')}</legend>${open.map(({ id, name }) =>
        html`<label><input type="checkbox" name="milestones" value=${id} .defaultChecked=${like?.milestones.includes(id) ?? true} />${named(name)}</label>`)}</fieldset>
      <fieldset><legend>${text('access.actions')}</legend>${ACTIONS.map((action) =>
        html`<label><input type="checkbox" name="actions" value=${action} .defaultChecked=${like?.actions.includes(action) ?? true} />${text(`grant.${action}`)}</label>`)}</fieldset>
      <button class="main" ?disabled=${this.busy}>${text('access.issue')}</button></form>`;
  }

  #issue(event) {
    event.preventDefault();
    const data = new FormData(event.target);
    const asked = {
      contractor: data.get('contractor'), company: data.get('company'), milestones: data.getAll('milestones'), actions: data.getAll('actions'), days: Number(data.get('days')),
    };
    if (!asked.milestones.length || !asked.actions.length) {
      this.fault = text('access.nothing');
      return;
    }
    this.#try(async () => {
      const link = await this.api.post(`/api/projects/${this.project}/grants`, asked, this.#key);
      this.#key = newKey();
      this.shown = { link, grant: { ...asked, id: link.id, until: link.expires } };
      this.like = null;
      event.target.reset();
    });
  }

  #show(grant) {
    this.#try(async () => {
      this.shown = { grant, link: await this.api.post(`/api/grants/${grant.id}/link`) };
    });
  }

  #revoke(grant) {
    this.#try(async () => {
      await this.api.delete(`/api/grants/${grant.id}`);
      this.sure = null;
      if (this.shown?.grant.id === grant.id) this.shown = null;
    });
  }

  async #open(project) {
    this.project = project;
    this.shown = null;
    this.like = null;
    this.sure = null;
    await this.#try(() => {});
  }

  async #try(act) {
    this.busy = true;
    try {
      this.fault = null;
      await act();
      this.grants = (await this.api.get(`/api/projects/${this.project}/grants`)).grants;
    } catch (problem) {
      this.fault = problem.message;
    }
    this.busy = false;
  }
}
customElements.define('access-desk', AccessDesk);
