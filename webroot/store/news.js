// What was said before this page was opened or while its line was cut: frames bring state, this fetches the history. Asks
// again until it has an answer. `state`: reading · known · failed.
const AGAIN_MILLIS = 5_000;
const WANTED = 20;

export class News {
  state = 'reading';
  #api;
  #board;
  #tell;
  #timer = 0;

  constructor(api, board, tell) {
    this.#api = api;
    this.#board = board;
    this.#tell = tell;
  }

  async read() {
    clearTimeout(this.#timer);
    try {
      const { entries } = await this.#api.get(`/api/entries?order=desc&limit=${WANTED}`);
      this.#board.remember(entries);
      this.state = 'known';
    } catch {
      this.state = this.state === 'known' ? 'known' : 'failed';
      this.#timer = setTimeout(() => this.read(), AGAIN_MILLIS);
    }
    this.#tell();
  }
}
