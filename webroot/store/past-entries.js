// What was told of a project up to a moment of the ledger, newest first: of what is known already where that is enough, else
// it is asked for. The newest page only: who wants more returns to the present.
const PAGE = 30;
const KEPT = 60;

export class PastEntries {
  #api;
  #tell;
  #kept = new Map();

  constructor(api, tell) {
    this.#api = api;
    this.#tell = tell;
  }

  /** @param dossier the project's, as it is known now; @param seq the last entry of that day */
  upTo({ project, entries, more }, seq) {
    const known = entries.filter((entry) => entry.seq <= seq);
    if (!more || known.length >= PAGE || !seq) return known;
    const key = `${project} ${seq}`;
    if (!this.#kept.has(key)) this.#read(key, project, seq);
    return this.#kept.get(key) ?? known;
  }

  async #read(key, project, seq) {
    if (this.#kept.size > KEPT) this.#kept.clear();
    this.#kept.set(key, null);
    try {
      this.#kept.set(key, (await this.#api.get(`/api/entries?project=${project}&order=desc&limit=${PAGE}&before=${seq + 1}`)).entries);
      this.#tell();
    } catch {
      this.#kept.delete(key); // asked again when it is next painted
    }
  }
}
