// The page itself stays on the device. Beyond localhost a browser allows it only over HTTPS; without it the page works
// while there is a network.
export const keepPage = () => navigator.serviceWorker?.register('/sw.js', { scope: '/report' }).catch(() => {});
