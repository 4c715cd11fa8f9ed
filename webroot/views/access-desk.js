// Contractors' access to one's projects: give, copy the link, withdraw.
import { html, nothing } from 'lit';
import { dayOf, fullDate } from '../text/dates.js';
import { named, text } from '../text/text.js';
import { Element } from './element.js';

class AccessDesk extends Element {
  static properties = {
    api: { attribute: false }, cards: { attribute: false }, now: { type: Number },
    project: { state: true }, grants: { state: true }, link: { state: true }, fault: { state: true },
  };

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
      <label>${text('access.project')}<select name="project" @change=${(event) => this.#open(event.target.value)}>
        ${this.cards.map(({ id, name }) => html`<option value=${id} ?selected=${id === this.project}>${named(name)}</option>`)}</select></label>
      <ul class="grants">${this.grants.length ? this.grants.map((grant) => this.#grant(grant, card)) : html`<li class="quiet">${text('access.none')}</li>`}</ul>
      ${card ? html`<form class="sheet" @submit=${this.#issue}>
        <label>${text('access.contractor')}<input name="contractor" required maxlength="40" /></label>
        <label>${text('access.company')}<input name="company" required maxlength="80" /></label>
        <label>${text('access.days')}<input name="days" type="number" min="1" max="1100" value="90" required /></label>
        <fieldset><legend>${text('access.milestones')}</legend>${card.milestones.map(({ id, name }) =>
          html`<label><input type="checkbox" name="milestones" value=${id} checked />${named(name)}</label>`)}</fieldset>
        <button class="main">${text('access.issue')}</button></form>` : nothing}
      ${this.fault ? html`<p class="fault" role="alert">${this.fault}</p>` : nothing}
      ${this.link ? html`<p class="link">${text('access.link')}<input readonly .value=${this.link} @focus=${(event) => event.target.select()} /></p>` : nothing}`;
  }

  #grant(grant, card) {
    const over = grant.revoked ? 'access.revoked' : Date.parse(grant.until) < this.now ? 'access.expired' : null;
    const names = grant.milestones.map((id) => named(card?.milestones.find((step) => step.id === id)?.name) || id).join('、');
    return html`<li data-grant=${grant.id} class=${over ? 'over' : ''}><b>${grant.contractor}</b> ${grant.company}
      <small>${names} · ${over ? text(over) : text('access.until', { date: fullDate(dayOf(grant.until)) })}</small>
      ${over ? nothing : html`<button data-act="revoke" @click=${() => this.#try(() => this.api.delete(`/api/grants/${grant.id}`))}>${text('access.revoke')}</button>`}</li>`;
  }

  #issue(event) {
    event.preventDefault();
    const form = event.target;
    const data = new FormData(form);
    this.#try(async () => {
      const issued = await this.api.post(`/api/projects/${this.project}/grants`, {
        contractor: data.get('contractor'), company: data.get('company'), milestones: data.getAll('milestones'), days: Number(data.get('days')),
      });
      this.link = issued.link;
      form.reset();
    });
  }

  async #open(project) {
    this.project = project;
    this.link = null;
    await this.#try(() => {});
  }

  async #try(act) {
    try {
      this.fault = null;
      await act();
      this.grants = (await this.api.get(`/api/projects/${this.project}/grants`)).grants;
    } catch (problem) {
      this.fault = problem.message;
    }
  }
}
customElements.define('access-desk', AccessDesk);
