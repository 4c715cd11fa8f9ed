// What is fetched beside the frames: the programme's curve, and how many lamps changed since yesterday and since the last
// meeting. Asked for anew when the board changed, but not more often than every ten seconds.
import { text } from '../text/text.js';

const REST_MILLIS = 10_000;
const DAY = 86_400_000;

export class Digest {
  programme = null;
  since = [];
  #api;
  #tell;
  #board = null;
  #resting = false;
  #again = false;

  constructor(api, tell) {
    this.#api = api;
    this.#tell = tell;
  }

  refresh(board) {
    this.#board = board;
    if (this.#resting) {
      this.#again = true;
      return;
    }
    this.#resting = true;
    this.#again = false;
    this.#fetch();
    setTimeout(() => {
      this.#resting = false;
      if (this.#again) this.refresh(this.#board);
    }, REST_MILLIS);
  }

  async #fetch() {
    const { day, title } = this.#board;
    const yesterday = new Date(Date.parse(`${day}T00:00:00Z`) - DAY).toISOString().slice(0, 10);
    const days = [[`from=${yesterday}`, text('wall.sinceYesterday')]];
    if (title.meeting) days.push([`fromSeq=${title.meeting.seq}`, text('wall.sinceMeeting')]);
    try {
      const [programme, ...changes] = await Promise.all([
        this.#api.get('/api/curve'), ...days.map(([from]) => this.#api.get(`/api/changes?${from}`))]);
      this.programme = programme;
      this.since = changes.map(({ lamps }, i) => ({ lamps, label: days[i][1] }));
      this.#tell();
    } catch {
      this.#again = true; // the line says whether what is shown is old
    }
  }
}
