// One's own account: who one is here, another password, and what one hears by mail.
import { nothing } from 'lit';
import { longest, shortest } from '../../text/kinds.js';
import { text } from '../../text/text.js';
import { Element } from '../part/element.js';
import { html } from '../part/html.js';
import { projectNames } from '../part/words.js';
import './own-feeds.js';
import './own-mail.js';

class AccountDesk extends Element {
  static properties = { session: { attribute: false }, api: { attribute: false }, cards: { attribute: false }, fault: { state: true }, saved: { state: true } };

  render() {
    const { id, name, role, projects } = this.session.person;
    return html`<h2>${name}</h2><p class="keys">${[id, text(`role.${role}`), ...projectNames(projects, this.cards)].join(' · ')}</p>
      <form class="sheet" @submit=${this.#submit}><h3 class="wide">${text('account.change')}</h3>
        <label>${text('account.old')}<input name="password" type="password" autocomplete="current-password" required /></label>
        <label>${text('account.new')}<input name="newPassword" type="password" autocomplete="new-password" minlength=${shortest('password-change', 'newPassword')} maxlength=${longest('password-change', 'newPassword')} required />
          <small>${text('account.rule')}</small></label>
        ${this.fault ? html`<p class="fault wide" role="alert">${this.fault}</p>` : nothing}
        ${this.saved ? html`<p class="saved wide" role="status">${text('account.changed')}</p>` : nothing}
        <button class="main">${text('account.change')}</button></form>
      <own-mail .api=${this.api}></own-mail><own-feeds .api=${this.api} .cards=${this.cards}></own-feeds>`;
  }

  async #submit(event) {
    event.preventDefault();
    const form = event.target;
    const { password, newPassword } = Object.fromEntries(new FormData(form));
    this.saved = false;
    try {
      await this.session.changePassword(password, newPassword);
      this.fault = null;
      this.saved = true;
      form.reset();
    } catch (problem) {
      this.fault = problem.message;
    }
  }
}
customElements.define('account-desk', AccountDesk);
