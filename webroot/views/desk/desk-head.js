// The head of the desk: whose board it is, how true the line, and what is at hand from everywhere.
import { nothing } from 'lit';
import { addressOf } from '../../store/place.js';
import { language, named, text } from '../../text/text.js';
import { html } from '../part/html.js';
import '../part/line-state.js';
import { to } from '../part/link.js';
import '../part/time-machine.js';

/**
 * @param desk {place, person, board, past, looksBack (whether this place has a past to be seen), store, now, fault}
 * @param acts {open: (what), theme, logOut}
 */
export function deskHead({ place, person, board, past, looksBack, store, now, fault }, acts) {
  const other = language === 'zh' ? 'en' : 'zh';
  return html`<header><h1>${text('app')}</h1><span class="town">${board.title ? named(board.title.name) : ''}</span>
    ${board.title?.demo ? html`<span class="demo">${text('demo')}</span>` : nothing}
    <line-state .store=${store} .tick=${now}></line-state>
    ${looksBack && board.day && !past.day ? html`<button class="plain" data-time="open" @click=${() => past.step(-1)}>${text('past.open')} <kbd>P</kbd></button>` : nothing}
    <button class="plain" data-act="find" @click=${() => acts.open('find')}>${text('find.title')} <kbd>/</kbd></button>
    <button class="plain" data-act="theme" aria-label=${text('desk.theme')} title=${text('desk.theme')} @click=${acts.theme}>◐</button>
    <button class="plain" data-act="help" aria-label=${text('help.title')} @click=${() => acts.open('help')}>?</button>
    <a data-nav="account" href=${to({ page: 'account' })}>${person.name}${text(`role.${person.role}`) === person.name ? nothing : html`<i> · ${text(`role.${person.role}`)}</i>`}</a>
    <a href=${addressOf(place, other)}>${other === 'en' ? 'EN' : '中文'}</a>
    <button data-act="logout" @click=${acts.logOut}>${text('desk.logout')}</button>
    ${fault ? html`<p class="fault" role="alert">${fault}</p>` : nothing}
    <time-machine .past=${past} .rev=${now}></time-machine></header>`;
}
