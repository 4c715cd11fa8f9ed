// Everything that somebody may go to from where they are: sections, projects, what is open in them, milestones, people, acts.
import { named, opening, text } from '../../text/text.js';
import { TOPICS } from '../form/forms.js';
import { blocked, directed, found } from '../part/words.js';
import { sections } from './sections.js';

/** What is told of a project as a whole. */
const WHOLE = new Set(TOPICS.flatMap(([, kinds]) => kinds));

const other = ({ zh, en }) => [zh, en].filter(Boolean).join('\n');
const items = (kind, list, words, card) => (list ?? []).map((item) => ({ kind, colour: words(item)[2] ? 'red' : undefined, name: words(item)[0], aside: named(card.name), place: { project: card.id, entry: item.seq } }));

/** @param people of the town, where somebody may see them; @param acts what the server says may be told of the project in question */
export function findable({ person, board, mine, place }, people = [], acts = []) {
  const own = new Set(mine);
  const cards = [...board.cards.values()].sort((a, b) => own.has(b) - own.has(a));
  const card = board.cards.get(place.project);
  return [
    ...(card ? acts.filter((kind) => WHOLE.has(kind)).map((kind) => ({ kind: 'act', name: opening(text(`tell.${kind}`)), also: kind, aside: named(card.name), place: { project: card.id, asked: { tell: kind } } })) : []),
    ...cards.map((each) => ({ kind: 'project', colour: each.lamp.colour, name: named(each.name), also: `${other(each.name)}\n${each.id}`, aside: each.owner, place: { project: each.id } })),
    ...sections(person).map(([page, name]) => ({ kind: 'section', name, also: page, place: { page } })),
    ...cards.flatMap((each) => [...items('directive', each.directives, directed, each), ...items('hazard', each.safety?.open, found, each), ...items('blocker', each.blockers, blocked, each)]),
    ...cards.flatMap((each) => each.milestones.map((step) => ({ kind: 'milestone', name: named(step.name), also: other(step.name), aside: named(each.name), place: { project: each.id, milestone: step.id } }))),
    ...people.map(({ person: id, name, role }) => ({ kind: 'person', name, also: id, aside: text(`role.${role}`), place: { page: 'people' } })),
  ];
}
