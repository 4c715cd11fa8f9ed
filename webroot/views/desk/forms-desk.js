// Forms of offices upward, in their own make: one is chosen, filled for a month as known on a day, looked at and taken. The office sends
// new ones and says how they are filled.
import { nothing } from 'lit';
import { newKey } from '../../http/key.js';
import { language, named, text } from '../../text/text.js';
import { Acting } from '../part/acting.js';
import { html } from '../part/html.js';
import { take } from '../part/take.js';
import '../form/sure-button.js';
import '../sheet/form-editor.js';
import '../sheet/form-result.js';

class FormsDesk extends Acting {
  /** `month`, `asOf`: of the tables beside it. */
  static properties = { api: { attribute: false }, cards: { attribute: false }, month: { type: String }, asOf: { type: String }, edits: { type: Boolean }, forms: { state: true }, figures: { state: true }, chosen: { state: true }, project: { state: true }, revision: { state: true }, notes: { state: true }, editing: { state: true }, result: { state: true } };

  constructor() {
    super();
    this.notes = true;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#list();
  }

  willUpdate(changed) {
    if (['month', 'asOf', 'chosen', 'project', 'revision'].some((each) => changed.has(each))) this.result = null;
  }

  get #form() {
    return this.forms?.find(({ id }) => id === this.chosen) ?? this.forms?.[0];
  }

  render() {
    if (!this.forms) return this.refusal;
    return html`<section class="foreign"><h3>${text('form.title')}</h3>
      ${this.refusal}
      ${this.editing ? html`<form-editor .api=${this.api} .file=${this.editing.file} .form=${this.editing.form} .figures=${this.figures} @saved=${this.#saved} @left=${() => { this.editing = null; }}></form-editor>`
        : html`${this.#form ? this.#choices(this.#form) : html`<p class="empty">${text(this.edits ? 'form.none.office' : 'form.none')}</p>`}
          ${this.edits ? html`<p class="acts"><label class="link-button" data-act="send">${text('form.send')}<input type="file" name="form-file" hidden accept=".xlsx" ?disabled=${this.busy} @change=${({ target }) => this.#send(target)} /></label> <small class="quiet">${text('form.send.how')}</small></p>` : nothing}
          ${this.busy ? html`<p class="quiet" role="status">${text('form.reading')}</p>` : nothing}
          ${this.result ? html`<form-result .result=${this.result} .figures=${this.figures}></form-result>` : nothing}`}</section>`;
  }

  #choices(form) {
    const { revisions, ofProject } = form;
    return html`<div class="choices tables">
      <label>${text('form.which')} <select name="form" @change=${({ target }) => { this.chosen = target.value; this.revision = null; }}>${this.forms.map(({ id, name }) => html`<option value=${id} ?selected=${id === form.id}>${name}</option>`)}</select></label>
      ${ofProject ? html`<label>${text('form.project')} <select name="form-project" @change=${({ target }) => { this.project = target.value; }}>${this.cards.map((card) => html`<option value=${card.id} ?selected=${card.id === this.#of(form)}>${named(card.name)}</option>`)}</select></label>` : nothing}
      ${revisions.length > 1 ? html`<label>${text('form.revision')} <select name="revision" @change=${({ target }) => { this.revision = Number(target.value); }}>${[...revisions].reverse().map(({ seq, at }) => html`<option value=${seq} ?selected=${seq === (this.revision ?? form.revision)}>${text('form.revision.at', { day: at.slice(0, 10), seq })}</option>`)}</select></label>` : nothing}
      <label class="tick"><input type="checkbox" name="notes" ?checked=${this.notes} @change=${({ target }) => { this.notes = target.checked; }} /> ${text('form.notes.add')}</label>
      <button data-act="look" ?disabled=${this.busy} @click=${() => this.#look(form)}>${text('form.look')}</button>
      <button class="main" data-act="take-form" ?disabled=${this.busy} @click=${() => this.attempt(() => take(this.api, this.#address(form, '/xlsx'), `${form.name} ${this.month}.xlsx`))}>${text('tables.download')}</button>
      ${this.edits ? html`<button data-act="edit-form" ?disabled=${this.busy} @click=${() => { this.editing = { file: { file: form.file, name: form.fileName }, form }; }}>${text('form.edit')}</button>
        <sure-button act="retire-form" label=${text('tell.form-retired')} @sure=${() => this.#retire(form)}></sure-button>` : nothing}</div>
      <p class="quiet">${text('form.for', { month: this.month, day: this.asOf })}</p>`;
  }

  #of({ ofProject }) {
    return ofProject ? this.project ?? this.cards[0]?.id : null;
  }

  #address(form, file = '') {
    const project = this.#of(form);
    return `/api/forms/${form.id}${file}?${new URLSearchParams({ month: this.month, asOf: this.asOf, lang: language, revision: this.revision ?? form.revision, ...(project && { project }), ...(!this.notes && { notes: 'none' }) })}`;
  }

  #look(form) {
    return this.attempt(async () => {
      this.result = await this.api.get(this.#address(form));
    });
  }

  #list() {
    return this.attempt(async () => {
      const { forms, figures } = await this.api.get(`/api/forms?lang=${language}`);
      this.forms = forms;
      this.figures = figures;
    });
  }

  #send(input) {
    const [file] = input.files;
    if (!file) return;
    this.attempt(async () => {
      const sent = await this.api.form(`/api/forms/files?${new URLSearchParams({ name: file.name.slice(0, 120) })}`, file);
      this.editing = { file: { ...sent, name: file.name }, form: null };
    });
    input.value = ''; // the same file again, corrected, is another
  }

  async #saved({ detail }) {
    this.editing = null;
    this.chosen = detail;
    this.revision = null;
    await this.#list();
    this.result = null;
  }

  #retire({ id, name }) {
    return this.attempt(async () => {
      await this.api.post('/api/updates', { kind: 'form-retired', form: id, name }, newKey());
      await this.#list();
    });
  }
}
customElements.define('forms-desk', FormsDesk);
