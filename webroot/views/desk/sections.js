// The sections of the desk: which of them somebody has, and what each shows. A section is a page of an address.
import { nothing } from 'lit';
import { pastDossier } from '../../store/past-views.js';
import { untoldIn } from '../../store/step-sheet.js';
import { named, text } from '../../text/text.js';
import { html } from '../part/html.js';
import '../part/known-names.js';
import { to } from '../part/link.js';
import '../project/project-opening.js';
import '../project/project-page.js';
import './access-desk.js';
import './account-desk.js';
import './board-desk.js';
import './changes-desk.js';
import './import-desk.js';
import { count } from './inbox.js';
import './ledger-desk.js';
import './map-desk.js';
import './meeting-desk.js';
import './overview-desk.js';
import './people-desk.js';
import './plans-desk.js';
import './projects-desk.js';
import './public-desk.js';
import './rules-desk.js';
import './safety-desk.js';
import './screens-desk.js';
import './steps-desk.js';
import './today-desk.js';
import './tables-desk.js';
import './told-desk.js';

export const writes = ({ role }) => role === 'manager' || role === 'office';

const whole = ({ role }) => text(role === 'manager' ? 'nav.projects' : 'nav.all');

/** → [page, its name, how many wait there (of {mine, waiting, complaints})] in the order of the keys 1–9. */
export function sections(person) {
  const { role } = person;
  return [
    ['today', text('nav.today'), ({ waiting, complaints }) => count(waiting) + (complaints?.waiting.length ?? 0)],
    ['projects', whole(person), ({ mine }) => mine.length],
    ...(writes(person) ? [['access', text('nav.access')]] : []),
    ...(role === 'manager' ? [] : [['overview', text('nav.overview')]]),
    ...['changes', 'meeting', 'safety', 'tables', 'map', ...(role === 'office' ? ['people', 'import'] : []), ...(writes(person) ? ['plans'] : []), ...(role === 'office' ? ['screens', 'rules', 'board', 'told', 'public'] : []), 'ledger'].map((page) => [page, text(`nav.${page}`)]),
  ];
}

/** Work of the day, what is looked at, what is set up: with which of a person's sections each begins. */
export const begins = (page, { role }) => page === (role === 'manager' ? 'changes' : 'overview') || page === { office: 'people', manager: 'plans' }[role] || (page === 'ledger' && role !== 'manager');

/** Whether the place shows the board, and so a day of its past too. */
export const looksBack = ({ page, asked }) => (page === 'projects' && !asked.tell) || page === 'overview' || page === 'map';

const nowhere = () => html`<div class="empty"><h2>${text('desk.nowhere')}</h2><p><a href=${to({ page: 'today' })}>${text('nav.today')}</a></p></div>`;

/** What the place is called: in the window's title, in a list of what was visited. */
export function titleOf({ page, project }, person, board) {
  const card = project && board.cards.get(project);
  const [, name] = sections(person).find(([each]) => each === page) ?? [];
  return card ? named(card.name) : page === 'account' ? person.name : page === 'steps' ? text('steps.title') : name ?? text('desk.title');
}

/**
 * @param desk {place, person, session, api, board, mine, waiting, complaints (the office's), complained (how often they were asked for), read (whether today was), dossier, reports, held, now, ask, go, choose;
 * past, then (what was told up to a day), shown and listed: board and mine, of the day that is looked at}
 */
function section(desk) {
  const { place, person, api, board, shown, past } = desk;
  const now = past.until ?? desk.now;
  const all = [...board.cards.values()];
  const own = sections(person).some(([page]) => page === place.page) || place.page === 'account' || (place.page === 'steps' && writes(person));
  if (!own) return nowhere();
  switch (place.page) {
    case 'today': return html`${writes(person) ? untold(desk.mine, board.day) : nothing}<today-desk .rev=${board.seq} day=${board.day} .waiting=${desk.read && desk.waiting} .mine=${desk.mine} .person=${person} .api=${api} .now=${now} .writes=${writes(person)} .held=${desk.held} .complaints=${desk.complaints} .complained=${desk.complained}
        @choose=${({ detail }) => desk.choose(detail)}></today-desk>`;
    case 'projects': return place.project ? project(desk) : html`${writes(person) && !past.day ? html`${unplanned(desk.mine)}${untold(desk.mine, board.day)}` : nothing}<projects-desk .api=${api} heading=${whole(person)} person=${person.id} .cards=${desk.listed} .asked=${place.asked} .now=${now} @ask=${({ detail }) => desk.ask(detail)}></projects-desk>
        ${person.tells.includes('project-opened') && !past.day ? html`<project-opening .api=${api} .cards=${all} .day=${board.day} @opened=${({ detail }) => desk.go({ project: detail })}></project-opening>` : nothing}`;
    case 'access': return html`<access-desk .api=${api} .cards=${desk.mine} chosen=${place.asked.project ?? ''} .town=${board.title.name} .now=${now}></access-desk>`;
    case 'account': return html`<account-desk .session=${desk.session} .api=${api} .cards=${all}></account-desk>`;
    case 'changes': return html`<changes-desk .api=${api} .day=${board.day} .meeting=${board.title.meeting}></changes-desk>`;
    case 'meeting': return html`<meeting-desk .api=${api} .meeting=${board.title.meeting} .holds=${person.role === 'office'}></meeting-desk>`;
    case 'overview': return html`<overview-desk .api=${api} .board=${shown} .past=${Boolean(past.until)} .rev=${board.seq}></overview-desk>`;
    case 'map': return html`<map-desk .api=${api} .cards=${[...shown.cards.values()]} .mine=${desk.mine} .past=${Boolean(past.until)} .tells=${person.tells} .day=${board.day} .rev=${board.seq} @go=${({ detail }) => desk.go({ project: detail })}></map-desk>`;
    case 'plans': return html`<plans-desk .api=${api} .cards=${desk.mine} .person=${person} .day=${board.day}></plans-desk>`;
    case 'steps': return html`<steps-desk .api=${api} .cards=${desk.mine} day=${board.day}></steps-desk>`;
    case 'safety': return html`<safety-desk .api=${api} .day=${board.day} .rev=${board.seq}></safety-desk>`;
    case 'tables': return html`<tables-desk .api=${api} .cards=${all} day=${board.day} .rev=${board.seq} .asked=${place.asked} ?audits=${person.role === 'office'} @ask=${({ detail }) => desk.ask(detail)}></tables-desk>`;
    case 'people': return html`<people-desk .api=${api} .cards=${all} .rev=${board.seq}></people-desk>`;
    case 'import': return html`<import-desk .api=${api} day=${board.day}></import-desk>`;
    case 'rules': return html`<rules-desk .api=${api} .cards=${all} .totals=${board.totals} .seq=${board.seq} .day=${board.day}></rules-desk>`;
    case 'board': return html`<board-desk .api=${api} .board=${board} .day=${board.day} .seq=${board.seq}></board-desk>`;
    case 'told': return html`<told-desk .api=${api} .cards=${all}></told-desk>`;
    case 'public': return html`<public-desk .api=${api} .cards=${all} .seq=${board.seq}></public-desk>`;
    case 'screens': return html`<screens-desk .api=${api} .now=${now} code=${place.asked.code ?? ''} @ask=${({ detail }) => desk.ask(detail)}></screens-desk>`;
    default: return html`<ledger-desk .api=${api} .cards=${all} .audits=${person.role === 'office'}></ledger-desk>`;
  }
}

export const work = (desk) => html`${section(desk)}${writes(desk.person) ? html`<known-names .api=${desk.api}></known-names>` : nothing}`;

/** Without a plan a project has no lamp but grey: the way to many plans at once. */
function unplanned(cards) {
  const n = cards.filter(({ milestones }) => !milestones.length).length;
  return n ? html`<p class="unplanned">${text('plans.projects', { n })} <a class="link-button" data-act="plans" href=${to({ page: 'plans' })}>${text('plans.go')}</a></p>` : nothing;
}

/** Fewer are told one by one. */
const MANY = 3;

/** A board that begins late in a year is red with what was done before it. */
function untold(cards, day) {
  const n = untoldIn(cards, day);
  return n >= MANY ? html`<p class="unplanned">${text('steps.untold', { n })} <a class="link-button" data-act="steps" href=${to({ page: 'steps' })}>${text('steps.go')}</a></p>` : nothing;
}

function project({ place, person, api, board, shown, past, then, mine, dossier, reports, held, now }) {
  const card = board.cards.get(place.project);
  if (!card) return nowhere();
  const { until } = past;
  const was = until && { card: shown.cards.get(place.project), day: shown.day, now: until, detail: pastDossier(dossier.detail, shown.day, until), entries: then.upTo(dossier, shown.seq),
    reports: reports?.filter(({ at }) => Date.parse(at) < until) };
  return html`<project-page .card=${card} .was=${was} .dossier=${dossier} .reports=${reports} .rev=${dossier.rev} .api=${api} .day=${board.day} .now=${now} .rules=${shown.title?.rules} .place=${place} list=${whole(person)} .others=${[...board.cards.values()].filter(({ id, milestones }) => id !== card.id && milestones.length)}
    .writes=${writes(person) && mine.includes(card)} .held=${held} @told=${() => dossier.look()} @older=${() => dossier.older()}></project-page>`;
}
