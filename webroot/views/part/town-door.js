// Whose board this is, for whoever has not come in yet. Where nobody answers it says nothing.
import { nothing } from 'lit';
import { Api } from '../../http/api.js';
import { named, text } from '../../text/text.js';
import { Element } from './element.js';
import { html } from './html.js';

class TownDoor extends Element {
  static properties = { town: { state: true } };

  async connectedCallback() {
    super.connectedCallback();
    this.town = await new Api().get('/api/door').catch(() => null);
  }

  render() {
    const { town } = this;
    return town ? html`${named(town.name)} ${town.demo ? html`<span class="demo">${text('demo')}</span>` : nothing}` : nothing;
  }
}
customElements.define('town-door', TownDoor);
