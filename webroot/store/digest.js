// What is fetched beside the frames: the programme's curve, and how many lamps changed since yesterday and since the last
// meeting. Each is asked for when the board changed, but not more often than every ten seconds, and again when the answer
// failed; each knows when it was true, so that one that is old shows it.

const REST_MILLIS = 10_000;
const DAY = 86_400_000;

class Panel {
  value = null;
  /** When it was true, in this device's time. */
  at = 0;
  failed = false;
  #ask;
  #tell;
  #wanted = null;
  #resting = false;

  constructor(ask, tell) {
    this.#ask = ask;
    this.#tell = tell;
  }

  refresh(board) {
    this.#wanted = board;
    if (!this.#resting) this.#fetch();
  }

  async #fetch() {
    const board = this.#wanted;
    this.#wanted = null;
    this.#resting = true;
    try {
      this.value = await this.#ask(board);
      this.at = Date.now();
      this.failed = false;
    } catch {
      this.failed = true;
      this.#wanted ??= board;
    }
    this.#tell();
    setTimeout(() => {
      this.#resting = false;
      if (this.#wanted) this.#fetch();
    }, REST_MILLIS);
  }
}

export class Digest {
  programme;
  yesterday;
  meeting;

  constructor(api, tell) {
    // Only the counts are kept: what changed in each project is long after a busy month, and nobody reads it here.
    const changes = async (since) => {
      const { lamps, before } = await api.get(`/api/changes?${since}`);
      return { lamps, before };
    };
    this.programme = new Panel(() => api.get('/api/curve'), tell);
    this.yesterday = new Panel(({ day }) => changes(`from=${new Date(Date.parse(`${day}T00:00:00Z`) - DAY).toISOString().slice(0, 10)}`), tell);
    this.meeting = new Panel(({ title }) => (title.meeting ? changes(`fromSeq=${title.meeting.seq}`) : null), tell);
  }

  refresh(board) {
    this.programme.refresh(board);
    this.yesterday.refresh(board);
    this.meeting.refresh(board);
  }
}
