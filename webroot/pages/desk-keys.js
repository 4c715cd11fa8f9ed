// The desk's keys: 1–9 open the sections, / and Ctrl-K find, ? helps, Z takes back what was told last and waits, Esc goes from a
// project back to the list. P looks at the past, where ← → go by day, with shift by meeting, and Esc returns to the present.
const typing = ({ target }) => target.closest('input:not([type=range]), textarea, select');

export class DeskKeys {
  #desk;
  #onKey = (event) => this.#key(event);

  /** @param desk {covered(): whether something lies over it, past, looksBack(): whether the place does, open(what), takeBack(), section(n), up()} */
  constructor(desk) {
    this.#desk = desk;
    document.addEventListener('keydown', this.#onKey);
  }

  end() {
    document.removeEventListener('keydown', this.#onKey);
  }

  #key(event) {
    const { past } = this.#desk;
    if (this.#desk.covered() || event.repeat) return;
    const key = event.key.toLowerCase();
    const find = key === 'k' && (event.ctrlKey || event.metaKey) && !event.altKey;
    if (find || (key === '/' && !typing(event))) { event.preventDefault(); this.#desk.open('find'); }
    if (typing(event) || find) return;
    const back = key === 'z' && !event.altKey;
    if (back) this.#desk.takeBack();
    if (event.ctrlKey || event.metaKey || event.altKey || back) return;
    const slides = event.target.type === 'range' && event.key.startsWith('Arrow');
    if (past.day && !slides && past.key(event)) return event.preventDefault();
    if (key === 'p' && this.#desk.looksBack()) return past.step(-1);
    if (key === '?') this.#desk.open('help');
    else if (key === 'escape') this.#desk.up();
    else if (/^[1-9]$/.test(key)) this.#desk.section(Number(key));
  }
}
