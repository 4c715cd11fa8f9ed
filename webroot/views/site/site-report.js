// What the phone asks: which milestone, how far, a photo, what is in the way; the rest only if somebody wants to. Who changed
// nothing sends nothing. Says `choose` (a milestone), `draft` (what was typed), `send`, `still`.
import { nothing } from 'lit';
import { whole } from '../../store/sending.js';
import { fieldOf, optionsOf, stepOf, word } from '../../text/kinds.js';
import { named, opening, text } from '../../text/text.js';
import { LAST_DAY, shortDate } from '../../text/dates.js';
import { html } from '../part/html.js';
import './cause-choice.js';
import { Flawed } from './flaws.js';
import './percent-dial.js';
import './photo-strip.js';
import { daysOf } from '../part/words.js';

/** What a report may say beside its percent: each of it is something new. */
const adds = ({ photos, note, forecast, factor, replaces }) => Boolean(photos?.length || note?.trim() || forecast || factor || replaces);

/** A fold that opens behind the bar of the button looks as if it had not. */
const intoSight = ({ target }) => target.open && target.scrollIntoView({ block: 'nearest' });

class SiteReport extends Flawed {
  static properties = {
    steps: { attribute: false }, step: { attribute: false }, last: { attribute: false }, today: { type: String }, said: { attribute: false },
  };

  #more = false;

  /** What a draft holds is shown when its milestone is opened; after that the finger decides. */
  willUpdate(changed) {
    if (changed.has('step') && changed.get('step')?.id !== this.step.id) this.#more = Boolean(this.draft.note || this.draft.forecast);
  }

  render() {
    const { draft, last, step } = this;
    const { measure } = step;
    const [is, was] = measure ? [draft.done ?? last.done, last.done] : [draft.percent ?? last.percent, last.percent];
    const figure = measure ? { done: is } : { percent: is };
    const open = !whole(step, figure);
    const down = is < was;
    const same = is === was && !adds(draft);
    return html`
      <div class="chips" role="tablist">${this.steps.map((each) => html`<button role="tab" aria-selected=${each === step} data-milestone=${each.id}
        @click=${() => this.#say('choose', each.id)}>${named(each.name)} <small>${daysOf(each)}</small></button>`)}</div>
      <form @submit=${(event) => { event.preventDefault(); if (!same) this.#say('send', figure); }} @input=${this.#typed}>
        ${this.loose}
        ${measure ? this.#quantity(measure, is) : html`<percent-dial data-field="percent" .percent=${is} .last=${last} .time=${step.time} @percent=${({ detail }) => this.#say('draft', { percent: detail })}></percent-dial>`}${this.flaw('percent')}
        ${down ? html`<label class="needed">${text('report.note.needed')}${this.#line('note', true)}</label>` : nothing}
        <photo-strip data-field="photos" .photos=${draft.photos} @photos=${({ detail }) => this.#say('draft', { photos: detail })}></photo-strip>${this.flaw('photos')}
        <div class="pair"><label>${text('report.asOf')}<input type="date" name="asOf" .value=${draft.asOf || this.today} max=${this.today} required />${this.flaw('asOf')}</label>
          <label>${text('report.hinder')}<select name="factor">${['', ...optionsOf('blocker-raised', 'factor')].map((factor) =>
            html`<option value=${factor} .selected=${factor === (draft.factor ?? '')}>${factor ? opening(word('blocker-raised', 'factor', factor)) : text('report.hinder.none')}</option>`)}</select></label></div>
        ${draft.asOf && draft.asOf < step.asOf ? html`<small class="flaw">${text('report.asOf.older', { date: shortDate(step.asOf) })}</small>` : nothing}
        ${draft.factor ? html`<label>${text('report.hinder.text')}${this.#line('hinder', true)}</label>` : nothing}
        <details ?open=${this.#more || this.flaws?.at.has('forecast') || this.flaws?.at.has('cause')} @toggle=${intoSight}><summary>${text('report.details')}</summary>
          ${down ? nothing : html`<label>${text('report.note')}${this.#line('note')}</label>`}
          ${open ? html`<label>${text('report.forecast')}<input type="date" name="forecast" min=${this.today} max=${LAST_DAY} .value=${draft.forecast ?? ''} />${this.flaw('forecast')}</label>` : nothing}
          ${draft.forecast && open ? html`<label class="needed">${text('cause.choose')}<cause-choice .required=${true} .chosen=${draft.cause}></cause-choice>${this.flaw('cause')}</label>` : nothing}</details>
        ${same && !this.said ? html`<small class="same">${text('report.same')}</small>` : nothing}
        <div class="send"><button type="button" data-act="still-true" ?disabled=${this.said} @click=${() => this.#say('still')}>${text(this.#word('still', 'report.still'))}</button>
          <button class="main ${same && !this.said ? 'idle' : ''}" data-act="send" ?disabled=${this.said || same}>${text(this.#word('send', measure ? 'report.send.quantity' : 'report.send'), { ...figure, unit: measure?.unit })}</button></div>
      </form>`;
  }

  /** Of a step that is counted: how much since the start. */
  #quantity({ total, unit }, done) {
    const { last } = this;
    const bounds = fieldOf('progress-reported', 'done');
    return html`<div class="quantity" data-field="done"><label>${text('report.quantity', { unit })}<input type="number" inputmode="decimal" min="0" max=${bounds.max} step=${stepOf(bounds)} data-quantity required
        .value=${String(done)} @input=${this.#counted} /></label>
      <p><span>${text('report.quantity.last', { done: last.done, unit })}${text(`report.last.${last.state}`)}</span><span>${text('report.quantity.total', { total, unit })}</span></p></div>${this.flaw('done')}`;
  }

  /** Of a press: that it is being kept, and only once it is, that it is. */
  #word(what, usual) {
    return this.said?.what === what ? `report.${this.said.how}` : usual;
  }

  #line(name, required = false) {
    return html`<input name=${name} maxlength=${name === 'hinder' ? fieldOf('blocker-raised', 'text').longest : fieldOf('progress-reported', name).longest} .value=${this.draft[name] ?? ''} ?required=${required} autocomplete="off" />${this.flaw(name)}`;
  }

  /** A number that is half typed is empty to its browser: it is not put into the field, and the form waits for it. */
  #counted(event) {
    event.stopPropagation();
    if (event.target.value) this.#say('draft', { done: Number(event.target.value) });
  }

  #typed({ target: { name, value } }) {
    if (name && value !== undefined && name !== 'photo' && name !== 'gallery') this.#say('draft', { [name]: value });
  }

  #say(what, detail) {
    this.dispatchEvent(new CustomEvent(what, { detail }));
  }
}
customElements.define('site-report', SiteReport);
