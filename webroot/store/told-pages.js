// The messages of a list that grows at its head and is read on at its foot: what is newest is asked for again and again, what is
// older once.
const PAGE = 50;
const LOOK_AGAIN_MILLIS = 3_000;

export class ToldPages {
  #ask;
  #changed;
  #timer = null;
  messages = [];
  more = false;
  fault = null;

  /** @param ask(query) → {messages}; changed(): something is another */
  constructor(ask, changed) {
    this.#ask = ask;
    this.#changed = changed;
  }

  begin() {
    this.look();
    this.#timer = setInterval(() => this.look(), LOOK_AGAIN_MILLIS);
  }

  end() {
    clearInterval(this.#timer);
  }

  look() {
    return this.#read(`?limit=${PAGE}`, (page) => {
      const oldest = page.length ? page[page.length - 1].id : 0;
      const older = this.messages.filter(({ id }) => id < oldest);
      if (!older.length) this.more = page.length === PAGE;
      return [...page, ...older];
    });
  }

  older() {
    const last = this.messages[this.messages.length - 1];
    return this.#read(`?limit=${PAGE}&before=${last.id}`, (page) => {
      this.more = page.length === PAGE;
      return [...this.messages, ...page.filter(({ id }) => id < last.id)];
    });
  }

  async #read(query, join) {
    try {
      const { messages } = await this.#ask(query);
      this.messages = join(messages);
      this.fault = null;
    } catch (problem) {
      this.fault = problem.message;
    }
    this.#changed();
  }
}
