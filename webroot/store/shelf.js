// What waits on this device, a row a thing: pages beside each other write their own rows only.
import { recalled, remember } from '../http/pocket.js';

export class Shelf {
  #place;

  constructor(place) {
    this.#place = `guatu.${place}.`;
  }

  all() {
    return Object.keys(localStorage).filter((key) => key.startsWith(this.#place)).map((key) => recalled(key, null)).filter(Boolean);
  }

  put(row) {
    remember(this.#place + row.id, JSON.stringify(row)); // a full device: it waits while the page does
  }

  drop(id) {
    localStorage.removeItem(this.#place + id);
  }
}
