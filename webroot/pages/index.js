// A quiet door.
import { render } from 'lit';
import { language, text } from '../text/text.js';
import { html } from '../views/part/html.js';
import '../views/part/town-door.js';

const doors = ['wall', 'desk', 'api'];
render(html`<h1>${text('app')}</h1><town-door></town-door><p>${text('index.line')}</p>
  <ul>${doors.map((door) => html`<li><a href="/${door}${language === 'en' ? '?lang=en' : ''}"><b>${text(`nav.${door}`)}</b>
    <span>${text(`index.${door}`)}</span></a></li>`)}</ul>
  <p class="quiet">${text('index.phone')}</p>
  <p class="quiet"><a href="/help${language === 'en' ? '?lang=en' : ''}">${text('handbook.title')}</a></p>
  <p class="quiet"><a href=${language === 'zh' ? '?lang=en' : '?lang=zh'}>${language === 'zh' ? 'English' : '中文'}</a></p>`, document.querySelector('#index'));
