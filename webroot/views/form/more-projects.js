// Other projects that the same link opens: each with those of its milestones that are not finished, all of them unless some are
// left out.
import { nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { named, text } from '../../text/text.js';
import { html } from '../part/html.js';
import { sieve } from '../part/sieve.js';

const open = ({ milestones }) => milestones.filter(({ actual }) => !actual);
const stepsOf = (id) => `milestones.${id}`;

/** `chosen`: the ids of those that are. */
export function moreProjects(cards, chosen, opened) {
  const able = cards.filter((card) => open(card).length);
  return able.length ? html`<details class="wide more-projects" ?open=${opened || chosen.size > 0}><summary>${text('access.more')}</summary>
    <fieldset><legend>${text('access.more.why')}</legend>${sieve(able.length)}${repeat(able, ({ id }) => id, (card) => html`<div><label><input type="checkbox" name="projects" value=${card.id} /><b>${named(card.name)}</b></label>
      ${chosen.has(card.id) ? html`<p>${repeat(open(card), ({ id }) => id, ({ id, name }) =>
        html`<label><input type="checkbox" name=${stepsOf(card.id)} value=${id} .defaultChecked=${true} />${named(name)}</label>`)}</p>` : nothing}</div>`)}</fieldset></details>` : nothing;
}

/** [{project, milestones}] as the form says. */
export const projectsOf = (data) => data.getAll('projects').map((project) => ({ project, milestones: data.getAll(stepsOf(project)) }));
