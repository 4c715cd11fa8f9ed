// Which project fills the wall: opened by key, touch, or the address (#project=…), closed by itself after a while without
// input; or the tour through the reds.
const IDLE_MILLIS = 90_000;
const TOUR_MILLIS = 20_000;
const REFRESH_MILLIS = 3_000;

export class Focus {
  open = null;
  chosen = null;
  detail = null;
  entries = null;
  touring = false;
  /** What is shown beside the card could not be read, and may be old. */
  failed = false;
  #api;
  #cards;
  #tell;
  #touched = Date.now();
  #moved = Date.now();
  #fetched = 0;
  #stale = false;
  #before = null;

  /** `cards`: the wall's order of cards. */
  constructor(api, cards, tell, tour) {
    this.#api = api;
    this.#cards = cards;
    this.#tell = tell;
    this.touring = tour;
    addEventListener('hashchange', () => {
      this.#follow();
      this.#tell();
    });
    this.#follow();
  }

  /** Somebody is there: the tour waits, and what is chosen stays. */
  touched() {
    this.#touched = Date.now();
    this.#moved = Math.max(this.#moved, Date.now() + IDLE_MILLIS - TOUR_MILLIS);
  }

  show(id) {
    this.touched();
    location.hash = `project=${id}`;
  }

  close() {
    this.#forget();
    this.#set(null);
  }

  key(event) {
    this.touched();
    if (event.target.closest?.('input, textarea, select')) return;
    if (event.key === 'Enter' && event.target.closest?.('button, a')) return; // it is pressed
    const act = {
      ArrowDown: () => this.#choose(1), ArrowUp: () => this.#choose(-1), ArrowRight: () => this.open && this.#walk(1), ArrowLeft: () => this.open && this.#walk(-1),
      Enter: () => this.chosen && this.show(this.chosen), Escape: () => this.#leave(), Backspace: () => this.#leave(),
      t: () => this.#tour(), T: () => this.#tour(),
    }[event.key];
    if (!act) return;
    event.preventDefault();
    act();
    this.#tell();
  }

  /** Once a second: back to the overview when nobody is there, on with the tour, and what changed is fetched. */
  tick() {
    const now = Date.now();
    if (this.touring && now - this.#moved > TOUR_MILLIS) this.#next();
    else if (now - this.#touched > IDLE_MILLIS) {
      this.chosen = null;
      if (!this.touring && this.open) this.close();
    }
    if (this.open && this.#stale && now - this.#fetched > REFRESH_MILLIS) this.#fetch();
  }

  /** What is said beside the card is of this position of the ledger; null: of now. */
  upTo(seq) {
    if (this.#before === seq) return;
    this.#before = seq;
    this.#stale = true;
  }

  /** These cards changed. */
  refresh(changed) {
    if (this.open && changed.has(this.open)) this.#stale = true;
  }

  #choose(step) {
    if (this.open) return this.#walk(step);
    const ids = this.#cards().map(({ id }) => id);
    const at = ids.indexOf(this.chosen);
    this.chosen = ids[Math.min(ids.length - 1, Math.max(0, at < 0 ? 0 : at + step))] ?? null;
  }

  #walk(step) {
    const ids = this.#cards().map(({ id }) => id);
    this.show(ids[(ids.indexOf(this.open) + step + ids.length) % ids.length]);
  }

  #leave() {
    this.touring = false;
    this.chosen = this.open;
    if (this.open) this.close();
  }

  #forget() {
    if (location.hash) history.replaceState(null, '', location.pathname + location.search);
  }

  #tour() {
    this.touring = !this.touring;
    if (this.touring) this.#next();
    else if (this.open) this.close();
  }

  /** Red after red, then the overview, then from the start. */
  #next() {
    this.#moved = Date.now();
    this.#forget(); // the tour is no address
    const reds = this.#cards().filter((card) => card.lamp.colour === 'red').map(({ id }) => id);
    const at = reds.indexOf(this.open);
    if (at === reds.length - 1) this.#set(null);
    else this.#set(reds[at + 1]);
  }

  #follow() {
    const [, id] = location.hash.match(/^#project=([a-z0-9-]+)$/) ?? [];
    if (id) this.touched();
    this.#set(id ?? null);
  }

  #set(id) {
    if (this.open === id) return;
    this.open = id;
    this.detail = null;
    this.entries = null;
    if (id) this.#fetch();
  }

  async #fetch() {
    const id = this.open;
    this.#fetched = Date.now();
    this.#stale = false;
    try {
      const [detail, { entries }] = await Promise.all([
        this.#api.get(`/api/projects/${id}`), this.#api.get(`/api/entries?project=${id}&order=desc&limit=12${this.#before === null ? '' : `&before=${this.#before + 1}`}`)]);
      if (this.open !== id) return;
      this.detail = detail;
      this.entries = entries.filter(({ update }) => update.kind !== 'photo-received');
      this.failed = false;
    } catch {
      this.#stale = true; // asked again at the next tick
      this.failed = true;
    }
    this.#tell();
  }
}
