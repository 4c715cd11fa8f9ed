// The minutes of a meeting as a sheet to print and sign: who was there, what was decided, what was spoken of with the lamps
// as they stood then.
import { nothing } from 'lit';
import { fullDate, longDate, minuteTime } from '../../text/dates.js';
import { named, text } from '../../text/text.js';
import { Element } from '../part/element.js';
import { html } from '../part/html.js';
import { lamp } from '../part/lamp.js';
import { inOneLine, ways, why } from '../part/words.js';

const COLOURS = ['red', 'yellow', 'green', 'grey', 'done'];

class MinutesSheet extends Element {
  static properties = { minutes: { attribute: false } };

  render() {
    const { title, day, at, by, present, note, seq, seal, mark, lamps, noted, decisions, agenda } = this.minutes;
    return html`<article class="minutes">
      <h1>${title}<small>${text('meeting.minutes')}</small></h1>
      <dl><dt>${text('meeting.when')}</dt><dd>${longDate(day)} ${text('meeting.closed', { time: minuteTime(Date.parse(at)) })}</dd>
        <dt>${text('meeting.present')}</dt><dd>${present ?? text('meeting.unsaid')}</dd>
        <dt>${text('meeting.by')}</dt><dd>${by}</dd>
        <dt>${text('meeting.lamps')}</dt><dd class="count">${COLOURS.filter((colour) => lamps[colour]).map((colour) => html`<span>${lamp(colour)}${text(`lamp.${colour}`)} ${lamps[colour]}</span>`)}</dd></dl>
      <h2>${text(noted ? 'meeting.decisions' : 'meeting.ordered')}</h2>
      ${decisions.length ? html`<table class="decided"><thead><tr><th>${text('meeting.number')}</th><th>${text('field.text')}</th><th>${text('field.directive-issued.owner')}</th><th>${text('field.deadline')}</th><th>${text('meeting.status')}</th></tr></thead>
        <tbody>${decisions.map(({ name, directive }, i) => html`<tr data-decision=${directive.seq}><td>${i + 1}</td><td><b>${named(name)}</b>${directive.text}</td>
          <td>${directive.owner ?? ''}</td><td>${fullDate(directive.deadline)}</td><td class=${directive.past ? 'late' : ''}>${text(`directive.${directive.status}`)}${
            directive.past ? html`<small>${text('days.late', { days: directive.past })}</small>` : nothing}</td></tr>`)}</tbody></table>` : html`<p class="quiet">${text('meeting.none')}</p>`}
      ${agenda.length ? html`<h2>${text('meeting.spoken')}</h2>
      <table><thead><tr><th>${text('meeting.lamp')}</th><th>${text('access.project')}</th><th>${text('meeting.why')}</th><th class="number">${text('desk.progress')}</th><th class="number">${text('wall.timeShort')}</th><th>${text('meeting.state')}</th></tr></thead>
        <tbody>${agenda.map(({ card, why: reason }) => this.#topic(card, reason))}</tbody></table>` : nothing}
      ${note ? html`<h2>${text('meeting.note')}</h2><p class="said">${note}</p>` : nothing}
      <footer>${text('meeting.kept', { seq })}<br />${text('meeting.seal', { seq, seal })}<br />${text('meeting.mark', { mark })}</footer></article>`;
  }

  #topic(card, reason) {
    const { progress } = card;
    return html`<tr data-topic=${card.id}><td>${lamp(card.lamp.colour)}</td><th>${named(card.name)}</th><td>${text(reason ? `meeting.${reason}` : 'meeting.added')}</td>
      <td class="number">${progress ? `${progress.verified}%` : '—'}</td><td class="number">${progress ? `${progress.time}%` : '—'}</td>
      <td>${inOneLine(why(card))}${ways(card).length ? html`<small>${text('way.title')}${text('join.that')}${ways(card).join(text('join.clause'))}</small>` : nothing}</td></tr>`;
  }
}
customElements.define('minutes-sheet', MinutesSheet);
