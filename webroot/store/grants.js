// The links that this phone was given, each with whom it speaks for. An extension is another link, and so is another
// project's: what was made under one of them is sent under it, or under its extension, whichever link the page was opened
// with last. The server says when one has ended.
import { Api } from '../http/api.js';
import { LinkToken } from '../http/token.js';

const PLACE = 'guatu.report.grants';

/** What an update speaks of must be within the grant. */
const covers = ({ milestones }, { milestone, milestones: several = [] }) =>
  [milestone, ...several].every((each) => !each || milestones.includes(each));

export class Grants {
  /** The link that this page was opened with, now or earlier, or null. */
  link = LinkToken.of('report');

  /** Who the present link speaks for, as the server said, or as this phone remembers; null: not yet known. */
  get me() {
    return this.#all.find(({ token }) => token === this.link?.token)?.me ?? null;
  }

  /** Asks the server who the present link speaks for. */
  async ask() {
    const { token } = this.link;
    try {
      const me = await new Api(this.link).get('/api/me');
      this.#keep([{ token, me }, ...this.#all.filter((each) => each.token !== token)]);
    } catch (problem) {
      if (problem.status === 401 && this.me) this.ended(this.me.grant.id);
      throw problem;
    }
  }

  /**
   * → {id, api} to send this item with: its own grant, else another one of the same company that covers it; or null. What
   * was kept before companies had an identity names theirs.
   */
  sender({ grant, project, company, update }) {
    const live = this.#all.filter(({ ended }) => !ended);
    const found = live.find(({ me }) => me.grant.id === grant)
      ?? live.find(({ me }) => me.grant.project === project && [me.grant.companyId, me.grant.company].includes(company) && covers(me.grant, update));
    return found ? { id: found.me.grant.id, api: new Api(new LinkToken(found.token)) } : null;
  }

  ended(id) {
    this.#keep(this.#all.map((each) => (each.me.grant.id === id ? { ...each, ended: true } : each)));
  }

  /** Read anew each time: another page may have been opened with another link. */
  get #all() {
    return JSON.parse(localStorage.getItem(PLACE) ?? '[]');
  }

  #keep(all) {
    localStorage.setItem(PLACE, JSON.stringify(all));
  }
}
