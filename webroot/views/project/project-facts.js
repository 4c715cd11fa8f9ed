// What was entered of a project beside its milestones: money, landmarks, stoppages, relocation, petitions, each with its age.
// What was not entered is not there.
import { nothing } from 'lit';
import { age, dayOf, fullDate, monthYear, shortDate } from '../../text/dates.js';
import { COUNTS, labelOf, word } from '../../text/kinds.js';
import { amount } from '../../text/numbers.js';
import { named, opening, text } from '../../text/text.js';
import { Element } from '../part/element.js';
import { html } from '../part/html.js';
import { beyond, left } from '../part/on-paper.js';
import { worth } from '../part/present.js';
import { by } from '../part/words.js';

/** Days of the site's diary that one looks back on. */
const PAGES = 5;
/** On paper, of what grows: contracts, stoppages, days of the diary. */
const FEW = 3;
const KIND = 'project-described';
const wan = (value) => text('facts.wan', amount(value));

class ProjectFacts extends Element {
  static properties = { card: { attribute: false }, detail: { attribute: false }, petitions: { attribute: false }, now: { type: Number } };

  render() {
    // What the head of the page says already is not printed twice.
    const facts = [this.#lines(this.#about(), 0), this.#lines([...this.#capacity(), ...this.#described(), ...this.#money(), ...this.#landmarks(), ...this.#permits()]),
      this.#growing(this.#contracts()), this.#growing(this.#pauses()), this.#lines([...this.#relocation(), ...this.#petitions()]), this.#growing(this.#diary())].flat();
    return facts.length ? html`<dl class="facts">${facts}</dl>` : nothing;
  }

  #lines(facts, most = Infinity) {
    return facts.map(([label, value, aside], i) => html`<div class=${beyond(i, most)}><dt>${label}</dt><dd>${value}${aside ? html` <small>${aside}</small>` : nothing}</dd></div>`);
  }

  #growing(facts) {
    const more = left(facts.length, FEW);
    return [this.#lines(facts, FEW), more ? html`<div class="on-paper"><dt></dt><dd><small>${more}</small></dd></div>` : nothing];
  }

  #about() {
    const { owner, stage } = this.card;
    const { managers } = this.detail ?? {};
    return [[text('field.stage'), opening(text(`stage.${stage}`))], owner && [text('field.owner'), owner], managers?.length && [text('facts.managers'), managers.join(text('join.and'))]].filter(Boolean);
  }

  #capacity() {
    const { capacity } = this.card;
    return capacity ? [[text('facts.capacity'), named(capacity)]] : [];
  }

  #described() {
    const { description = {} } = this.detail ?? {};
    const { place, content, code, ownerCode, tier, land, nature, unit, lead, contact, begins, ends, listed, aliases = [] } = description;
    const days = (begins || ends) && html`<span class="days">${begins ? fullDate(begins) : '…'}</span> – <span class="days">${ends ? fullDate(ends) : '…'}</span>`;
    return [[labelOf(KIND, 'place'), place], ['field.content', content], ['field.nature', nature], ['field.unit', unit], ['field.lead', lead], ['field.contact', contact], ['facts.span', days],
      ['facts.land', land && text('facts.mu.of', { n: land })], ['field.code', code], ['field.ownerCode', ownerCode], ['field.tier', tier && text(`tier.${tier}`)], ['field.listed', listed && text(`listed.${listed}`)], ['field.aliases', aliases.join(text('join.and'))]].filter(([, value]) => value).map(([label, value]) => [text(label), value]);
  }

  #money() {
    const { total, year, planned, completed, completedInAll, rate, month, at } = this.card.investment ?? {};
    if (!at) return [];
    const { land, works } = this.detail ?? {};
    return [
      total !== undefined && [text('facts.total'), wan(total), completedInAll !== undefined && text('facts.inAll', { n: wan(completedInAll) })],
      land !== undefined && [text('facts.landCost'), wan(land)],
      planned !== undefined && [text('facts.planned', { year }), wan(planned)],
      works?.[year] && [text('facts.yearWork', { year }), works[year]],
      completed !== undefined && [text('facts.completed', { year }), wan(completed), [rate !== undefined && `${rate}%`, month && text('facts.month', { month: monthYear(`${month}-01`) }), age(at, this.now)].filter(Boolean).join(' · ')],
    ].filter(Boolean);
  }

  #landmarks() {
    return Object.entries(this.card.landmarks ?? {}).map(([landmark, on]) => [opening(text(`landmark.${landmark}`)), fullDate(on)]);
  }

  #permits() {
    return Object.values(this.detail?.permits ?? {}).map(({ permit, document, on }) => [opening(text(`permit.${permit}`)), document ?? text('facts.held'), on && fullDate(on)]);
  }

  #contracts() {
    return Object.values(this.detail?.contracts ?? {}).map((contract) => {
      const { signed: { title, party, amount: first, on } } = contract;
      const now = worth(contract);
      return [text('facts.contract', { title }), now === first ? wan(now) : html`<s>${wan(first)}</s> ${wan(now)}`, [party, fullDate(on)].join(' · ')];
    });
  }

  #pauses() {
    return (this.detail?.pauses ?? []).map(({ from, to, reason, approver }) => [
      text('facts.pause'), `${shortDate(dayOf(from))} – ${to ? shortDate(dayOf(to)) : text('facts.still')}`, [reason, approver].filter(Boolean).join(' · ')]);
  }

  #relocation() {
    const { households, mu, asOf } = this.card.relocation ?? {};
    const line = (counts) => COUNTS.map((each) => `${text(`counts.${each}`)} ${counts[each]}`).join(' · ');
    const aside = asOf && text('desk.asOf', { date: shortDate(asOf) });
    return [households && [text('facts.households'), line(households), aside], mu && [text('facts.mu'), line(mu), aside]].filter(Boolean);
  }

  #diary() {
    return (this.detail?.diary ?? []).slice(0, PAGES).map((page) => [
      shortDate(page.said.asOf), text('facts.diary', { ...page.said, weather: word('site-diary', 'weather', page.said.weather) }), [page.said.note, by(page.by)].filter(Boolean).join(' · ')]);
  }

  #petitions() {
    if (!this.petitions) return [];
    const { level, open, asOf } = this.petitions;
    return [[text('tell.petitions-counted'), text('facts.petitions', { level: text(`petition.${level}`), n: open }), text('desk.asOf', { date: shortDate(asOf) })]];
  }
}
customElements.define('project-facts', ProjectFacts);
