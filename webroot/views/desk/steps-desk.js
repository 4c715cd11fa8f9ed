// A board that begins in the middle of a year: what was done before it, of many projects in one grid. Each step is an entry of its
// own, of the day it was true and of the day it was told.
import { nothing } from 'lit';
import { byName } from '../../store/by-name.js';
import { joined } from '../../store/by-step.js';
import { StepSheet } from '../../store/step-sheet.js';
import { named, text } from '../../text/text.js';
import '../part/cell-grid.js';
import { Element } from '../part/element.js';
import { html } from '../part/html.js';
import { to } from '../part/link.js';
import { undoButtons } from '../part/undo-buttons.js';

class StepsDesk extends Element {
  static properties = { api: { attribute: false }, cards: { attribute: false }, day: { type: String }, fault: { state: true }, strays: { state: true } };

  #sheet = null;

  get #sheetNow() {
    this.#sheet ??= new StepSheet(this.api, named, () => this.requestUpdate());
    this.#sheet.take(this.cards, this.day);
    return this.#sheet;
  }

  render() {
    const sheet = this.#sheetNow;
    const rows = sheet.rows();
    return html`<h2>${text('steps.title')} <small>${text('steps.so-far', { n: rows.filter((row) => sheet.state(row).kind !== 'told').length })}</small></h2>
      <p class="keys">${text('steps.how')}</p>
      ${this.fault ? html`<p class="fault" role="alert">${this.fault}</p>` : nothing}
      ${rows.length ? this.#table(sheet, rows) : html`<p class="empty">${text('steps.none')}</p>`}`;
  }

  #table(sheet, rows) {
    const ready = sheet.ready(rows);
    const turned = () => { sheet.turned(); this.requestUpdate(); };
    return html`<p class="fill"><button data-act="as-planned" @click=${() => { sheet.asPlanned(); this.requestUpdate(); }}>${text('steps.as-planned')}</button><span class="gap"></span>${undoButtons(sheet.undo, turned)}</p>
      <cell-grid class="plans steps" label=${text('steps.title')} .columns=${this.#columns(sheet)} .rows=${rows} .extra=${(row) => sheet.state(row).kind}
        @paste-block=${(event) => this.#pasted(event, sheet, rows)} @edit=${({ detail }) => { this.strays = detail.spilled; sheet.edit(detail.rows); this.requestUpdate(); }} @undo=${() => { sheet.undo.goBack(); turned(); }} @redo=${() => { sheet.undo.goForth(); turned(); }}></cell-grid>
      ${this.strays?.length ? html`<div class="strays" role="alert"><p>${text('grid.strays', { n: this.strays.length })}</p><ul>${this.strays.map((each) => html`<li>${each}</li>`)}</ul></div>` : nothing}
      <p class="acts"><button class="main" data-act="tell" ?disabled=${!ready.length || sheet.telling} @click=${() => this.#tell(ready)}>${sheet.telling
        ? text('plans.telling', { n: sheet.telling.done, of: sheet.telling.of }) : text('steps.tell', { n: ready.length })}</button>
        <span role="status">${this.#summary(sheet, rows)}</span></p>`;
  }

  #columns(sheet) {
    return [
      { id: 'project', label: text('plans.project'), type: 'fixed' }, { id: 'name', label: text('desk.milestone'), type: 'fixed' }, { id: 'planned', label: text('steps.planned'), type: 'fixed' },
      { id: 'percent', label: text('steps.percent'), type: 'percent' }, { id: 'asOf', label: text('steps.as-of'), type: 'date' },
      { id: 'state', label: text('steps.state'), render: (row) => this.#state(sheet, row) },
    ];
  }

  #state(sheet, row) {
    const { kind, detail, seq } = sheet.state(row);
    if (kind === 'told') return html`<a href=${to({ project: row.project, milestone: row.step })}>✓ ${text('desk.saved', { seq })}</a>`;
    return kind === 'refused' ? html`<span class="flaw">${detail}</span>` : html`<small>${text(`steps.${kind}`)}</small>`;
  }

  #summary(sheet, rows) {
    const of = (wanted) => rows.filter((row) => sheet.state(row).kind === wanted).length;
    return [of('told') && text('steps.told', { n: of('told') }), of('refused') && text('plans.refused', { n: of('refused') })].filter(Boolean).join(text('join.clause'));
  }

  /** Lines that begin with a project and its step find their row, whatever their order. */
  #pasted(event, sheet, rows) {
    const names = new Map(rows.map(({ id, cells: { project, name } }) => [id, [`${project} ${name}`]]));
    const block = joined(event.detail.block, new Set([...names.values()].map(([name]) => name.replace(/\s/g, ''))));
    const found = byName(rows, this.#columns(sheet).filter(({ render }) => !render), block, names);
    if (!found) return;
    event.preventDefault();
    this.strays = found.strays;
    sheet.edit(found.rows);
    this.requestUpdate();
  }

  async #tell(ready) {
    this.fault = await this.#sheet.tell(ready);
  }
}
customElements.define('steps-desk', StepsDesk);
