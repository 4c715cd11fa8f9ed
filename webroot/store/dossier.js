// What is fetched of the project in question beside its card: the whole of it, its newest entries and then older ones, and
// the petitions where the reader may see them.
const PAGE = 30;
const AGAIN_MILLIS = 5_000;

export class Dossier {
  detail = null;
  petitions = null;
  entries = [];
  /** Whether there are older entries than these. */
  more = false;
  /** Grows with every answer. */
  rev = 0;
  #api;
  #tell;
  #project = null;
  #sees = false;
  #timer = 0;

  constructor(api, tell) {
    this.#api = api;
    this.#tell = tell;
  }

  get project() {
    return this.#project;
  }

  /** `sees`: whether its petitions are the reader's to see. */
  open(project, sees) {
    this.#project = project;
    this.#sees = sees;
    this.detail = null;
    this.petitions = null;
    this.entries = [];
    this.more = false;
    return this.look();
  }

  /** Nobody looks any more. */
  end() {
    this.#project = null;
    clearTimeout(this.#timer);
  }

  async look() {
    const project = this.#project;
    clearTimeout(this.#timer);
    if (!project) return;
    try {
      const [detail, newest, petitions] = await Promise.all([
        this.#api.get(`/api/projects/${project}`), this.#page(project), this.#sees ? this.#api.get(`/api/projects/${project}/petitions`) : null]);
      if (project !== this.#project) return;
      this.detail = detail;
      this.petitions = petitions?.level ? petitions : null;
      if (!this.entries.length) this.more = newest.length === PAGE;
      const known = new Set(newest.map(({ seq }) => seq));
      this.entries = [...newest, ...this.entries.filter(({ seq }) => !known.has(seq))];
      this.rev++;
      this.#tell();
    } catch {
      // what is shown stays until there is an answer
      if (project === this.#project) this.#timer = setTimeout(() => this.look(), AGAIN_MILLIS);
    }
  }

  async older() {
    const project = this.#project;
    try {
      const older = await this.#page(project, this.entries[this.entries.length - 1].seq);
      if (project !== this.#project) return;
      this.more = older.length === PAGE;
      this.entries = [...this.entries, ...older];
      this.rev++;
      this.#tell();
    } catch {
      // the button is still there
    }
  }

  async #page(project, before = null) {
    return (await this.#api.get(`/api/entries?project=${project}&order=desc&limit=${PAGE}${before ? `&before=${before}` : ''}`)).entries;
  }
}
