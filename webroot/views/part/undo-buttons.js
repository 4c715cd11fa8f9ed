// A step back, and forth again.
import { text } from '../../text/text.js';
import { html } from './html.js';

/** @param undo its states; @param turn called with the state that is now */
export const undoButtons = (undo, turn) => html`<button type="button" data-act="undo" ?disabled=${!undo.back} title="Ctrl+Z" @click=${() => turn(undo.goBack())}>↶ ${text('grid.undo')}</button>
  <button type="button" data-act="redo" ?disabled=${!undo.forth} title="Ctrl+Y" @click=${() => turn(undo.goForth())}>↷ ${text('grid.redo')}</button>`;
