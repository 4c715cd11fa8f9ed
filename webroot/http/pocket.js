/** Keeps a word on this device. A full one keeps none: then the page goes on without. → whether it is kept */
export function remember(place, words) {
  try {
    localStorage.setItem(place, words);
    return true;
  } catch {
    return false;
  }
}

/** What was kept there as JSON; `otherwise` where nothing is, or nothing that can be read: a page that does not open mends nothing. */
export function recalled(place, otherwise) {
  try {
    return JSON.parse(localStorage.getItem(place)) ?? otherwise;
  } catch {
    return otherwise;
  }
}
