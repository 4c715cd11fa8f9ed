// How a board begins: what is there, what is missing, and where it is done. Gone when a first project lives.
import { nothing } from 'lit';
import { Refresh } from '../../store/refresh.js';
import { text } from '../../text/text.js';
import { Element } from '../part/element.js';
import { html } from '../part/html.js';
import { to } from '../part/link.js';

/** Each: its name, whether it is done, and the page where it is. */
const STEPS = [
  ['name', ({ named }) => named, 'board'],
  ['projects', ({ projects }) => projects > 0, 'import'],
  ['people', ({ projects, managed }) => projects > 0 && managed === projects, 'people'],
  ['plans', ({ projects, planned }) => projects > 0 && planned === projects, 'plans'],
  ['wall', ({ screens }) => screens > 0, 'screens'],
  ['contractors', ({ grants }) => grants > 0, 'access'],
];

class FirstSteps extends Element {
  static properties = { api: { attribute: false }, rev: { type: Number }, steps: { state: true } };

  #refresh = new Refresh(() => this.#load());

  connectedCallback() {
    super.connectedCallback();
    this.#load();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#refresh.end();
  }

  willUpdate(changed) {
    if (changed.get('rev') !== undefined) this.#refresh.moved();
  }

  render() {
    if (!this.steps || this.steps.done) return nothing;
    const next = STEPS.find(([, done]) => !done(this.steps));
    return html`<section class="first-steps"><h2>${text('first.title')}</h2><p class="keys">${text('first.how')}</p>
      <ol>${STEPS.map(([step, done, page]) => html`<li data-step=${step} class=${done(this.steps) ? 'done' : ''}><b>${text(`first.${step}`)}</b>
        <span>${text(`first.${step}.${done(this.steps) ? 'done' : 'how'}`)}${this.#count(step, done(this.steps))}</span>
        <a class=${step === next?.[0] ? 'button' : 'link-button'} data-open=${page} href=${to({ page })}>${text(`first.${step}.go`)}</a></li>`)}</ol></section>`;
  }

  /** How many of how many, where there are any. */
  #count(step, done) {
    const { projects, managed, planned, screens, grants } = this.steps;
    const [n, of] = { projects: [projects], people: [managed, projects], plans: [planned, projects], wall: [screens], contractors: [grants] }[step] ?? [];
    return done ? n === undefined || of ? '' : text('first.count', { n }) : of ? text('first.count.of', { n, of }) : '';
  }

  async #load() {
    // Without an answer nobody is led: what waits today is shown all the same.
    this.steps = await this.api.get('/api/first-steps').catch(() => this.steps);
  }
}
customElements.define('first-steps', FirstSteps);
