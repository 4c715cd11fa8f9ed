// The contractor's page comes from this device at once, network or not. Behind it the page is asked for anew with all that
// it is made of; only when all of it is here does it take the old one's place, for the next open. So no page is half old.
// Reports are not its business: they wait in the page's outbox.
const PLACE = 'guatu-report.';
const PAGE = '/report';
const ROOTS = [PAGE, '/kinds.json'];
const LIVE = /^\/(api|eventbus|health|metrics)\b/;
const PATIENCE_MILLIS = 60_000;
const AT_ONCE = 4;
/** The page that a client was given: it gets the rest from the same place. */
const given = new Map();

self.addEventListener('install', (event) => {
  self.skipWaiting();
  event.waitUntil(renew());
});
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin || LIVE.test(url.pathname)) return;
  event.respondWith(answer(event, url.pathname));
  if (request.mode === 'navigate') event.waitUntil(renew().catch(() => {}));
});

async function answer({ request, clientId, resultingClientId }, path) {
  const opens = request.mode === 'navigate'; // then clientId is the page that is left
  const place = (!opens && given.get(clientId)) || (await newest());
  if (opens) given.set(resultingClientId, place);
  const kept = place && (await (await caches.open(place)).match(path, { ignoreVary: true }));
  return kept ?? fetch(request);
}

/** The newest place that is whole: the page itself is put there last. */
async function newest() {
  for (const name of (await places()).reverse()) if (await (await caches.open(name)).match(PAGE)) return name;
  return null;
}

const places = async () => (await caches.keys()).filter((name) => name.startsWith(PLACE)).sort();

async function renew() {
  const files = await whole();
  const last = await newest();
  if (last && (await same(await caches.open(last), files))) return;
  const name = PLACE + Date.now();
  const place = await caches.open(name);
  for (const [path, { answer: fresh }] of [...files].reverse()) await place.put(path, fresh);
  const inUse = new Set([name, last, ...given.values()]);
  for (const old of await places()) if (!inUse.has(old)) await caches.delete(old);
}

async function same(place, files) {
  const kept = await place.keys();
  if (kept.length !== files.size) return false;
  for (const [path, { words }] of files) if ((await (await place.match(path))?.text()) !== words) return false;
  return true;
}

/** The page and, by what each file names, everything that it is made of: path → {answer, words}, the page first. */
async function whole() {
  const files = new Map();
  const waiting = [...ROOTS];
  const known = new Set(ROOTS);
  let named = {};
  while (waiting.length) {
    await Promise.all(waiting.splice(0, AT_ONCE).map(async (path) => {
      const fresh = await fetch(path, { signal: patience(PATIENCE_MILLIS) });
      if (!fresh.ok) throw new Error(`${path} ${fresh.status}`);
      const words = await fresh.clone().text();
      files.set(path, { answer: fresh, words });
      if (path === PAGE) named = JSON.parse(words.match(/<script type="importmap">(.*?)<\/script>/s)[1]).imports;
      for (const next of mentioned(path, words, named)) {
        if (!known.has(next)) waiting.push(next);
        known.add(next);
      }
    }));
  }
  return new Map(ROOTS.concat([...files.keys()]).map((path) => [path, files.get(path)]));
}

/** As the pages' own; a worker imports nothing. */
function patience(millis) {
  const giver = new AbortController();
  setTimeout(() => giver.abort(), millis);
  return giver.signal;
}

/** The paths that a page links and a module imports. */
function mentioned(path, words, named) {
  const pattern = path === PAGE ? /(?:href|src)="(\/[^"]+)"/g : /\b(?:from|import)\s*["']([^"'\s]+)["']/g;
  if (path !== PAGE && !path.endsWith('.js')) return [];
  return [...words.matchAll(pattern)].map(([, name]) => resolved(name, path, named)).filter(Boolean);
}

function resolved(name, path, named) {
  if (/^\.{0,2}\//.test(name)) return new URL(name, location.origin + path).pathname;
  const prefix = Object.keys(named).find((each) => each.endsWith('/') && name.startsWith(each));
  return named[name] ?? (prefix ? named[prefix] + name.slice(prefix.length) : null);
}
