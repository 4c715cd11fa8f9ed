// A group or a program that hears from the board: where it is reached, what it hears and when. Addresses and secrets are told and
// never shown again: left empty, they stay. Events: `told`, `close`.
import { nothing } from 'lit';
import { newKey } from '../../http/key.js';
import { longest, optionsOf } from '../../text/kinds.js';
import { named, text } from '../../text/text.js';
import { html } from '../part/html.js';
import { sieve } from '../part/sieve.js';
import { Sheet } from './draft-form.js';
import { wishFields, wishOf } from './wish-fields.js';

/** The key is in its address, or there is none to tell. */
const UNSIGNED = ['wecom', 'mail'];

class ReceiverForm extends Sheet {
  static properties = { receiver: { attribute: false }, api: { attribute: false }, cards: { attribute: false }, mail: { type: Boolean }, channel: { state: true } };

  /** A new one's id: however often it is sent, it is one. */
  #id = newKey();

  get place() {
    return `receiver.${this.receiver?.id ?? ''}`;
  }

  render() {
    const { receiver } = this;
    const channel = this.channel ?? receiver?.channel ?? '';
    const stays = receiver?.channel === channel;
    return html`<form class="sheet" data-form="receiver" @submit=${this.#save}>
      <h3 class="wide">${receiver ? text('told.changing', receiver) : text('told.adding')}</h3>
      <label>${text('told.name')}<input name="name" required maxlength=${longest('receiver-asked', 'name')} .defaultValue=${receiver?.name ?? ''} />${this.flaw('name')}</label>
      <label>${text('told.channel')}<select name="channel" required @change=${() => this.#look()}>${receiver ? nothing : html`<option value="">${text('field.choose')}</option>`}
        ${optionsOf('receiver-asked', 'channel').filter((each) => each !== 'mail' || this.mail || stays).map((each) => html`<option value=${each} ?selected=${each === receiver?.channel}>${text(`channel.${each}`)}</option>`)}</select></label>
      ${channel ? html`<label class="wide">${text(channel === 'mail' ? 'told.mailbox' : 'told.address')}<input name="address" data-unkept type=${channel === 'mail' ? 'email' : 'url'} autocomplete="off" spellcheck="false" maxlength=${longest('receiver-asked', 'address')} ?required=${!stays} />
        <small>${stays ? text('told.stays', { shown: receiver.shown }) : text(`told.how.${channel}`)}</small>${this.flaw('address')}</label>
      ${UNSIGNED.includes(channel) ? nothing : html`<label class="wide">${text('told.secret')}<input name="secret" type="password" autocomplete="off" maxlength=${longest('receiver-asked', 'secret')} ?required=${channel === 'webhook' && !stays} />
        <small>${text(stays && receiver.signs ? 'told.secret.stays' : `told.secret.${channel}`)}</small>${this.flaw('secret')}</label>`}` : nothing}
      ${wishFields('receiver-asked', receiver, (name) => this.flaw(name))}
      <details class="wide" ?open=${Boolean(receiver?.projects)}><summary>${text('told.projects')}</summary><fieldset data-field="projects">${sieve(this.cards.length)}<div class="many">${this.cards.map(({ id, name }) =>
        html`<label><input type="checkbox" name="projects" value=${id} .defaultChecked=${receiver?.projects?.includes(id) ?? false} />${named(name)}</label>`)}</div>${this.flaw('projects')}</fieldset></details>
      ${this.notes()}
      <p class="acts wide"><button type="button" @click=${() => this.dispatchEvent(new Event('close'))}>${text('desk.cancel')}</button>${this.sender('told.save')}</p></form>`;
  }

  opened(form) {
    form.scrollIntoView({ block: 'nearest' });
    form.elements.name.focus();
    this.#look();
  }

  #look() {
    this.channel = this.form.elements.channel.value;
  }

  async #save(event) {
    event.preventDefault();
    const data = new FormData(this.form);
    const { id, channel } = { id: this.#id, ...this.receiver, channel: data.get('channel') };
    const projects = data.getAll('projects');
    const asked = {
      name: data.get('name'), channel, ...wishOf(data), ...(projects.length && { projects }),
      ...(data.get('address') && { address: data.get('address').trim() }), ...(data.get('secret') && { secret: data.get('secret') }),
    };
    const saved = await this.send(() => this.api.put(`/api/receivers/${id}`, asked));
    if (saved) this.dispatchEvent(new CustomEvent('told', { detail: saved }));
  }
}
customElements.define('receiver-form', ReceiverForm);
