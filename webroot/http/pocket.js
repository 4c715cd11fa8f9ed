/** Keeps a word on this device. A full one keeps none: then the page goes on without. → whether it is kept */
export function remember(place, words) {
  try {
    localStorage.setItem(place, words);
    return true;
  } catch {
    return false;
  }
}
