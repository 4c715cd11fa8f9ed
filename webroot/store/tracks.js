// Work that goes on side by side, one run of each track at a time, in one page of this device: whoever asks meanwhile makes it
// look once more. Without locks (a browser has none over plain HTTP) two pages may do the same.
export class Tracks {
  #name;
  #before;
  #running = new Map();

  /** @param before awaited whenever a track begins to look */
  constructor(name, before) {
    this.#name = name;
    this.#before = before;
  }

  /** `step` → whether there was anything to do. Resolves when there is nothing more to do now. */
  async run(track, step) {
    const running = this.#running.get(track);
    if (running) {
      running.again = true;
      return running.done;
    }
    const run = { again: true };
    this.#running.set(track, run);
    run.done = this.#alone(track, async () => {
      while (run.again) {
        run.again = false;
        await this.#before();
        let more = true;
        while (more) more = await step();
      }
    }).finally(() => this.#running.delete(track));
    return run.done;
  }

  /** Resolves when the run that goes on, if any, has ended. */
  async idle(track) {
    await this.#running.get(track)?.done;
  }

  #alone(track, job) {
    return navigator.locks
      ? navigator.locks.request(`${this.#name}.${track}`, { ifAvailable: true }, (lock) => lock && job()) : job();
  }
}
