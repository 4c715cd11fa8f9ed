// Takes a file away under a name: an answer that only its reader may have.
/** How long the browser may take to write it. */
const KEPT_MILLIS = 60_000;

export async function take(api, path, name) {
  const taken = await api.blob(path);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(taken instanceof Blob ? taken : new Blob([JSON.stringify(taken)], { type: 'application/json' }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), KEPT_MILLIS);
}
