// One rule set being edited, with its name and the reason for adopting it. Says what is wrong before the board is asked. What of a
// set has no field here goes through it as it is.
// Events: `preview` (detail: the set, or null while it is none), `adopted` (detail: the entry's seq), `moved`.
import { nothing } from 'lit';
import { Problem } from '../../http/api.js';
import { longest } from '../../text/kinds.js';
import { named, text } from '../../text/text.js';
import { html } from '../part/html.js';
import { lamp } from '../part/lamp.js';
import { Sheet } from './draft-form.js';

const DAYS = ['late', 'forecastLate', 'blockerOpen', 'blockerPromise'];
/** What names a set and decides no lamp. */
const NAMES = ['zh', 'en', 'source.zh', 'source.en', 'reason'];
const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

/** The same in one order, however deep: two that say the same look the same. */
const sorted = (value) => (value && typeof value === 'object' && !Array.isArray(value)
  ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => a.localeCompare(b)).map(([name, each]) => [name, sorted(each)])) : value);

/** The next version of an id that nobody used: daguan-1 → daguan-2. */
function nextId(id, taken) {
  const stem = id.replace(/-\d+$/, '');
  let n = Number(id.match(/-(\d+)$/)?.[1] ?? 1);
  while (taken.includes(`${stem}-${n}`)) n++;
  return [`${stem}-${n}`, n];
}

class RulesForm extends Sheet {
  static properties = {
    set: { attribute: false }, inForce: { attribute: false }, taken: { attribute: false }, api: { attribute: false }, ready: { type: Boolean }, edited: { state: true }, wrong: { state: true },
  };

  get place() {
    return `rules.${this.set.id}`;
  }

  get subject() {
    return { inForce: this.inForce };
  }

  render() {
    const { set } = this;
    const number = (name, value, more) => html`<input type="number" min="0" step=${more?.step ?? 1} max=${more?.max ?? nothing} name=${name} .defaultValue=${value ?? ''} />`;
    const pair = (name, rule, more) => html`<fieldset data-rule=${name}><legend>${text(`rules.${name}`)}</legend>${more?.measure ?? nothing}
      ${['yellow', 'red'].map((colour) => html`<label>${lamp(colour)}${number(`${name}.${colour}`, rule?.[colour], more)}${more?.above ? above(`${name}.${colour}Above`, rule) : nothing}</label>`)}
      ${this.wrong?.[name] ? html`<small class="flaw" role="alert">${text(this.wrong[name])}</small>` : nothing}</fieldset>`;
    const above = (name, rule) => html`<label class="above"><input type="checkbox" name=${name} .defaultChecked=${rule?.[name.split('.')[1]] ?? false} />${text('rules.above')}</label>`;
    const measure = html`<select name="behind.measure" aria-label=${text('rules.measure')}>${['points', 'share'].map((each) =>
      html`<option value=${each} ?selected=${each === set.behind?.measure}>${text(`measure.${each}`)}</option>`)}</select>`;
    return html`<form class="sheet rules" @submit=${this.#adopt}>
      ${set.source ? html`<p class="wide quiet">${named(set.source)}</p>` : nothing}
      ${DAYS.map((name) => pair(name, set[name]))}${pair('behind', set.behind, { step: 'any', measure, above: true })}
      <fieldset data-rule="dueSoon"><legend>${text('rules.dueSoon')}</legend><label>${text('rules.dueSoon.days')}${number('dueSoon.days', set.dueSoon?.days)}</label>
        <label>${text('rules.dueSoon.remaining')}${number('dueSoon.remaining', set.dueSoon?.remaining, { step: 'any', max: 100 })}</label>
        ${this.wrong?.dueSoon ? html`<small class="flaw" role="alert">${text(this.wrong.dueSoon)}</small>` : nothing}</fieldset>
      ${this.edited ? html`<p class="wide quiet" data-version>${text('rules.version', { id: this.edited.id })}</p>
        <label>${text('field.name.zh')}<input name="zh" required maxlength=${longest('rules-adopted', 'rules.name.zh')} .defaultValue=${this.edited.name.zh} /></label>
        <label>${text('field.name.en')}<input name="en" maxlength=${longest('rules-adopted', 'rules.name.en')} .defaultValue=${this.edited.name.en ?? ''} /></label>
        ${['zh', 'en'].map((each) => html`<label class="wide">${text(`rules.source.${each}`)}<textarea name=${`source.${each}`} rows="3" maxlength=${longest('rules-adopted', `rules.source.${each}`)} .defaultValue=${set.source?.[each] ?? ''}></textarea></label>`)}` : nothing}
      <label class="wide">${text('rules.reason')}<input name="reason" required maxlength=${longest('rules-adopted', 'reason')} />${this.flaw('reason')}</label>
      ${this.notes()}
      ${this.sender('rules.adopt', !this.ready || Boolean(this.wrong))}</form>`;
  }

  opened() {
    this.#look();
  }

  typed(event) {
    super.typed(event);
    this.#look(event.target.name);
  }

  /** Reads the form: what is wrong with it, and else what the board would be. */
  #look(changed = '') {
    const typed = this.#typed();
    this.wrong = this.#faults(typed);
    const known = same(typed, this.#rules(this.set));
    const [id, n] = nextId(this.set.id, this.taken);
    this.edited = known ? null : { id, name: this.#named(n) };
    if (NAMES.includes(changed)) return;
    this.#say('preview', this.wrong ? null : this.#whole(typed));
  }

  #rules({ id, name, source, ...rules }) {
    return sorted(rules);
  }

  /** What the form says: a rule without a number is not applied; what it has no field for stays as it was. */
  #typed() {
    const data = new FormData(this.form);
    const rules = JSON.parse(JSON.stringify(this.#rules(this.set)));
    for (const rule of [...DAYS, 'behind', 'dueSoon']) {
      const fields = [...this.form.elements].filter(({ name }) => name?.startsWith(`${rule}.`));
      const typed = Object.fromEntries(fields.map(({ name, type }) => [name.split('.')[1], type === 'checkbox' ? data.has(name) : data.get(name)]));
      const known = rules[rule] ?? {};
      const numbers = Object.entries(typed).filter(([field, value]) => typeof value === 'string' && field !== 'measure' && value !== '');
      if (!numbers.length) {
        delete rules[rule];
        continue;
      }
      for (const [field, value] of Object.entries(typed)) {
        if (value === '' || value === false && known[field] === undefined) delete known[field];
        else known[field] = typeof value === 'boolean' || field === 'measure' ? value : Number(value);
      }
      rules[rule] = known;
    }
    return this.#rules(rules);
  }

  #faults(rules) {
    const wrong = {};
    for (const name of [...DAYS, 'behind']) {
      if (!rules[name]) continue;
      const { yellow, red } = rules[name];
      if (yellow === undefined || red === undefined) wrong[name] = 'rules.half';
      else if (yellow > red) wrong[name] = 'rules.unordered';
    }
    const soon = rules.dueSoon;
    if (soon && (soon.days === undefined || soon.remaining === undefined)) wrong.dueSoon = 'rules.half';
    return Object.keys(wrong).length ? wrong : null;
  }

  #named(n) {
    const { zh, en } = this.set.name;
    const next = (name, pattern, to) => (pattern.test(name) ? name.replace(pattern, to) : `${name} ${n}`);
    return { zh: next(zh, /第\d+版/, `第${n}版`), ...(en && { en: next(en, /version \d+/, `version ${n}`) }) };
  }

  #whole(typed) {
    if (!this.edited) return this.set;
    const value = (name, usual) => this.form.elements.namedItem(name)?.value ?? usual ?? '';
    const source = { zh: value('source.zh', this.set.source?.zh), en: value('source.en', this.set.source?.en) };
    return { id: this.edited.id, name: { zh: value('zh') || this.edited.name.zh, en: value('en') || this.edited.name.en }, ...typed, ...(source.zh && source.en && { source }) };
  }

  async #adopt(event) {
    event.preventDefault();
    const rules = this.#whole(this.#typed());
    const reason = this.form.elements.reason.value;
    const receipt = await this.send(async (key) => {
      await this.#unmoved();
      return this.api.post('/api/updates', { kind: 'rules-adopted', rules, reason }, key);
    });
    if (receipt) this.#say('adopted', receipt.seq);
  }

  /** Rejects when other rules came into force since one began: one compared with what is no more. */
  async #unmoved() {
    const { inForce } = await this.api.get('/api/rules');
    const seen = this.draft.seen?.inForce ?? this.inForce;
    if (same(inForce, seen)) return;
    this.draft.seen = { inForce };
    this.moved = { entries: [], rows: [{ label: text('rules.title'), was: named(seen.name), now: named(inForce.name), yours: named((this.edited ?? this.set).name) }] };
    this.#say('moved');
    throw new Problem(409, { code: 'moved-meanwhile', detail: text('rules.moved') });
  }

  #say(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}
customElements.define('rules-form', RulesForm);
