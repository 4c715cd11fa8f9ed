// An element without a shadow: the style sheets of the page reach it, and so do tests and screen readers.
import { LitElement } from 'lit';

export class Element extends LitElement {
  createRenderRoot() {
    return this;
  }
}
