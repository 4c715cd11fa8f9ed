// The contractor's page without network: what it is made of is fetched anew when there is a network, and comes from this
// device when there is none. Reports are not its business: they wait in the page's outbox.
const PLACE = 'guatu-report';
const LIVE = /^\/(api|eventbus|health|metrics)\b/;

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method === 'GET' && url.origin === location.origin && !LIVE.test(url.pathname)) event.respondWith(answer(request));
});

async function answer(request) {
  const shelf = await caches.open(PLACE);
  try {
    const fresh = await fetch(request);
    if (fresh.ok) await shelf.put(request, fresh.clone());
    return fresh;
  } catch {
    return (await shelf.match(request, { ignoreSearch: request.mode === 'navigate', ignoreVary: true })) ?? Response.error();
  }
}
