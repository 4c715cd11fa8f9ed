// What is fetched of the project that is spoken of, beside its card: the curve and who is responsible. Once for each state of it.
export class Topic {
  #api;
  #tell;
  #looked = '';
  #detail = null;

  constructor(api, tell) {
    this.#api = api;
    this.#tell = tell;
  }

  /** What is known of this card's project, or null. */
  of(card) {
    return card && this.#detail?.card.id === card.id ? this.#detail : null;
  }

  async look({ id, seq }) {
    const looked = `${id} ${seq}`;
    if (this.#looked === looked) return;
    this.#looked = looked;
    try {
      const detail = await this.#api.get(`/api/projects/${id}`);
      if (this.#looked !== looked) return;
      this.#detail = detail;
      this.#tell();
    } catch {
      this.#looked = ''; // asked again when it is next looked at
    }
  }
}
