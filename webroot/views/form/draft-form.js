// A form as a person fills it in. What was typed outlives a reload and stays with its subject; a press sends it once; what is
// wrong is said at its field; and what somebody else changed meanwhile is shown before anything is sent again.
// A subclass says its `place` (which form, about what), renders one form, and sends with `send`.
import { nothing } from 'lit';
import { Draft } from '../../store/draft.js';
import { TAKEN_BACK } from '../../store/holds.js';
import { text } from '../../text/text.js';
import { Element } from '../part/element.js';
import { placed } from '../part/faults.js';
import { held } from '../part/held.js';
import { html } from '../part/html.js';
import { movedSince } from '../part/moved-since.js';

const unknown = ({ status }) => status === 0 || status >= 500;

export class Sheet extends Element {
  static properties = { fault: { state: true }, faults: { state: true }, busy: { state: true }, moved: { state: true } };

  #draft = null;
  #form = null;

  get draft() {
    if (this.#draft?.place !== this.place) this.#draft = new Draft(this.place);
    return this.#draft;
  }

  get form() {
    return this.querySelector('form');
  }

  updated() {
    const { form } = this;
    if (!form) return;
    this.draft.fill(form);
    if (form === this.#form) return;
    this.#form = form;
    form.addEventListener('input', (event) => this.typed(event));
    this.opened?.(form);
  }

  typed({ target }, more = {}) {
    if (!this.draft.seen && this.subject) this.draft.seen = this.subject;
    this.draft.keep(this.form, target, more);
    if (this.faults?.has(target.name)) this.faults = new Map([...this.faults].filter(([name]) => name !== target.name));
  }

  /** Where the project stood when the typing began: what `If-Match` is about. */
  get expected() {
    return (this.draft.seen ?? this.subject)?.projectSeq ?? null;
  }

  /** `ask(key)` posts. → its answer, or null when it was refused or none came: then the form says so. */
  async send(ask) {
    if (this.busy) return null;
    this.busy = true;
    const { key } = this.draft;
    try {
      const answer = await ask(key);
      if (answer === TAKEN_BACK) return null;
      this.fault = null;
      this.faults = null;
      this.moved = null;
      if (this.draft.key === key) this.#empty(); // what was typed since stays
      return answer;
    } catch (problem) {
      if (problem.status === undefined) throw problem;
      await this.#refused(problem);
      return null;
    } finally {
      this.busy = false;
    }
  }

  /** What cannot be undone waits a while; taken back, it leaves the form as it was typed. `ask()` → {path, body, match}; `words`: of it. */
  sendLater(ask, words) {
    return this.send(async (key) => held(this, { id: this.waits ?? key, words, request: { ...(await ask()), key } }, this.api));
  }

  #empty() {
    this.draft.clear();
    this.form?.reset();
  }

  async #refused(problem) {
    if (problem.status === 412) this.moved = await this.meanwhile(problem.current);
    const { at, rest } = placed(problem, this.form, (path) => this.fieldAt?.(path));
    this.faults = at;
    this.fault = [rest, unknown(problem) && text('sheet.again')].filter(Boolean).join(' ');
    await this.updateComplete;
    this.querySelector('.flaw')?.parentElement.querySelector('input, select, textarea')?.focus();
  }

  /** What happened to the project since the typing began; from now on that is seen. */
  async meanwhile(now) {
    const before = this.draft.seen ?? this.subject;
    const { entries } = await this.api.get(`/api/entries?project=${before.id}&after=${before.seq}&limit=50`).catch(() => ({ entries: [] }));
    this.draft.seen = now;
    return { entries: entries.filter(({ update }) => update.kind !== 'photo-received'), card: now, rows: this.differences?.(before, now) ?? [] };
  }

  flaw(name) {
    return this.faults?.has(name) ? html`<small class="flaw" role="alert">${this.faults.get(name)}</small>` : nothing;
  }

  notes() {
    return html`${this.fault ? html`<p class="fault wide" role="alert">${this.fault}</p>` : nothing}${this.moved ? movedSince(this.moved) : nothing}`;
  }

  sender(key, disabled = false) {
    return html`<button class="main" ?disabled=${this.busy || disabled}>${text(this.busy ? 'sheet.busy' : this.moved ? 'tell.anyway' : key)}</button>`;
  }
}
