// Cells that are typed in as in a spreadsheet, and a grid to a screen reader. The cell one is at holds an input, so that Chinese
// is typed into it at once: typing replaces what is there, F2 goes into it; arrows, Tab and Enter move; with Shift a block is
// chosen, copied, cut, pasted, emptied, filled (Ctrl+Enter, Ctrl+D); Alt+Shift and an arrow moves the row. Rows and what is read of them are its owner's.
// Events: `edit` (detail {rows, spilled}), `undo`, `redo`, `at` (detail: the row's index), `nudge` (detail {row, end, days}).
import { blockOf, textOf } from '../../store/block.js';
import { copied, corners, filled, filledDown, moved, pasted, swapped, tabbed } from '../../store/grid.js';
import { GridTable } from './grid-table.js';

/** What an input method takes, also the Enter with which Safari ends what was composed. */
const COMPOSED = 229;

class CellGrid extends GridTable {
  take(rows, spilled = []) {
    this.mode = '';
    if (rows !== this.rows || spilled.length) this.dispatchEvent(new CustomEvent('edit', { detail: { rows, spilled } }));
    if (rows !== this.rows) this.rows = rows;
    this.grab = true;
    this.requestUpdate();
  }

  /** What was typed is the cell's. @param all in every cell that is chosen */
  commit(all = false) {
    const input = this.field;
    if (!this.mode || !input) return;
    this.take(filled(this.rows, this.typing, all ? this.chosen : corners(this.at), input.value));
  }

  into() {
    const input = this.field;
    if (!input || input.readOnly) return;
    this.mode = 'in';
    input.focus();
    input.setSelectionRange(input.value.length, input.value.length);
  }

  /** By Tab, or a label: what is typed now replaces. */
  entered({ target }) {
    if (target === this.field && !this.mode) target.select();
  }

  typed() {
    if (!this.mode) this.mode = 'over';
  }

  press(event) {
    const cell = event.target.closest('td[data-r]');
    if (!cell || event.button !== 0 || event.target.closest('select')) return;
    const place = { r: Number(cell.dataset.r), c: Number(cell.dataset.c) };
    if (this.mode && cell.contains(this.field)) return; // the caret
    event.preventDefault();
    this.commit();
    if (event.shiftKey) this.go(this.at, place);
    else this.go(place);
    this.#sweep();
  }

  /** While the button is down the block grows. */
  #sweep() {
    const move = ({ target }) => {
      const cell = target.closest?.('td[data-r]');
      if (cell && this.contains(cell)) this.go(this.at, { r: Number(cell.dataset.r), c: Number(cell.dataset.c) });
    };
    document.addEventListener('mouseover', move);
    document.addEventListener('mouseup', () => document.removeEventListener('mouseover', move), { once: true });
  }

  left(event) {
    if (this.contains(event.relatedTarget)) return;
    const { grab } = this;
    this.commit();
    this.grab = grab && !event.relatedTarget; // an input that goes while another is drawn
  }

  key(event) {
    if (event.isComposing || event.keyCode === COMPOSED || event.target.closest('select')) return;
    const far = event.ctrlKey || event.metaKey;
    const done = this.#acts(event, far) || this.#moves(event, far);
    if (!done) return;
    event.preventDefault();
    event.stopPropagation();
  }

  #acts(event, far) {
    const { key, shiftKey } = event;
    if (event.altKey && !this.mode && (key === 'ArrowLeft' || key === 'ArrowRight')) return this.#nudge(key === 'ArrowRight' ? 1 : -1, shiftKey, far);
    if (event.altKey && shiftKey && !this.mode && (key === 'ArrowUp' || key === 'ArrowDown')) return this.shift(key === 'ArrowUp' ? -1 : 1);
    const letter = far && !event.altKey ? key.toLowerCase() : '';
    if (!this.mode && letter === 'z') return this.#ask(shiftKey ? 'redo' : 'undo');
    if (!this.mode && letter === 'y') return this.#ask('redo');
    if (!this.mode && letter === 'd') return this.#run(filledDown(this.rows, this.typing, this.chosen));
    if (!this.mode && letter === 'a') return this.#goes({ r: 0, c: 0 }, { r: this.rows.length - 1, c: this.typing.length - 1 });
    if (far && key === 'Enter') return this.mode ? (this.commit(true), true) : false;
    if (key === 'F2') return this.into() ?? true;
    if (key === 'Escape' && this.mode) return this.#goes(this.at, this.to);
    if ((key === 'Delete' || key === 'Backspace') && !this.mode) return this.#run(filled(this.rows, this.typing, this.chosen, ''));
    if (key === 'ArrowDown' && event.altKey) return this.querySelector('select.pick')?.focus() ?? true;
    return false;
  }

  #moves(event, far) {
    const { key, shiftKey } = event;
    if (key === 'Tab') {
      const next = tabbed(this.at, shiftKey, this.rows, this.typing);
      this.commit();
      this.grab = Boolean(next);
      return next ? this.#goes(next) : false;
    }
    if (key === 'Enter') {
      this.commit();
      return this.#goes(moved(this.at, shiftKey ? 'ArrowUp' : 'ArrowDown', this.rows, this.typing));
    }
    if (this.mode === 'in') return false;
    const from = shiftKey && !this.mode ? this.to ?? this.at : this.at;
    const next = moved(from, key, this.rows, this.typing, far);
    if (!next) return false;
    if (this.mode) this.commit();
    return shiftKey ? this.#goes(this.at, next) : this.#goes(next);
  }

  #goes(at, to = null) {
    this.go(at, to);
    return true;
  }

  #run(rows) {
    this.take(rows);
    return true;
  }

  /** Alt and an arrow: for an owner whose rows lie on an axis. */
  #nudge(step, finish, far) {
    this.dispatchEvent(new CustomEvent('nudge', { detail: { row: this.rows[this.at.r]?.id, end: finish ? 'finish' : null, days: far ? step * 7 : step } }));
    this.grab = true;
    this.requestUpdate();
    return true;
  }

  /** The row one is at changes places with its neighbour, and one goes with it. */
  shift(by) {
    this.commit();
    const { r, c } = this.at;
    if (!this.moves?.(r, by)) return true;
    this.take(swapped(this.rows, r, by));
    return this.#goes({ r: r + by, c });
  }

  #ask(what) {
    this.dispatchEvent(new Event(what));
    this.grab = true;
    this.requestUpdate();
    return true;
  }

  copy(event) {
    if (this.mode) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', textOf(copied(this.rows, this.typing, this.chosen)));
  }

  cut(event) {
    if (this.mode) return;
    this.copy(event);
    this.take(filled(this.rows, this.typing, this.chosen, ''));
  }

  /** One word goes where the caret is; a block is the grid's. An owner may take it first: `paste-block` (detail {block, at}). */
  paste(event) {
    const words = event.clipboardData.getData('text/plain');
    if (this.mode && !/[\t\n]/.test(words)) return;
    event.preventDefault();
    const block = blockOf(words);
    const asked = new CustomEvent('paste-block', { detail: { block, at: this.at }, cancelable: true });
    this.mode = '';
    if (!this.dispatchEvent(asked)) {
      this.grab = true;
      return;
    }
    const { rows, spilled, last } = pasted(this.rows, this.typing, this.chosen, block, this.fresh);
    this.to = last.r === this.at.r && last.c === this.at.c ? null : last;
    this.take(rows, spilled);
  }
}
customElements.define('cell-grid', CellGrid);
