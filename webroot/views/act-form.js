// Tells one kind of update about a project. What was typed stays on this device until it is in the ledger; when somebody
// changed the project meanwhile, nothing is overwritten: it says so, and sends again only when asked.
import { html, nothing } from 'lit';
import { newKey } from '../http/key.js';
import { named, text } from '../text/text.js';
import { Element } from './element.js';
import { FORMS } from './forms.js';

const COUNTS = ['due', 'signed', 'vacated', 'cleared', 'handedOver'];
const label = (field) => text(`field.${field.name}`);

/** 'name.zh' → {name: {zh}} */
function put(target, path, value) {
  const [head, ...rest] = path.split('.');
  if (rest.length) put((target[head] ??= {}), rest.join('.'), value);
  else target[head] = value;
}

class ActForm extends Element {
  static properties = {
    kind: { type: String }, card: { attribute: false }, about: { attribute: false }, api: { attribute: false }, day: { type: String },
    fault: { state: true }, moved: { state: true }, busy: { state: true },
  };

  #seen = null;
  #key = newKey();

  get #draft() {
    return `guatu.draft.${this.card.id}.${this.kind}.${this.about ?? ''}`;
  }

  render() {
    this.#seen ??= this.card.projectSeq;
    const fields = FORMS[this.kind];
    const typed = JSON.parse(localStorage.getItem(this.#draft) ?? '{}');
    return html`<form class="act" data-kind=${this.kind} @submit=${this.#submit} @input=${this.#keep}>
      <h3>${text(`tell.${this.kind}`)}</h3>
      ${fields.map((field) => this.#field(field, typed))}
      ${this.fault ? html`<p class="fault wide" role="alert">${this.fault}</p>` : nothing}
      <p class="acts wide"><button type="button" @click=${() => this.dispatchEvent(new Event('close'))}>${text('desk.cancel')}</button>
        <button class="main" ?disabled=${this.busy}>${text(this.moved ? 'tell.anyway' : 'tell.send')}</button></p></form>`;
  }

  #field(field, typed) {
    const { name, type, optional } = field;
    const value = typed[name] ?? (field.today ? this.day : field.year ? this.day.slice(0, 4) : '');
    const required = !optional;
    const words = html`<span>${label(field)}${optional ? html` <small>${text('field.optional')}</small>` : nothing}</span>`;
    const steps = this.card.milestones;
    switch (type) {
      case 'choice': return html`<label>${words}<select name=${name} ?required=${required}><option value="">—</option>${field.options.map((each) =>
        html`<option value=${each} ?selected=${each === value}>${text(`${field.words}.${each}`)}</option>`)}</select></label>`;
      case 'milestone': return html`<label>${words}<select name=${name} required>${steps.filter(({ actual }) => !actual).map(({ id, name: title }) =>
        html`<option value=${id} ?selected=${id === value}>${named(title)}</option>`)}</select></label>`;
      case 'milestones': return html`<fieldset><legend>${words}</legend>${steps.map(({ id, name: title }) =>
        html`<label><input type="checkbox" name=${name} value=${id} /> ${named(title)}</label>`)}</fieldset>`;
      case 'hazards': return html`<fieldset><legend>${words}</legend>${(this.card.safety?.open ?? []).filter(({ status }) => status === 'found').map(({ seq, place, text: said }) =>
        html`<label><input type="checkbox" name=${name} value=${seq} ?checked=${seq === this.about} /> ${place}：${said}</label>`)}</fieldset>`;
      case 'verdict': return html`<fieldset><legend>${words}</legend>${['true', 'false'].map((each) =>
        html`<label><input type="radio" name=${name} value=${each} required /> ${text(`verdict.${each}`)}</label>`)}</fieldset>`;
      case 'counts': return html`<fieldset class="counts"><legend>${words}</legend>${COUNTS.map((each) =>
        html`<label>${text(`counts.${each}`)}<input type="number" min="0" step="0.01" name=${`${name}.${each}`} .defaultValue=${typed[`${name}.${each}`] ?? ''} /></label>`)}</fieldset>`;
      case 'plan': return html`<fieldset class="plan"><legend>${words}</legend>${steps.map((step) => html`<div><b>${named(step.name)}</b>
        <input type="number" step="0.01" min="0" name=${`plan.${step.id}.weight`} aria-label=${text('field.weight')} .defaultValue=${typed[`plan.${step.id}.weight`] ?? step.weight} />
        <input type="date" name=${`plan.${step.id}.start`} aria-label=${text('field.start')} .defaultValue=${typed[`plan.${step.id}.start`] ?? step.baseline.start} />
        <input type="date" name=${`plan.${step.id}.finish`} aria-label=${text('field.finish')} .defaultValue=${typed[`plan.${step.id}.finish`] ?? step.baseline.finish} /></div>`)}</fieldset>`;
      case 'photos': return html`<label class="wide">${words}<input type="file" name=${name} multiple accept="image/jpeg,image/png,image/webp" /></label>`;
      case 'number': return html`<label>${words}<input type="number" step="any" name=${name} .defaultValue=${value} ?required=${required} /></label>`;
      case 'line': return html`<label class="wide">${words}<input name=${name} maxlength="500" .defaultValue=${value} ?required=${required} pattern=${field.id ? '[a-z0-9]+(-[a-z0-9]+)*' : nothing} /></label>`;
      default: return html`<label>${words}<input type=${type} name=${name} .defaultValue=${value} ?required=${required} /></label>`;
    }
  }

  #keep(event) {
    const typed = Object.fromEntries([...new FormData(event.currentTarget)].filter(([, value]) => typeof value === 'string' && value));
    localStorage.setItem(this.#draft, JSON.stringify(typed));
    this.#key = newKey();
  }

  /** The form as the update it stands for. */
  #update(form) {
    const data = new FormData(form);
    const update = { kind: this.kind };
    for (const { name, type } of FORMS[this.kind]) {
      if (type === 'milestones' || type === 'hazards') {
        const all = data.getAll(name);
        if (all.length) update[name] = type === 'hazards' ? all.map(Number) : all;
      } else if (type === 'counts') {
        const counts = Object.fromEntries(COUNTS.map((each) => [each, data.get(`${name}.${each}`)]));
        if (Object.values(counts).some(Boolean)) update[name] = Object.fromEntries(Object.entries(counts).map(([key, n]) => [key, Number(n || 0)]));
      } else if (type === 'plan') {
        update[name] = this.card.milestones.filter(({ id }) => Number(data.get(`plan.${id}.weight`)) > 0).map((step) => ({
          milestone: step.id, name: step.name, weight: Number(data.get(`plan.${step.id}.weight`)), start: data.get(`plan.${step.id}.start`),
          finish: data.get(`plan.${step.id}.finish`), ...(step.after && { after: step.after }) }));
      } else if (type === 'verdict') update[name] = data.get(name) === 'true';
      else if (type !== 'photos' && data.get(name)) put(update, name, type === 'number' ? Number(data.get(name)) : data.get(name));
    }
    const [noun] = this.kind.split('-');
    if (this.about && this.kind !== 'notice-issued') update[noun] = this.about;
    return update;
  }

  async #submit(event) {
    event.preventDefault();
    const form = event.target;
    this.busy = true;
    try {
      const update = this.#update(form);
      const files = [...form.querySelectorAll('input[type=file]')].flatMap(({ files: chosen }) => [...chosen]);
      if (files.length) update.photos = (await Promise.all(files.map((file) => this.api.photo(this.card.id, file)))).map(({ id }) => id);
      const { seq } = await this.api.post(`/api/projects/${this.card.id}/updates`, update, this.#key, this.#seen);
      localStorage.removeItem(this.#draft);
      this.dispatchEvent(new CustomEvent('told', { detail: seq }));
    } catch (problem) {
      this.fault = [problem.message, ...(problem.errors ?? []).map(({ path, message }) => `${path} ${message}`)].join(' ');
      this.moved = problem.status === 412;
      if (problem.current) this.#seen = problem.current.projectSeq;
      this.#key = newKey();
    }
    this.busy = false;
  }
}
customElements.define('act-form', ActForm);
