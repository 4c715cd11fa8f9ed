// Entries of the ledger that fit, newest first, page by page, with those that they answer. A search for words ends after so
// many entries, and says how far it has looked: there may be more behind that.
const PAGE = 50;
const MOST = 500;

export class Entries {
  found = [];
  more = false;
  /** The entry as far as which it was looked, when that is not all; or undefined. */
  searched;
  #api;
  #filter;
  #cited = new Map();

  constructor(api, filter = {}) {
    this.#api = api;
    this.#filter = Object.fromEntries(Object.entries(filter).filter(([, value]) => value));
  }

  async next(limit = PAGE) {
    const before = this.searched ?? this.found[this.found.length - 1]?.seq;
    const asked = new URLSearchParams({ order: 'desc', limit, ...this.#filter, ...(before && { before }) });
    const { entries, cited = [], searched } = await this.#api.get(`/api/entries?${asked}`);
    [...entries, ...cited].forEach((entry) => this.#cited.set(entry.seq, entry));
    this.found = [...this.found, ...entries];
    this.searched = searched;
    this.more = entries.length === limit || searched !== undefined;
    return this;
  }

  /** Everything that fits. */
  async all() {
    do await this.next(MOST); while (this.more);
    return this.found;
  }

  /** What the entry speaks of: the report, blocker, hazard, notice or directive, or undefined. */
  answered({ update }) {
    return this.#cited.get(update.report ?? update.blocker ?? update.hazard ?? update.notice ?? update.directive);
  }

  at(seq) {
    return this.#cited.get(seq);
  }
}
