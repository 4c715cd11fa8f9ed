// Find anything: projects, milestones, blockers, hazards, directives, people, sections, and what one may do, by a few letters.
// Arrows choose, Enter goes there, Esc closes. Events: `go` (detail: a place), `close`.
import { nothing } from 'lit';
import { matches } from '../../store/finds.js';
import { text } from '../../text/text.js';
import { Element } from '../part/element.js';
import { html } from '../part/html.js';
import { lamp } from '../part/lamp.js';

const MOST = 12;

class FindAnything extends Element {
  static properties = { finds: { attribute: false }, words: { state: true }, at: { state: true } };

  constructor() {
    super();
    this.words = '';
    this.at = 0;
  }

  connectedCallback() {
    super.connectedCallback();
    this.before = document.activeElement;
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    const taken = document.activeElement !== document.body && !this.contains(document.activeElement);
    if (taken) return; // a form that was opened from here has it
    (this.gone ? document.querySelector('.work') : this.before)?.focus?.({ preventScroll: true });
  }

  firstUpdated() {
    this.querySelector('dialog').showModal();
  }

  render() {
    const found = this.#found;
    return html`<dialog class="finder" aria-label=${text('find.title')} @close=${() => this.dispatchEvent(new Event('close'))} @click=${({ target }) => target.localName === 'dialog' && target.close()}>
      <input type="text" enterkeyhint="search" autocomplete="off" autofocus role="combobox" aria-expanded="true" aria-controls="found" aria-activedescendant=${found.length ? `find-${this.at}` : nothing} aria-label=${text('find.title')}
        placeholder=${text('find.hint')} maxlength="60" @input=${({ target }) => { [this.words, this.at] = [target.value, 0]; }} @keydown=${this.#key} />
      <ul id="found" role="listbox">${found.map(({ kind, colour, name, aside, place }, i) => html`<li id="find-${i}" role="option" aria-selected=${i === this.at} data-find=${kind} @click=${() => this.#go(place)}>
        <i>${colour ? lamp(colour) : nothing}</i><b>${name}</b><span>${aside ?? ''}</span><small>${text(`find.${kind}`)}</small></li>`)}
        ${found.length ? nothing : html`<li class="quiet">${text('find.nothing')}</li>`}</ul></dialog>`;
  }

  get #found() {
    return matches(this.finds, this.words).slice(0, MOST);
  }

  #key(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const found = this.#found;
    if (step) this.at = Math.max(0, Math.min(found.length - 1, this.at + step));
    else if (event.key === 'Enter' && found[this.at] && !event.isComposing) this.#go(found[this.at].place);
    else return;
    event.preventDefault();
  }

  /** Who went somewhere reads on there, not at the head of the page. */
  #go(place) {
    this.gone = true;
    this.querySelector('dialog').close();
    this.dispatchEvent(new CustomEvent('go', { detail: place }));
  }
}
customElements.define('find-anything', FindAnything);
