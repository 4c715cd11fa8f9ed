// A contractor's new access to a project: empty, or like the grant that is to be extended (that one ends when it is over, not
// before). Event: `issued` (detail: the link and its grant).
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { named, text } from '../../text/text.js';
import { Sheet } from './draft-form.js';

const ACTIONS = ['progress', 'blockers', 'hazards'];

class GrantForm extends Sheet {
  static properties = { api: { attribute: false }, card: { attribute: false }, like: { attribute: false }, empty: { state: true } };

  get place() {
    return `grant.${this.card.id}.${this.like?.id ?? 'new'}`;
  }

  render() {
    const { card, like } = this;
    return html`<form class="sheet no-print" @submit=${this.#submit}>
      <h3 class="wide">${like ? text('access.extending', { contractor: like.contractor }) : text('access.new')}</h3>
      <label>${text('access.contractor')}<input name="contractor" required maxlength="40" .defaultValue=${like?.contractor ?? ''} />${this.flaw('contractor')}</label>
      <label>${text('access.company')}<input name="company" required maxlength="80" .defaultValue=${like?.company ?? ''} />${this.flaw('company')}</label>
      <label>${text('access.days')}<input name="days" type="number" min="1" max="1100" .defaultValue=${'90'} required />${this.flaw('days')}</label>
      <fieldset><legend>${text('access.milestones')}</legend>${repeat(card.milestones.filter(({ actual }) => !actual), ({ id }) => id, ({ id, name }) =>
        html`<label><input type="checkbox" name="milestones" value=${id} .defaultChecked=${like?.milestones.includes(id) ?? true} />${named(name)}</label>`)}</fieldset>
      <fieldset><legend>${text('access.actions')}</legend>${ACTIONS.map((action) =>
        html`<label><input type="checkbox" name="actions" value=${action} .defaultChecked=${like?.actions.includes(action) ?? true} />${text(`grant.${action}`)}</label>`)}</fieldset>
      ${this.empty ? html`<p class="fault wide" role="alert">${text('access.nothing')}</p>` : nothing}
      ${this.notes()}
      ${this.sender('access.issue')}</form>`;
  }

  typed(event) {
    super.typed(event);
    this.empty = false;
  }

  async #submit(event) {
    event.preventDefault();
    const data = new FormData(this.form);
    const grant = {
      contractor: data.get('contractor'), company: data.get('company'), milestones: data.getAll('milestones'), actions: data.getAll('actions'), days: Number(data.get('days')),
    };
    this.empty = !grant.milestones.length || !grant.actions.length;
    if (this.empty) return;
    const link = await this.send((key) => this.api.post(`/api/projects/${this.card.id}/grants`, grant, key));
    if (link) this.dispatchEvent(new CustomEvent('issued', { detail: { link, grant: { ...grant, id: link.id, until: link.expires } } }));
  }
}
customElements.define('grant-form', GrantForm);
