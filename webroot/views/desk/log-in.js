// Logging in. A first password, which somebody else chose, is answered with the choice of another; of whom the
// office asks a code, who has no authenticator yet scans one, and is told recovery codes once. Event: `opened`
// (detail: the session).
import { nothing } from 'lit';
import { Session } from '../../http/session.js';
import { longest, shortest } from '../../text/kinds.js';
import { text } from '../../text/text.js';
import { Element } from '../part/element.js';
import { html } from '../part/html.js';
import { qrCode } from '../part/qr-code.js';
import '../part/town-door.js';

class LogIn extends Element {
  static properties = { fault: { type: String }, first: { state: true }, coded: { state: true }, factor: { state: true }, session: { state: true }, busy: { state: true } };

  render() {
    if (this.session) return this.#recovery();
    return html`<form id="login" @submit=${this.#submit}><h1>${text('app')} <span>${text('desk.title')}</span></h1><town-door></town-door>
      <label>${text('desk.name')}<input name="name" autocomplete="username" autocapitalize="none" required autofocus ?readonly=${this.first} /></label>
      <label>${text('desk.password')}<input name="password" type="password" autocomplete="current-password" required ?readonly=${this.first} /></label>
      ${this.first ? html`<label>${text('account.new')}<input name="newPassword" type="password" autocomplete="new-password" minlength=${shortest('password-change', 'newPassword')} maxlength=${longest('password-change', 'newPassword')} required />
        <small>${text('account.rule')}</small></label>` : nothing}
      ${this.factor ? html`<p class="quiet">${text('account.scan', { secret: this.factor.secret.replace(/(.{4})(?=.)/g, '$1 ') })}</p>${qrCode(this.factor.code)}` : nothing}
      ${this.coded ? html`<label>${text('account.code')}<input name="code" inputmode="numeric" autocomplete="one-time-code" required /><small>${text('account.codeHint')}</small></label>` : nothing}
      ${this.fault ? html`<p class="fault" role="alert">${this.fault}</p>` : nothing}
      <button class="main" ?disabled=${this.busy}>${text(this.first ? 'account.choose' : 'desk.login')}</button>
      ${this.first || this.coded ? nothing : html`<p class="quiet">${text('desk.forgotten')}</p>`}</form>`;
  }

  updated(changed) {
    if (changed.has('coded') && this.coded) this.querySelector('[name=code]').focus();
    if (changed.has('first') && this.first) this.querySelector('[name=newPassword]').focus();
  }

  /** Shown once, before anything else. */
  #recovery() {
    return html`<form id="login" @submit=${(event) => { event.preventDefault(); this.#opened(this.session); }}><h1>${text('app')} <span>${text('desk.title')}</span></h1>
      <p>${text('account.recovery')}</p><ul class="recovery">${this.session.person.recoveryCodes.map((code) => html`<li>${code}</li>`)}</ul>
      <button class="main">${text('account.written')}</button></form>`;
  }

  #opened(session) {
    this.dispatchEvent(new CustomEvent('opened', { detail: session }));
  }

  async #submit(event) {
    event.preventDefault();
    const { name, password, newPassword, code } = Object.fromEntries(new FormData(event.target));
    this.busy = true;
    try {
      const session = await Session.open(name.trim(), password, { newPassword, code });
      if (session.person.recoveryCodes) this.session = session;
      else this.#opened(session);
    } catch (problem) {
      this.first ||= problem.code === 'password-first';
      this.coded ||= problem.code === 'code-needed' || problem.code === 'code-first';
      this.factor = problem.secondFactor ?? this.factor;
      this.fault = problem.message;
    } finally {
      this.busy = false;
    }
  }
}
customElements.define('log-in', LogIn);
