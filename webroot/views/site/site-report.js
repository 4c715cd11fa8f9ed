// What the phone asks: which milestone, how far, a photo, what is in the way; the rest only if somebody wants to. Says
// `choose` (a milestone), `draft` (what was typed), `send`, `still`.
import { html, nothing } from 'lit';
import { named, text } from '../../text/text.js';
import './cause-choice.js';
import { Element } from '../part/element.js';
import './percent-dial.js';
import './photo-strip.js';
import { daysOf } from '../part/words.js';

const FACTORS = ['land', 'relocation', 'funding', 'permits', 'utilities', 'technology', 'site-environment', 'weather', 'safety', 'other'];

class SiteReport extends Element {
  static properties = {
    steps: { attribute: false }, step: { attribute: false }, draft: { attribute: false }, last: { attribute: false }, today: { type: String }, said: { type: String },
  };

  #more = false;

  /** What a draft holds is shown when its milestone is opened; after that the finger decides. */
  willUpdate(changed) {
    if (changed.has('step') && changed.get('step')?.id !== this.step.id) this.#more = Boolean(this.draft.note || this.draft.forecast);
  }

  render() {
    const { draft, last, step } = this;
    const percent = draft.percent ?? Math.round(last.percent);
    const down = percent < last.percent;
    return html`
      <div class="chips" role="tablist">${this.steps.map((each) => html`<button role="tab" aria-selected=${each === step} data-milestone=${each.id}
        @click=${() => this.#say('choose', each.id)}>${named(each.name)} <small>${daysOf(each)}</small></button>`)}</div>
      <form @submit=${(event) => { event.preventDefault(); this.#say('send', percent); }} @input=${this.#typed}>
        <percent-dial .percent=${percent} .last=${last} .time=${step.time} @percent=${({ detail }) => this.#say('draft', { percent: detail })}></percent-dial>
        ${down ? html`<label class="needed">${text('report.note.needed')}${this.#line('note', true)}</label>` : nothing}
        <photo-strip .photos=${draft.photos} @photos=${({ detail }) => this.#say('draft', { photos: detail })}></photo-strip>
        <div class="pair"><label>${text('report.asOf')}<input type="date" name="asOf" .value=${draft.asOf || this.today} max=${this.today} required /></label>
          <label>${text('report.hinder')}<select name="factor">${['', ...FACTORS].map((factor) =>
            html`<option value=${factor} .selected=${factor === (draft.factor ?? '')}>${text(factor ? `factor.${factor}` : 'report.hinder.none')}</option>`)}</select></label></div>
        ${draft.factor ? html`<label>${text('report.hinder.text')}${this.#line('hinder', true)}</label>` : nothing}
        <details ?open=${this.#more}><summary>${text('report.details')}</summary>
          ${down ? nothing : html`<label>${text('report.note')}${this.#line('note')}</label>`}
          ${percent < 100 ? html`<label>${text('report.forecast')}<input type="date" name="forecast" min=${this.today} .value=${draft.forecast ?? ''} /></label>` : nothing}
          ${draft.forecast && percent < 100 ? html`<label class="needed">${text('cause.choose')}<cause-choice .required=${true} .chosen=${draft.cause}></cause-choice></label>` : nothing}</details>
        <div class="send"><button type="button" data-act="still-true" ?disabled=${this.said} @click=${() => this.#say('still')}>
            ${text(this.said === 'still' ? 'report.saved' : 'report.still')}</button>
          <button class="main" data-act="send" ?disabled=${this.said}>${this.said === 'send' ? text('report.saved') : text('report.send', { percent })}</button></div>
      </form>`;
  }

  #line(name, required = false) {
    return html`<input name=${name} maxlength="500" .value=${this.draft[name] ?? ''} ?required=${required} autocomplete="off" />`;
  }

  #typed({ target: { name, value } }) {
    if (name && value !== undefined && name !== 'photo' && name !== 'gallery') this.#say('draft', { [name]: value });
  }

  #say(what, detail) {
    this.dispatchEvent(new CustomEvent(what, { detail }));
  }
}
customElements.define('site-report', SiteReport);
