// Entries of the ledger that fit, newest first, page by page, with those that they answer.
const PAGE = 50;
const MOST = 500;

export class Entries {
  found = [];
  more = false;
  #api;
  #filter;
  #cited = new Map();

  constructor(api, filter = {}) {
    this.#api = api;
    this.#filter = Object.fromEntries(Object.entries(filter).filter(([, value]) => value));
  }

  async next(limit = PAGE) {
    const before = this.found[this.found.length - 1]?.seq;
    const asked = new URLSearchParams({ order: 'desc', limit, ...this.#filter, ...(before && { before }) });
    const { entries, cited = [] } = await this.#api.get(`/api/entries?${asked}`);
    [...entries, ...cited].forEach((entry) => this.#cited.set(entry.seq, entry));
    this.found = [...this.found, ...entries];
    this.more = entries.length === limit;
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
