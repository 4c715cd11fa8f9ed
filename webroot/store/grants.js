// The links that this phone was given, each with whom it speaks for. An extension is another link, and so is another
// project's: what was made under one of them is sent under it, or under its extension, whichever link the page was opened
// with last. An invitation's link opens none itself: it brings the links of its projects. The server says when one has ended.
import { Api } from '../http/api.js';
import { recalled, remember } from '../http/pocket.js';
import { LinkToken } from '../http/token.js';

const PAGE = 'report';
const PLACE = 'guatu.report.grants';
const KEPT = 40;

/** What an update speaks of must be within the grant. */
const covers = ({ milestones }, { milestone, milestones: several = [] }) =>
  [milestone, ...several].every((each) => !each || milestones.includes(each));

export class Grants {
  /** The link that this page was opened with, now or earlier, or null. */
  link = LinkToken.of(PAGE);
  /** What a full device could not take: it lives as long as this page. */
  #unkept = null;

  /** Who the present link speaks for, as the server said, or as this phone remembers; null: not yet known. */
  get me() {
    return this.#all.find(({ token }) => token === this.link?.token)?.me ?? null;
  }

  /** The present link as a code, {size, path}, or undefined while this phone does not know it. */
  get qr() {
    return this.#all.find(({ token }) => token === this.link?.token)?.qr;
  }

  /** Asks the server who the present link speaks for. */
  async ask() {
    const { token } = this.link;
    try {
      const api = new Api(this.link);
      const me = await api.get('/api/me');
      if (me.grants) return this.#invited(token, me);
      const known = this.#all.find((each) => each.token === token);
      this.#keep([{ ...known, token, me, ended: false }, ...this.#all.filter((each) => each.token !== token)].slice(0, KEPT));
      // Nobody waits for the code: it is shown when somebody asks for the link.
      if (!known?.qr) new Api(new LinkToken(known?.invitation ?? token)).get('/api/me/link').then(({ qr }) => this.#note(token, { qr }), () => {});
    } catch (problem) {
      if (problem.status === 401 && this.me) this.ended(this.me.grant.id);
      throw problem;
    }
  }

  /** The projects of an invitation, each under a link of its own. Where there is but one, the page goes on with it. */
  #invited(invitation, { grants, ...who }) {
    const all = this.#all;
    for (const { token, name, ...grant } of [...grants].reverse()) {
      if (all.some(({ me, ended }) => !ended && me.grant.id === grant.id)) continue;
      all.unshift({ token, me: { ...who, id: grant.id, expires: grant.until, grant }, name, invitation, ended: false });
    }
    this.#keep(all.filter(({ me, ...link }) => link.invitation !== invitation || grants.some(({ id }) => id === me.grant.id)).slice(0, KEPT));
    this.invited = grants.map(({ id }) => id);
    if (this.choices.length === 1) this.choose(this.choices[0].token);
  }

  /** Where the present link is an invitation: its projects to choose from, as the server said now, or this phone remembers. */
  get choices() {
    const token = this.link?.token;
    return !token ? [] : this.live.filter(({ invitation, me }) => this.invited?.includes(me.grant.id) ?? invitation === token);
  }

  /** What is given to another phone: the invitation that the present link came with, or itself. */
  get shared() {
    return this.#all.find(({ token }) => token === this.link?.token)?.invitation ?? this.link?.token;
  }

  /** What the present link's project is called, for choosing among several. */
  call(name) {
    const { link } = this;
    if (!link || JSON.stringify(this.#all.find(({ token }) => token === link.token)?.name) === JSON.stringify(name)) return;
    this.#note(link.token, { name });
  }

  #note(token, what) {
    this.#keep(this.#all.map((each) => (each.token === token ? { ...each, ...what } : each)));
  }

  /** [{token, me, name}] of all links of this phone that still open something; a grant whose card was shown again has several. */
  get live() {
    const open = this.#all.filter(({ ended, me }) => !ended && Date.parse(me.grant.until) > Date.now());
    const present = open.find(({ token }) => token === this.link?.token);
    const ofEach = new Map([...open].reverse().map((link) => [link.me.grant.id, link])); // the newest of each
    if (present) ofEach.set(present.me.grant.id, present);
    return open.filter((link) => ofEach.get(link.me.grant.id) === link);
  }

  /** Opens the page with another of them. */
  choose(token) {
    LinkToken.choose(PAGE, token);
    location.reload();
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
    return this.#unkept ?? recalled(PLACE, []);
  }

  #keep(all) {
    this.#unkept = remember(PLACE, JSON.stringify(all)) ? null : all;
  }
}
