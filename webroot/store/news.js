// What was said before this page was opened or while its line was cut: frames bring state, this fetches the history. Asks
// again until it has an answer. `state`: reading · known · failed.
import { isNews } from './board.js';

const AGAIN_MILLIS = 5_000;
const WANTED = 20;
/** So often it looks further back when all that it finds are photos. */
const PAGES = 5;

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
      let before = '';
      for (let page = 0, found = 0; page < PAGES && found < WANTED; page++) {
        const { entries } = await this.#api.get(`/api/entries?order=desc&limit=${WANTED}${before}`);
        this.#board.remember(entries);
        found += entries.filter(isNews).length;
        if (entries.length < WANTED) break;
        before = `&before=${entries[entries.length - 1].seq}`;
      }
      this.state = 'known';
    } catch {
      this.state = this.state === 'known' ? 'known' : 'failed';
      this.#timer = setTimeout(() => this.read(), AGAIN_MILLIS);
    }
    this.#tell();
  }
}
