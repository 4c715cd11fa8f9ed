// A form with its figures, as it will be sent: what it lacks stands above it.
import { nothing } from 'lit';
import { text } from '../../text/text.js';
import { Element } from '../part/element.js';
import { html } from '../part/html.js';
import './form-grid.js';

const SHOWN = 40;

class FormResult extends Element {
  static properties = { result: { attribute: false }, figures: { attribute: false }, at: { state: true } };

  render() {
    const { filled, gaps, unsure, sheets } = this.result;
    const grid = sheets[this.at ?? 0] ?? sheets[0];
    const marks = new Map(gaps.filter(({ sheet, partly }) => sheet === grid.name && !partly).map(({ cell }) => [cell, 'gap']));
    return html`<div class="lacks"><p>${text('form.filled', { n: filled })}</p>
        ${gaps.length ? html`<details class="gaps" open><summary>${text('form.gaps', { n: gaps.length })}</summary><ul>${gaps.slice(0, SHOWN).map((gap) => html`<li>${this.#said(gap)}</li>`)}</ul>
          ${gaps.length > SHOWN ? html`<p class="quiet">${text('form.gaps.more', { n: gaps.length - SHOWN })}</p>` : nothing}</details>` : html`<p class="full">${text('form.full')}</p>`}
        ${unsure.length ? html`<details class="faults" open><summary>${text('form.formulas')}</summary><p>${unsure.join(text('join.and'))}</p></details>` : nothing}</div>
      ${sheets.length > 1 ? html`<p class="choices" role="group" aria-label=${text('import.sheet')}>${sheets.map(({ name }, i) => html`<button aria-pressed=${grid.name === name} class=${grid.name === name ? 'chosen' : ''} @click=${() => { this.at = i; }}>${name}</button>`)}</p>` : nothing}
      <form-grid .grid=${grid} .marks=${marks} label=${grid.name}></form-grid>
      ${grid.more ? html`<p class="quiet">${text('form.grid.more')}</p>` : nothing}`;
  }

  #said({ sheet, cell, about, project, figure, partly }) {
    const name = this.figures.find(({ word }) => word === figure)?.name ?? figure;
    return text(partly ? 'form.gap.partly' : 'form.gap', { place: `${sheet} ${cell}`, project: project ?? about ?? '', name });
  }
}
customElements.define('form-result', FormResult);
