// The page itself stays on the device: what this visit loaded is kept, and a worker serves it when there is no network.
const PLACE = 'guatu-report';
const LIVE = /^\/(api|eventbus|sw\.js)\b/;

/** Beyond localhost a browser allows it only over HTTPS; without it the page works while there is a network. */
export async function keepPage() {
  if (!navigator.serviceWorker) return;
  await navigator.serviceWorker.register('/sw.js', { scope: '/report' });
  const shelf = await caches.open(PLACE);
  const loaded = performance.getEntriesByType('resource').map(({ name }) => name)
    .filter((name) => name.startsWith(location.origin) && !LIVE.test(new URL(name).pathname));
  await shelf.addAll([location.pathname + location.search, ...new Set(loaded)]);
}
