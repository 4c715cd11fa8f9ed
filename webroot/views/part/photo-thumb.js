// A photo that only its reader may see: fetched with the reader's token, or the bytes of one that was not sent yet; shown
// from memory, and forgotten with the element.
import { nothing } from 'lit';
import { Element } from './element.js';
import { html } from './html.js';

class PhotoThumb extends Element {
  static properties = { api: { attribute: false }, path: { type: String }, bytes: { attribute: false }, url: { state: true } };

  render() {
    return this.url ? html`<img src=${this.url} alt="" />` : nothing;
  }

  updated(changed) {
    if (changed.has('path') || changed.has('bytes')) this.#load();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#forget();
  }

  async #load() {
    this.#forget();
    const { path, bytes } = this;
    try {
      const url = URL.createObjectURL(bytes ? new Blob([bytes], { type: 'image/jpeg' }) : await this.api.blob(path));
      if (this.isConnected && path === this.path && bytes === this.bytes) this.url = url;
      else URL.revokeObjectURL(url);
    } catch {
      // no picture is better than a broken one
    }
  }

  #forget() {
    if (this.url) URL.revokeObjectURL(this.url);
    this.url = null;
  }
}
customElements.define('photo-thumb', PhotoThumb);
