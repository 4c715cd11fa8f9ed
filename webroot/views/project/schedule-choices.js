// What a schedule file is, and what of it becomes milestones.
import { nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { text } from '../../text/text.js';
import { html } from '../part/html.js';

const CHARSETS = ['utf-8', 'gb18030', 'big5', 'windows-1252'];

/** @param choose takes what was chosen, {member: value} */
export function scheduleChoices(reading, choose) {
  const { file, schedules, schedule, levels, milestones, baselines, costs, choice, questions } = reading;
  const select = (name, words, options, value, said) => html`<label>${words}<select data-choice=${name} @change=${({ target }) => choose(said(target.value))}>
    ${options.map(([key, label]) => html`<option value=${key} .selected=${live(String(key) === String(value))}>${label}</option>`)}</select></label>`;
  const cuts = [...levels.map(({ level, lines }) => [level, text('schedule.level', { level, n: lines })]), ...(milestones ? [['milestones', text('schedule.milestones', { n: milestones })]] : [])];
  const days = [['', text('schedule.days.now')], ...baselines.map((n) => [n, n ? text('schedule.days.baseline', { n }) : text('schedule.days.first')])];
  return html`<p class="what">${text(`schedule.format.${file.format}`)}${file.charset ? html` · ${text(file.guessed ? 'schedule.charset.guessed' : 'schedule.charset', { charset: file.charset })}` : nothing}</p>
    <div class="fields">
      ${schedules.length > 1 ? select('schedule', text('schedule.which'), schedules.map(({ name, tasks }, i) => [i, text('schedule.of', { name, n: tasks })]), schedule, (i) => ({ schedule: i, level: null, by: null, baseline: null })) : nothing}
      ${select('cut', text('schedule.cut'), cuts, choice.by === 'milestones' ? 'milestones' : choice.level, (cut) => (cut === 'milestones' ? { by: cut, level: null } : { by: 'level', level: cut }))}
      ${select('weights', text('schedule.weights'), [['duration', text('schedule.weights.duration')], ...(costs ? [['cost', text('schedule.weights.cost')]] : [])], choice.weights, (weights) => ({ weights }))}
      ${baselines.length ? select('baseline', text('schedule.days'), days, choice.baseline ?? '', (baseline) => ({ baseline })) : nothing}
      ${file.format === 'xer' ? select('charset', text('schedule.charset.is'), [['', text('schedule.charset.find')], ...CHARSETS.map((each) => [each, each.toUpperCase()])], choice.charset ?? '', (charset) => ({ charset })) : nothing}</div>
    ${choice.by === 'milestones' ? html`<p class="quiet">${text('schedule.milestones.how')}</p>` : nothing}
    ${questions.map((question) => html`<p class="fault" role="alert">${text(`schedule.ask.${question}`)}</p>`)}`;
}
