// The handbook: for each role what it does here, in the order of its day. `#leader`, `#manager`, `#contractor`, `#office` lead to
// one of them. Its words are the texts' alone.
import { render } from 'lit';
import { language, text, texts } from '../text/text.js';
import { html } from '../views/part/html.js';

const ROLES = ['leader', 'manager', 'contractor', 'office'];
const SAID = /\.said$/;

const steps = (role) => texts(`handbook.${role}.`).filter(([key]) => SAID.test(key)).map(([key, said]) => [text(`handbook.${role}.${key.replace(SAID, '')}`), said]);

document.title = `${text('handbook.title')} · ${text('app')}`;
render(html`<h1>${text('handbook.title')}</h1><p>${text('handbook.line')}</p>
  <nav>${ROLES.map((role) => html`<a href="#${role}">${text(`handbook.${role}`)}</a>`)}<a href=${language === 'zh' ? '?lang=en' : '?lang=zh'} lang=${language === 'zh' ? 'en' : 'zh-CN'}>${language === 'zh' ? 'English' : '中文'}</a></nav>
  ${ROLES.map((role) => html`<section id=${role}><h2>${text(`handbook.${role}`)}</h2><p>${text(`handbook.${role}.line`)}</p>
    <img src=${`/pictures/help-${role}-${language}.jpg`} alt=${text(`handbook.${role}.picture`)} loading=${location.hash ? 'eager' : 'lazy'} class=${role} />
    <ol>${steps(role).map(([what, said]) => html`<li><div><h3>${what}</h3><p>${said}</p></div></li>`)}</ol></section>`)}`, document.querySelector('#help'));
// The anchor was not there when the page was opened.
document.getElementById(location.hash.slice(1))?.scrollIntoView();
