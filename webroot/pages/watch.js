// Loaded before everything and needing nothing: a page that shows no board within a while (a file was lost on the way, the
// server was just starting) is loaded anew as soon as the server answers. What shows a board looks after itself.
(() => {
  const PATIENCE_MILLIS = 20_000;
  const AGAIN_MILLIS = 5_000;
  const look = async () => {
    if (document.documentElement.dataset.line) return;
    try {
      if ((await fetch('/health/live', { cache: 'no-store' })).ok) location.reload();
    } catch {
      // not yet
    }
    setTimeout(look, AGAIN_MILLIS);
  };
  setTimeout(look, PATIENCE_MILLIS);
})();
