// What strangers complained of and suggested and nobody closed yet. It is not in the ledger, so it is asked for now and then.
const AGAIN_MILLIS = 60_000;

export class Complaints {
  /** Those that wait, as the server has them. */
  waiting = [];
  fault = null;
  #api;
  #tell;
  #again;

  /** @param tell called after every answer */
  constructor(api, tell) {
    this.#api = api;
    this.#tell = tell;
    this.#again = setInterval(() => this.look(), AGAIN_MILLIS);
    this.look();
  }

  async look() {
    try {
      this.waiting = (await this.#api.get('/api/complaints')).complaints.filter(({ closed }) => !closed);
      this.fault = null;
    } catch (problem) {
      this.fault = problem.message;
    }
    this.#tell();
  }

  /** @param said {answer, closed} */
  async answer(id, said) {
    try {
      await this.#api.put(`/api/complaints/${id}`, said);
    } catch (problem) {
      this.fault = problem.message;
      this.#tell();
      return;
    }
    await this.look();
  }

  end() {
    clearInterval(this.#again);
  }
}
