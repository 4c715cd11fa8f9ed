// What a screen needs that hangs there all day.
const MINUTE = 60_000;
const POINTING_MILLIS = 4_000;
const MENDED = 'guatu.wall.mended';

/** The display stays on, also after it was hidden or the system let go. */
export function keepAwake() {
  const ask = async () => {
    if (document.hidden) return;
    const lock = await navigator.wakeLock?.request('screen').catch(() => null);
    lock?.addEventListener('release', () => setTimeout(ask, MINUTE));
  };
  document.addEventListener('visibilitychange', ask);
  ask();
}

/** A slow shift of a few pixels, a step a minute, so that no line burns in; too slow to be seen moving. */
export function drift(element) {
  let step = 0;
  setInterval(() => {
    step++;
    const x = Math.round(Math.sin(step / 9) * 4);
    const y = Math.round(Math.cos(step / 7) * 3);
    element.style.transform = `translate(${x}px, ${y}px)`;
  }, MINUTE);
}

/** No cursor on a wall, but for whoever moves the mouse. */
export function pointing() {
  let timer;
  addEventListener('pointermove', ({ pointerType }) => {
    if (pointerType !== 'mouse') return;
    document.body.dataset.pointing = '';
    clearTimeout(timer);
    timer = setTimeout(() => delete document.body.dataset.pointing, POINTING_MILLIS);
  });
}

/** A fault that nothing caught: the page loads itself anew, but not in a circle. */
export function mendItself() {
  const mend = () => {
    const last = Number(sessionStorage.getItem(MENDED) ?? 0);
    const wait = Date.now() - last > 5 * MINUTE ? 3_000 : 5 * MINUTE;
    setTimeout(() => {
      sessionStorage.setItem(MENDED, String(Date.now()));
      location.reload();
    }, wait);
  };
  addEventListener('error', ({ error }) => error && mend());
  addEventListener('unhandledrejection', mend);
}
