// Safety on the site: what this company must put right and by when, what it found itself, and a hazard to report. Says `tell`
// (detail: {place, update, photos, then, kept}, `then` what follows once it has arrived, `kept()` called when it is on the phone).
import { nothing } from 'lit';
import { shortDate } from '../../text/dates.js';
import { text } from '../../text/text.js';
import { Element } from '../part/element.js';
import { problemOf } from '../part/faults.js';
import { html } from '../part/html.js';
import { dayOff } from '../part/words.js';
import { actOn } from './hazard-act.js';
import './hazard-form.js';
import { takeNotice } from './notice.js';

class SiteHazards extends Element {
  static properties = {
    api: { attribute: false }, project: { type: String }, hazards: { attribute: false }, items: { attribute: false }, drafts: { attribute: false }, today: { type: String }, busy: { type: Boolean }, open: { state: true }, fault: { state: true },
  };

  render() {
    const waiting = this.hazards.filter(({ closed }) => !closed);
    return html`<h2>${text('site.safety')}</h2>
      ${this.fault ? html`<p class="fault" role="alert">${this.fault}</p>` : nothing}
      ${waiting.length ? html`<ul>${waiting.map((hazard) => this.#hazard(hazard))}</ul>` : nothing}
      ${this.open === 'found' ? this.#form('found', 'hazard-found') : html`<button class="plain" data-act="hazard" @click=${() => { this.open = 'found'; }}>${text('tell.hazard-found')}</button>`}`;
  }

  /** Opens what was not accepted, to be written anew; `then`: the fix that waits for it, which comes along. → once it is kept. */
  edit({ key, update, photos, ...refused }, then) {
    const found = update.kind === 'hazard-found';
    this.open = found ? 'found' : update.hazard;
    const fix = found && { fixed: Boolean(then), how: then?.update.text, after: then?.photos };
    return this.drafts.change(this.#place(this.open), { ...update, asOf: undefined, photos, ...fix, replaces: key, problem: problemOf(refused) });
  }

  #hazard(hazard) {
    const { seq, status, place, text: said, notice, deadline, until, past, recheck } = hazard;
    const act = actOn(hazard, this.today);
    const due = status === 'noticed' || status === 'sent-back';
    return html`<li data-hazard=${seq} data-status=${status} class=${past ? 'late' : ''}>
      <span>${place}${text('join.that')}${said}<small>${[notice, due && deadline && text('site.deadline', { date: shortDate(deadline) }) + dayOff({ until }), past && text('days.late', { days: past }),
        status === 'sent-back' && recheck].filter(Boolean).join(' · ')}</small></span>
      <p>${this.#act(hazard, act)}${notice ? html`<button class="plain" data-act="paper" @click=${() => this.#take(seq)}>${text('paper.rectification')}</button>` : nothing}</p></li>${this.open === seq ? html`<li>${this.#form(seq, act)}</li>` : nothing}`;
  }

  #act({ seq, status }, act) {
    const sent = this.items.find(({ update, state }) => update.hazard === seq && (state === 'queued' || state === 'sending'));
    if (sent || !act) return html`<em>${text(sent ? `report.state.${sent.state}` : `hazard.${status}`)}</em>`;
    return this.open === seq ? nothing : html`<button data-act=${act} @click=${() => { this.open = seq; }}>${text(`tell.${act}`)}</button>`;
  }

  async #take(hazard) {
    this.fault = await takeNotice(this.api, this.project, hazard).then(() => null, ({ message }) => message);
  }

  #form(about, kind) {
    const place = this.#place(about);
    const draft = kind && this.drafts.of(place);
    if (!draft) return nothing;
    return html`<hazard-form .kind=${kind} .draft=${draft} ?busy=${this.busy} @draft=${({ detail }) => this.drafts.change(place, { ...detail, problem: undefined })}
      @send=${() => this.#send(about, kind, draft)} @close=${() => { this.open = null; }}></hazard-form>`;
  }

  #send(about, kind, { severity, place, text: said, photos, fixed, how, after }) {
    const found = kind === 'hazard-found';
    const asOf = this.today;
    const update = found ? { kind, severity, place, text: said, asOf } : { kind, hazard: about, text: said, asOf };
    const then = found && fixed && severity !== 'major' ? { update: { kind: 'hazard-fixed-on-spot', text: how, asOf }, photos: after } : null;
    const kept = () => { this.open = null; };
    this.dispatchEvent(new CustomEvent('tell', { detail: { place: this.#place(about), update, photos, then, kept } }));
  }

  #place(about) {
    return `hazard.${this.project}.${about}`;
  }
}
customElements.define('site-hazards', SiteHazards);
