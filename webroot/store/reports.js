// The reports of a project that bear photos, newest first: what was seen of each milestone, and when. Read when somebody looks.
const MOST = 200;

export class Reports {
  /** null until they were read once. */
  found = null;
  #api;
  #tell;
  #project;

  constructor(api, tell) {
    this.#api = api;
    this.#tell = tell;
  }

  /** → what is known is kept until there is an answer */
  async look(project) {
    if (project !== this.#project) this.found = null;
    this.#project = project;
    try {
      const { entries } = await this.#api.get(`/api/entries?project=${project}&kind=progress-reported&order=desc&limit=${MOST}`);
      if (project !== this.#project) return;
      this.found = entries.filter(({ update }) => update.photos?.length);
      this.#tell();
    } catch {
      // the next change of the project asks again
    }
  }
}
