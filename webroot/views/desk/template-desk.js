// The templates of stages: what ships, what the office made of it, its own. Events: `told`.
import { nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { newKey } from '../../http/key.js';
import { named, text } from '../../text/text.js';
import '../form/template-form.js';
import { Element } from '../part/element.js';
import { html } from '../part/html.js';

class TemplateDesk extends Element {
  static properties = { api: { attribute: false }, templates: { attribute: false }, open: { state: true }, saved: { state: true } };

  render() {
    const { open, templates } = this;
    const told = ({ detail }) => {
      this.open = null;
      this.saved = detail;
      this.dispatchEvent(new Event('told'));
    };
    return html`<h3 class="heading">${text('template.title')}</h3><p class="keys">${text('template.how')}</p>
      <div class="choices">${templates.map((each) => html`<button data-template=${each.id} aria-expanded=${open?.id === each.id} class=${open?.id === each.id ? 'chosen' : ''} @click=${() => this.#open(each)}>${named(each.name)}</button>`)}
        <button data-act="new-template" @click=${() => this.#open(null)}>＋ ${text('template.new')}</button></div>
      ${this.saved ? html`<p class="saved" role="status">${text('desk.saved', { seq: this.saved })}</p>` : nothing}
      ${open ? keyed(open.id, html`<template-form .template=${open} .templates=${templates} .api=${this.api} @told=${told} @close=${() => { this.open = null; }}></template-form>`) : nothing}`;
  }

  #open(template) {
    this.saved = null;
    if (template && this.open?.id === template.id) this.open = null;
    else this.open = template ?? { id: `t-${newKey().slice(0, 8)}`, fresh: true, name: { zh: '' }, steps: [] };
  }
}
customElements.define('template-desk', TemplateDesk);
