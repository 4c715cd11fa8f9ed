// Logging in. A first password, which somebody else chose, is answered with the choice of another. Event: `opened`
// (detail: the session).
import { nothing } from 'lit';
import { Session } from '../../http/session.js';
import { longest, shortest } from '../../text/kinds.js';
import { text } from '../../text/text.js';
import { Element } from '../part/element.js';
import { html } from '../part/html.js';
import '../part/town-door.js';

class LogIn extends Element {
  static properties = { fault: { type: String }, first: { state: true }, busy: { state: true } };

  render() {
    return html`<form id="login" @submit=${this.#submit}><h1>${text('app')} <span>${text('desk.title')}</span></h1><town-door></town-door>
      <label>${text('desk.name')}<input name="name" autocomplete="username" autocapitalize="none" required autofocus ?readonly=${this.first} /></label>
      <label>${text('desk.password')}<input name="password" type="password" autocomplete="current-password" required ?readonly=${this.first} /></label>
      ${this.first ? html`<label>${text('account.new')}<input name="newPassword" type="password" autocomplete="new-password" minlength=${shortest('password-change', 'newPassword')} maxlength=${longest('password-change', 'newPassword')} required />
        <small>${text('account.rule')}</small></label>` : nothing}
      ${this.fault ? html`<p class="fault" role="alert">${this.fault}</p>` : nothing}
      <button class="main" ?disabled=${this.busy}>${text(this.first ? 'account.choose' : 'desk.login')}</button></form>`;
  }

  updated(changed) {
    if (changed.has('first') && this.first) this.querySelector('[name=newPassword]').focus();
  }

  async #submit(event) {
    event.preventDefault();
    const { name, password, newPassword } = Object.fromEntries(new FormData(event.target));
    this.busy = true;
    try {
      const session = await Session.open(name.trim(), password, newPassword);
      this.dispatchEvent(new CustomEvent('opened', { detail: session }));
    } catch (problem) {
      this.first ||= problem.code === 'password-first';
      this.fault = problem.message;
    } finally {
      this.busy = false;
    }
  }
}
customElements.define('log-in', LogIn);
