// Help where one stands: what the lamps mean, what the marks of a plan are, and the keys. Event: `close`.
import { language, text } from '../../text/text.js';
import { Axis } from '../part/axis.js';
import { Element } from '../part/element.js';
import { html } from '../part/html.js';
import { svg } from '../part/html.js';
import { lamp } from '../part/lamp.js';
import { track } from '../part/track.js';

const KEYS = [['Ctrl K  /', 'find'], ['1 – 9', 'sections'], ['J  K', 'choose'], ['↵', 'verify'], ['⇧ ↵', 'verifySeen'], ['R', 'return'], ['Z', 'back'], ['␣  ← →', 'photos'], ['P  ← →', 'past'], ['Esc', 'list'], ['?', 'help']];
const axis = new Axis('2026-03-15', Date.parse('2026-01-01'), Date.parse('2026-05-31'));
const step = { baseline: { start: '2026-01-10', finish: '2026-04-10' }, percent: { verified: 40, pending: 60 }, forecast: '2026-05-05' };

class DeskHelp extends Element {
  firstUpdated() {
    this.querySelector('dialog').showModal();
  }

  render() {
    return html`<dialog class="help" aria-label=${text('help.title')} @close=${() => this.dispatchEvent(new Event('close'))} @click=${({ target }) => target.localName === 'dialog' && target.close()}>
      <h2>${text('help.title')}</h2>
      <div class="halves"><section><h3>${text('list.lamps')}</h3><dl>${['red', 'yellow', 'green', 'grey', 'done'].map((colour) =>
          html`<div><dt>${lamp(colour)} ${text(`lamp.${colour}`)}</dt><dd>${text(`help.lamp.${colour}`)}</dd></div>`)}</dl>
        <h3>${text('help.marks')}</h3><svg class="marks red" aria-hidden="true">${svg`${track({ milestones: [step] }, axis, '2026-03-15')}`}</svg><p class="note">${text('help.marks.said')}</p></section>
      <section><h3>${text('help.keys')}</h3><dl>${KEYS.map(([key, what]) => html`<div><dt><kbd>${key}</kbd></dt><dd>${text(`help.key.${what}`)}</dd></div>`)}</dl></section></div>
      <p><a href="/help${language === 'en' ? '?lang=en' : ''}" target="_blank">${text('handbook.title')}</a></p>
      <form method="dialog"><button class="main" autofocus>${text('help.close')}</button></form></dialog>`;
  }
}
customElements.define('desk-help', DeskHelp);
