// A contractor's new access to a project: empty, or like the grant that is to be extended (that one ends when it is over, not
// before). One link may open other projects too: a grant for each. Event: `issued` (detail: the link, whose it is, and what it
// opens: {link, grant, parts: [{project, milestones}]}).
import { nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { dayOf, fullDate } from '../../text/dates.js';
import { fieldOf, longest, optionsOf } from '../../text/kinds.js';
import { named, opening, text } from '../../text/text.js';
import { html } from '../part/html.js';
import { PEOPLE, UNITS } from '../part/known-names.js';
import { to } from '../part/link.js';
import { Sheet } from './draft-form.js';
import { moreProjects, projectsOf } from './more-projects.js';

const ANOTHER = 'another';
/** A name as it is compared: the server has the last word. */
const plain = (name) => name.normalize('NFKC').replace(/\s+/g, '').toLowerCase();
/** Plainly shown, with the day on which it ends: nobody thinks in days. */
const USUAL_DAYS = '90';
const TERM = fieldOf('grant-asked', 'days');
const DAY_MILLIS = 86_400_000;

class GrantForm extends Sheet {
  static properties = { api: { attribute: false }, card: { attribute: false }, others: { attribute: false }, like: { attribute: false }, companies: { attribute: false }, empty: { state: true }, name: { state: true }, days: { state: true }, more: { state: true } };

  constructor() {
    super();
    this.others = [];
    this.more = new Set();
  }

  get place() {
    return `grant.${this.card.id}.${this.like?.id ?? 'new'}`;
  }

  render() {
    const { card, like } = this;
    return html`<form class="sheet no-print" @submit=${this.#submit}>
      <h3 class="wide">${like ? text('access.extending', { contractor: like.contractor }) : text('access.new')}</h3>
      <label>${text('access.contractor')}<input name="contractor" list=${PEOPLE} required maxlength=${longest('grant-asked', 'contractor')} .defaultValue=${like?.contractor ?? ''} />${this.flaw('contractor')}</label>
      <label>${text('access.company')}<input name="company" list=${UNITS} required maxlength=${longest('grant-asked', 'company')} .defaultValue=${like?.company ?? ''} />${this.flaw('company')}</label>
      ${like ? nothing : this.#which()}
      <label>${text('access.days')}<input name="days" type="number" min=${TERM.min} max=${TERM.max} .defaultValue=${USUAL_DAYS} required />${this.#term()}${this.flaw('days')}</label>
      <fieldset><legend>${text('access.milestones')}</legend>${repeat(card.milestones.filter(({ actual }) => !actual), ({ id }) => id, ({ id, name }) =>
        html`<label><input type="checkbox" name="milestones" value=${id} .defaultChecked=${like?.milestones.includes(id) ?? false} />${named(name)}</label>`)}
        ${card.milestones.length ? nothing : html`<small>${text('access.unplanned')} <a href=${to({ page: 'plans' })}>${text('nav.plans')}</a></small>`}</fieldset>
      <fieldset><legend>${text('access.actions')}</legend>${optionsOf('grant-asked', 'actions').map((action) =>
        html`<label><input type="checkbox" name="actions" value=${action} .defaultChecked=${like?.actions.includes(action) ?? false} />${opening(text(`grant.${action}`))}</label>`)}</fieldset>
      ${like ? nothing : moreProjects(this.others, this.more)}
      ${this.empty ? html`<p class="fault wide" role="alert">${text('access.nothing')}</p>` : nothing}
      ${this.notes()}
      ${this.sender('access.issue')}</form>`;
  }

  #term() {
    const n = Number(this.days);
    return n ? html`<small data-term>${text('access.term', { n, date: fullDate(dayOf(Date.now() + n * DAY_MILLIS)) })}</small>` : nothing;
  }

  /** Who of a name that is known: the name alone says not which firm it is. */
  #which() {
    const namesakes = (this.companies ?? []).filter(({ name }) => plain(name) === plain(this.name ?? ''));
    return namesakes.length ? html`<fieldset data-which><legend>${text('access.which')}</legend>
      ${namesakes.map(({ id, name, contractors }) => html`<label><input type="radio" name="companyId" value=${id} required />${name} <small>${contractors.join(text('join.and'))}</small></label>`)}
      <label><input type="radio" name="companyId" value=${ANOTHER} required />${text('access.another')}</label></fieldset>` : nothing;
  }

  updated(changed) {
    super.updated?.(changed);
    this.#look();
  }

  typed(event) {
    super.typed(event);
    this.empty = false;
    this.#look();
  }

  /** What the rest of the form depends on. */
  #look() {
    if (!this.form) return;
    this.name = this.form.elements.company.value;
    this.days = this.form.elements.days.value;
    const more = new FormData(this.form).getAll('projects');
    if (more.join() !== [...this.more].join()) this.more = new Set(more);
  }

  async #submit(event) {
    event.preventDefault();
    const data = new FormData(this.form);
    const grant = {
      contractor: data.get('contractor'), company: data.get('company'), milestones: data.getAll('milestones'), actions: data.getAll('actions'), days: Number(data.get('days')),
    };
    const which = this.like?.companyId ?? data.get('companyId');
    if (which === ANOTHER) grant.another = true;
    else if (which) grant.companyId = which;
    const { milestones, ...whose } = grant;
    const parts = [{ project: this.card.id, milestones }, ...projectsOf(data)];
    this.empty = parts.some((part) => !part.milestones.length) || !grant.actions.length;
    if (this.empty) return;
    const link = await this.send((key) => (parts.length > 1 ? this.api.post('/api/invitations', { ...whose, projects: parts }, key)
      : this.api.post(`/api/projects/${this.card.id}/grants`, grant, key)));
    if (link) this.dispatchEvent(new CustomEvent('issued', { detail: { link, parts, grant: { ...whose, id: link.id, until: link.expires } } }));
  }
}
customElements.define('grant-form', GrantForm);
