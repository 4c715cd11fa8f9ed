// On a far phone each thing that is asked for after another costs a turn of the network. What the contractor's page asks first
// is asked while its modules are still on their way, and taken by whoever asks the same (http/ahead.js). A plain script beside
// the page's parts: it waits for none of them, and without it the page asks by itself.
(() => {
  const PATIENCE_MILLIS = 8_000;
  const KEPT_MILLIS = 30_000;
  const answers = new Map();
  let token;
  let language;
  try {
    const fragment = location.hash.slice(1);
    token = fragment.split('.').length === 3 ? fragment : localStorage.getItem('guatu.report.token');
    language = (new URLSearchParams(location.search).get('lang') ?? localStorage.getItem('guatu.report.lang')) === 'en' ? 'en' : 'zh';
  } catch {
    return; // a device that keeps nothing
  }
  if (!token) return;
  globalThis.guatuAhead = { token, answers };
  setTimeout(() => answers.clear(), KEPT_MILLIS); // what nobody took is old

  /** → the answer, or null: then whoever wants it asks */
  function ask(path) {
    const giver = new AbortController();
    setTimeout(() => giver.abort(), PATIENCE_MILLIS);
    const headers = { Authorization: `Bearer ${token}`, 'Accept-Language': language };
    const asked = fetch(path, { headers, signal: giver.signal }).catch(() => null);
    answers.set(path, asked);
    return asked;
  }

  ask('/api/me').then(async (answer) => {
    const project = answer?.ok && (await answer.clone().json()).grant?.project;
    if (!project) return;
    ask(`/api/entries?project=${project}&order=desc&limit=40`);
    ask(`/api/projects/${project}`);
  }).catch(() => {}); // an answer that is none of ours: the page says so
})();
