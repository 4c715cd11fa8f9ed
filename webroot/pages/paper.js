// A paper as it will be printed: /paper?kind=bulletin, or of a project (`project`) and something of it (`item`, `milestone`), as
// known on a day (`asOf`). The same paper for a word processor is a button away.
import './language.js'; // first: what follows reads texts
import { render } from 'lit';
import { Api } from '../http/api.js';
import { Session } from '../http/session.js';
import { Sitting } from '../http/sitting.js';
import { language, text } from '../text/text.js';
import { html } from '../views/part/html.js';
import { sayInOwnWords } from '../views/part/own-words.js';
import { take } from '../views/part/take.js';
import '../views/paper/paper-sheet.js';

const root = document.querySelector('#paper');
const desk = `/desk${language === 'en' ? '?lang=en' : ''}`;
const ASKED = ['project', 'item', 'milestone', 'month', 'asOf'];

class Page {
  #api;
  #paper = null;
  #fault = null;
  #taking = false;

  constructor(session) {
    this.#api = new Api(session);
    this.#read();
  }

  #path(file = '') {
    const asked = new URLSearchParams(location.search);
    const query = new URLSearchParams([...ASKED.filter((name) => asked.get(name)).map((name) => [name, asked.get(name)]), ['lang', language]]);
    return `/api/papers/${encodeURIComponent(asked.get('kind') ?? 'bulletin')}${file}?${query}`;
  }

  async #read() {
    await this.#try(async () => {
      this.#paper = await this.#api.get(this.#path());
      document.title = `${this.#paper.title} · ${text('app')}`;
    });
  }

  async #take() {
    this.#taking = true;
    this.#paint();
    await this.#try(() => take(this.#api, this.#path('/docx'), `${this.#paper.title} (${this.#paper.day}).docx`));
    this.#taking = false;
    this.#paint();
  }

  async #try(act) {
    try {
      await act();
      this.#fault = null;
    } catch (problem) {
      this.#fault = problem.message;
    }
    this.#paint();
  }

  /** The day stands in the address: who gets it sees the same. */
  #on(day) {
    const asked = new URLSearchParams(location.search);
    if (day) asked.set('asOf', day);
    else asked.delete('asOf');
    history.replaceState(null, '', `${location.pathname}?${asked}`);
    this.#read();
  }

  #paint() {
    render(html`<nav class="bar"><a href=${desk}>← ${text('paper.back')}</a>
        <label>${text('paper.asOf')} <input type="date" name="asOf" .value=${this.#paper?.day ?? ''} @change=${({ target }) => this.#on(target.value)} /></label>
        <button data-act="docx" ?disabled=${!this.#paper || this.#taking} @click=${() => this.#take()}>${text('paper.docx')}</button>
        <button class="main" data-act="print" ?disabled=${!this.#paper} @click=${() => print()}>${text('paper.print')}</button></nav>
      ${this.#fault ? html`<p class="fault" role="alert">${this.#fault}</p>` : ''}
      ${this.#paper ? html`<paper-sheet .paper=${this.#paper} .api=${this.#api}></paper-sheet>` : ''}`, root);
  }
}

sayInOwnWords();
document.title = `${text('paper.title')} · ${text('app')}`;
try {
  const session = await Session.resume();
  if (session) {
    new Sitting(session.person.id).addEventListener('left', () => location.reload());
    new Page(session);
  } else render(html`<p class="fault" role="alert">${text('paper.log-in')} <a href=${desk}>${text('paper.back')}</a></p>`, root);
} catch (problem) {
  render(html`<p class="fault" role="alert">${problem.message}</p>`, root);
}
