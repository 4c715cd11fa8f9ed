// Plans for many projects at once: a row a project with its template and its two days, typed, filled or pasted; the plan each
// would get is seen before anything is told; then each is told as one batch. What has a plan keeps it. The office edits the templates.
import { nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { byName } from '../../store/by-name.js';
import { filled } from '../../store/grid.js';
import { PlanSheet } from '../../store/plan-sheet.js';
import { LAST_DAY } from '../../text/dates.js';
import { named, text } from '../../text/text.js';
import '../part/cell-grid.js';
import { Element } from '../part/element.js';
import { html } from '../part/html.js';
import { to } from '../part/link.js';
import { undoButtons } from '../part/undo-buttons.js';
import { mini } from './staged-plan.js';
import './template-desk.js';

class PlansDesk extends Element {
  static properties = {
    api: { attribute: false }, cards: { attribute: false }, person: { attribute: false }, day: { type: String }, asked: { attribute: false },
    templates: { state: true }, spans: { state: true }, fault: { state: true }, strays: { state: true }, at: { state: true }, every: { state: true }, read: { state: true }, busy: { state: true },
  };

  #sheet = null;

  connectedCallback() {
    super.connectedCallback();
    this.strays = [];
    this.at = 0;
    this.#load();
  }

  render() {
    if (!this.templates) return this.fault ? html`<p class="fault" role="alert">${this.fault}</p>` : nothing;
    const { cards } = this;
    const planned = cards.filter(({ milestones }) => milestones.length).length;
    return html`<h2>${text('nav.plans')} <small>${text('plans.so-far', { n: planned, of: cards.length })}</small></h2>
      <p class="keys">${text('plans.how')}</p>
      ${this.fault ? html`<p class="fault" role="alert">${this.fault}</p>` : nothing}
      ${this.#table()}
      ${this.person.role === 'office' ? html`<template-desk .api=${this.api} .templates=${this.templates} @told=${() => this.#load()}></template-desk>` : nothing}`;
  }

  get #sheetNow() {
    this.#sheet ??= new PlanSheet(this.api, ({ name }) => named(name), () => this.requestUpdate());
    this.#sheet.take(this.cards, this.templates, this.spans);
    return this.#sheet;
  }

  #table() {
    const sheet = this.#sheetNow;
    const rows = sheet.rows(this.every);
    if (!rows.length) return html`<p class="empty">${text('plans.none')} <button @click=${() => { this.every = true; }}>${text('plans.every')}</button></p>`;
    const columns = this.#columns(sheet);
    const ready = sheet.ready(rows);
    const row = rows[Math.min(this.at, rows.length - 1)];
    const edit = (next) => { sheet.edit(next); this.requestUpdate(); };
    return html`<form class="fill" @submit=${(event) => this.#fill(event, rows, columns)}><label>${text('plans.start')}<input type="date" name="start" max=${LAST_DAY} /></label><label>${text('plans.finish')}<input type="date" name="finish" max=${LAST_DAY} /></label>
        <button data-act="fill">${text('plans.fill')}</button><span class="gap"></span>${undoButtons(sheet.undo, () => { sheet.turned(); this.requestUpdate(); })}
        <label class="tick"><input type="checkbox" name="every" .checked=${Boolean(this.every)} @change=${({ target }) => { this.every = target.checked; }} /> ${text('plans.every')}</label></form>
      <cell-grid class="plans" label=${text('nav.plans')} .columns=${columns} .rows=${rows} .extra=${(each) => sheet.state(each.id).kind} @at=${({ detail }) => { this.at = detail; }}
        @edit=${({ detail }) => { this.strays = detail.spilled; edit(detail.rows); }} @paste-block=${(event) => this.#pasted(event, rows, columns)}
        @undo=${() => { sheet.undo.goBack(); sheet.turned(); this.requestUpdate(); }} @redo=${() => { sheet.undo.goForth(); sheet.turned(); this.requestUpdate(); }}></cell-grid>
      ${this.strays.length ? html`<div class="strays" role="alert"><p>${text('grid.strays', { n: this.strays.length })}</p><ul>${this.strays.map((each) => html`<li>${each}</li>`)}</ul></div>` : nothing}
      ${this.read ? html`<p class="saved" role="status">${text('plans.read', { n: this.read })}</p>` : nothing}
      <p class="acts"><button class="main" data-act="tell" ?disabled=${!ready.length || sheet.telling} @click=${() => this.#tell(ready)}>${sheet.telling
        ? text('plans.telling', { n: sheet.telling.done, of: sheet.telling.of }) : text('plans.tell', { n: ready.length })}</button>
        <span role="status">${this.#summary(sheet, rows)}</span></p>
      ${row ? keyed(row.id, html`<staged-plan .card=${sheet.card(row.id)} .state=${sheet.state(row.id)} .day=${this.day}></staged-plan>`) : nothing}`;
  }

  #columns(sheet) {
    return [
      { id: 'name', label: text('plans.project'), type: 'fixed' },
      { id: 'template', label: text('plans.template'), type: 'choice', options: this.templates.map(({ id, name }) => [id, named(name)]) },
      { id: 'start', label: text('plans.start'), type: 'date', edge: 'first' }, { id: 'finish', label: text('plans.finish'), type: 'date', edge: 'last' },
      { id: 'plan', label: text('topic.plan'), render: (row) => this.#state(sheet, row) },
    ];
  }

  /** What would become of it, or became. */
  #state(sheet, { id }) {
    const { kind, detail, seq, updates } = sheet.state(id);
    if (kind === 'told') return html`<a href=${to({ project: id })}>✓ ${text('desk.saved', { seq })}</a>`;
    if (kind === 'refused') return html`<span class="flaw">${detail}</span>`;
    if (kind === 'ready') return html`${mini(updates)}<small>${text('plans.steps', { n: updates.length })}</small>`;
    return html`<small>${text(`plans.${kind}`)}</small>`;
  }

  #summary(sheet, rows) {
    const refused = rows.filter(({ id }) => sheet.state(id).kind === 'refused').length;
    const told = rows.filter(({ id }) => sheet.state(id).kind === 'told').length;
    return [told && text('plans.told', { n: told }), refused && text('plans.refused', { n: refused })].filter(Boolean).join(text('join.clause'));
  }

  /** Typed once for all rows that have no days. */
  #fill(event, rows, columns) {
    event.preventDefault();
    const data = new FormData(event.target);
    let next = rows;
    for (const name of ['start', 'finish']) {
      const c = columns.findIndex(({ id }) => id === name);
      next.forEach((row, r) => {
        if (data.get(name) && !row.cells[name] && this.#sheet.state(row.id).kind !== 'planned') next = filled(next, columns, { top: r, left: c, bottom: r, right: c }, data.get(name));
      });
    }
    this.#sheet.edit(next);
    this.requestUpdate();
  }

  /** Lines that begin with names find their rows by them. */
  #pasted(event, rows, columns) {
    const names = new Map(rows.map(({ id }) => [id, this.#sheet.names(id)]));
    const found = byName(rows, columns.filter(({ render }) => !render), event.detail.block, names);
    this.read = found?.matched;
    if (!found) return;
    event.preventDefault();
    this.strays = found.strays;
    this.#sheet.edit(found.rows);
    this.requestUpdate();
  }

  async #tell(ready) {
    this.fault = await this.#sheet.tell(ready);
  }

  async #load() {
    try {
      ({ templates: this.templates, spans: this.spans } = await this.api.get('/api/templates'));
      this.fault = null;
    } catch (problem) {
      this.fault = problem.message;
    }
  }
}
customElements.define('plans-desk', PlansDesk);
