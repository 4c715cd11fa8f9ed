// Who runs the board and how they are reached, and where complaints and suggestions go: at the foot of a page, whoever looks.
import { nothing } from 'lit';
import { Api } from '../../http/api.js';
import { language, text } from '../../text/text.js';
import { Element } from './element.js';
import { html } from './html.js';

class OperatorFoot extends Element {
  static properties = { operator: { state: true } };

  async connectedCallback() {
    super.connectedCallback();
    try {
      this.operator = await new Api().get('/api/operator');
    } catch {
      this.operator = null; // the way to the page stays
    }
  }

  render() {
    const { organisation, department = '', phone = '' } = this.operator ?? {};
    return html`<footer class="operator">${organisation ? html`${text('operator.runs', { name: `${organisation} ${department}`.trim() })}${phone ? html` <span class="phone">${phone}</span>` : nothing} · ` : nothing}<a href="/complaints${language === 'en' ? '?lang=en' : ''}" target="_blank" rel="noopener">${text('complaint.title')}</a></footer>`;
  }
}
customElements.define('operator-foot', OperatorFoot);
