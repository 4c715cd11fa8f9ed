// What the list does not say and a person must. Event: `say` (detail: answers).
import { nothing } from 'lit';
import { fieldOf, longest, optionsOf } from '../../text/kinds.js';
import '../site/cause-choice.js';
import { opening, text } from '../../text/text.js';
import { SECTORS } from '../form/forms.js';
import { Element } from '../part/element.js';
import { html } from '../part/html.js';
import { MONEY } from './sheet-columns.js';

const YEAR = fieldOf('investment-planned', 'year');
const UNITS = ['wan', 'yi', 'yuan'];

class SheetQuestions extends Element {
  static properties = { reading: { attribute: false }, answers: { attribute: false }, day: { type: String } };

  render() {
    const { questions } = this.reading;
    const asks = {
      header: () => html`<label><span>${text(questions.includes('header') ? 'import.ask.header' : 'import.ask.header.row')}</span><input type="number" name="header" min="1" .value=${this.answers.header ?? ''} @change=${({ target }) => this.#say({ header: target.value })} /></label>`,
      name: () => html`<p class="fault" role="alert">${text('import.ask.name')}</p>`,
      unit: () => this.#unitless().map(({ letters, heading, unitsDiffer }) => html`<label><span>${text(unitsDiffer ? 'import.ask.units' : 'import.ask.unit', { heading })}</span>
        ${this.#choice(`unit.${letters}`, this.answers.units[letters], UNITS.map((unit) => [unit, text(`unit.${unit}`)]), (unit) => ({ units: { [letters]: unit } }))}</label>`),
      year: () => html`<label><span>${text('import.ask.year')}</span><input type="number" name="year" min=${YEAR.min} max=${YEAR.max} placeholder=${this.day.slice(0, 4)} .value=${this.answers.year ?? ''} @change=${({ target }) => this.#say({ year: target.value })} /></label>`,
      month: () => html`<label><span>${text('import.ask.month')}</span><input type="month" name="month" placeholder="2026-05" .value=${this.answers.month ?? ''} @change=${({ target }) => this.#say({ month: target.value })} /></label>`,
      sector: () => html`<label><span>${text('import.ask.sector')}</span>${this.#choice('sector', this.answers.sector, SECTORS.map((sector) => [sector, opening(text(`sector.${sector}`))]), (sector) => ({ sector }))}</label>`,
      stage: () => html`<label><span>${text('import.ask.stage')}</span>${this.#choice('stage', this.answers.stage, optionsOf('stage-changed', 'stage').map((stage) => [stage, opening(text(`stage.${stage}`))]), (stage) => ({ stage }))}</label>`,
      reason: () => html`<label class="wide"><span>${text('import.ask.reason')}</span><input name="reason" maxlength=${longest('project-described', 'reason')} placeholder=${text('import.ask.reason.hint')} .value=${this.answers.reason ?? ''} @change=${({ target }) => this.#say({ reason: target.value.trim() })} /></label>`,
      cause: () => html`<label><span>${text('import.ask.cause')}</span><cause-choice .chosen=${this.answers.cause} @change=${({ target }) => this.#say({ cause: target.value })}></cause-choice></label>`,
      plan: () => html`<label class="wide"><span>${text('import.ask.plan')}</span>${this.#choice('plan', this.answers.plan, ['even', 'none'].map((plan) => [plan, text(`import.plan.${plan}`)]), (plan) => ({ plan }))}</label>`,
      same: () => html`<p class="wide">${text('import.ask.same')} <button type="button" data-act="all-new" @click=${() => this.#say({ same: { '*': 'new' } })}>${text('import.ask.same.new')}</button></p>`,
    };
    // What was answered stays, to be answered otherwise.
    const shown = Object.keys(asks).filter((each) => questions.includes(each) || (each === 'unit' ? Object.keys(this.answers.units).length : each !== 'same' && this.answers[each]));
    return shown.length ? html`<section class="asks ${questions.length ? '' : 'done'}"><h3>${text('import.asks')}</h3><div class="fields">${shown.map((each) => asks[each]())}</div></section>` : nothing;
  }

  #unitless() {
    return this.reading.columns.filter(({ letters, field, unit, unitsDiffer }) => MONEY.has(field) && (!unit || unitsDiffer || this.answers.units[letters]));
  }

  #choice(name, chosen, options, answer) {
    return html`<select name=${name} @change=${({ target }) => this.#say(answer(target.value))}><option value="">${text('field.choose')}</option>
      ${options.map(([value, words]) => html`<option value=${value} ?selected=${value === chosen}>${words}</option>`)}</select>`;
  }

  #say(detail) {
    this.dispatchEvent(new CustomEvent('say', { detail }));
  }
}
customElements.define('sheet-questions', SheetQuestions);
