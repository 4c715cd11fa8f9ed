// What this phone knows of its project: the live card, what became of its reports, the hazards that are its to put right.
// The last known state stays on the device for when there is no network. Events: `change`, `line`, `denied`.
import { Bridge } from '../bridge/client.js';
import { recalled, remember } from '../http/pocket.js';
import { Store } from './store.js';

const AGAIN_MILLIS = 5_000;

export class Site extends EventTarget {
  card = null;
  /** Of the board: whether what it shows is invented. */
  demo = false;
  entries = [];
  hazards = [];
  /** The kinds that may be told of the project as a whole. */
  acts = [];
  /** Milestone → the percent that this company reported and nobody has judged yet: no other side sees it, frames neither. */
  waiting = {};
  #lamp = null;
  #api;
  #project;
  #store;
  #asking = false;
  #more = false;
  #timer = 0;

  constructor(link, api, project) {
    super();
    this.#api = api;
    this.#project = project;
    const { clock, ...known } = recalled(this.#place, {});
    Object.assign(this, known);
    this.#store = new Store(new Bridge(link), project);
    this.#store.clock.begin(clock);
    this.#store.addEventListener('change', () => {
      this.demo = Boolean(this.#store.board.title?.demo);
      this.card = this.#own(this.#store.board.cards.get(project)) ?? this.card;
      this.#changed();
      this.recall();
    });
    for (const what of ['line', 'denied']) {
      this.#store.addEventListener(what, ({ detail }) => this.dispatchEvent(new CustomEvent(what, { detail })));
    }
    this.#store.addEventListener('line', () => this.#store.line === 'live' && this.recall());
    this.recall();
  }

  get store() {
    return this.#store;
  }

  /** The newest own entry that `entries` and `waiting` know of. */
  get known() {
    return this.entries[0]?.seq ?? 0;
  }

  /** Asks again until it has an answer, and once more if something changed while it asked. */
  async recall() {
    this.#more = true;
    if (this.#asking) return;
    this.#asking = true;
    clearTimeout(this.#timer);
    await null; // a frame that makes the line live and brings news is one reason to ask, not two
    while (this.#more) {
      this.#more = false;
      await this.#ask();
    }
    this.#asking = false;
  }

  async #ask() {
    try {
      const [{ entries }, { hazards, card, acts }] = await Promise.all([
        this.#api.get(`/api/entries?project=${this.#project}&order=desc&limit=40`), this.#api.get(`/api/projects/${this.#project}`)]);
      this.entries = entries;
      this.hazards = hazards ?? [];
      this.acts = acts.project;
      this.#lamp = card.lamp;
      this.card = this.#own(this.card ?? card); // until the first frame is here
      this.waiting = Object.fromEntries(card.milestones.map(({ id, percent }) => [id, percent.pending]));
      this.#changed();
    } catch ({ status }) {
      // What this phone knew stays. A link that ended gets no other answer.
      clearTimeout(this.#timer);
      if (status !== 401) this.#timer = setTimeout(() => this.recall(), AGAIN_MILLIS);
    }
  }

  /** Why the lamp is what it is: frames, which go to all sites, leave out what only this company may know. */
  #own(card) {
    return card && this.#lamp?.colour === card.lamp.colour ? { ...card, lamp: this.#lamp } : card;
  }

  get #place() {
    return `guatu.report.site.${this.#project}`;
  }

  #changed() {
    const { acts, card, demo, entries, hazards, waiting } = this;
    remember(this.#place, JSON.stringify({ acts, card, clock: this.#store.clock.noted, demo, entries, hazards, waiting }));
    this.dispatchEvent(new Event('change'));
  }
}
