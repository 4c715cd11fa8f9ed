// Light or dark, as somebody chose on this device, else as the device itself is: before anything is painted.
(() => {
  let chosen = null;
  try {
    chosen = localStorage.getItem('guatu.theme');
  } catch {
    // a browser that keeps nothing
  }
  document.documentElement.dataset.theme = chosen || (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
})();
