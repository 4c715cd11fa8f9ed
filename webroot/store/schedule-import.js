// A schedule file that is being read beside a project's plan: the file, what a person chose of it, and what the server read. It
// tells nothing: what is taken of it becomes rows of the plan's editor.

/** Told apart by its bytes: browsers hardly know what such files are called. */
const TYPE = 'application/octet-stream';

export class ScheduleImport {
  #api;
  #project;
  #changed;

  /** @param changed called after every step */
  constructor(api, project, changed) {
    this.#api = api;
    this.#project = project;
    this.#changed = changed;
    this.#begin(null);
  }

  #begin(file) {
    this.file = file;
    this.choice = {};
    this.reading = null;
    this.fault = null;
    this.busy = false;
    this.stale = false;
  }

  clear() {
    this.#begin(null);
    this.#changed();
  }

  open(file) {
    this.#begin(file);
    return this.#read();
  }

  /** Chooses something of the file, {member: value}, and reads it again; null: as it is likely meant. */
  choose(more) {
    this.choice = { ...this.choice, ...more };
    return this.#read();
  }

  /** One after the other: a node reads one at a time, and what was chosen meanwhile is read next. */
  async #read() {
    const { file } = this;
    this.stale = this.busy;
    if (this.busy) return;
    this.busy = true;
    this.#changed();
    const query = new URLSearchParams(Object.entries(this.choice).filter(([, value]) => value !== null && value !== ''));
    let reading = null;
    let fault = null;
    try {
      reading = await this.#api.sheet(`/api/projects/${this.#project}/schedules?${query}`, file, TYPE);
    } catch (problem) {
      fault = problem.message;
    }
    if (file !== this.file) return; // another one, or none any more
    this.busy = false;
    if (this.stale) return this.#read();
    this.reading = reading ?? this.reading;
    this.fault = fault;
    this.#changed();
  }
}
