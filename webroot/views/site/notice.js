// The notice of a hazard that this company must put right, for a word processor: on the phone it is taken away and passed on.
import { language, text } from '../../text/text.js';
import { take } from '../part/take.js';

export const takeNotice = (api, project, item) =>
  take(api, `/api/papers/rectification/docx?${new URLSearchParams({ project, item, lang: language })}`, `${text('paper.rectification')}.docx`);
