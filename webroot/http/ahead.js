// What the head of the page began to ask before its modules were here (pages/ahead.js).

/** The answer to this question under this token, or null. Once: whoever asks again wants to know what is so by then. */
export async function ahead(path, token) {
  const begun = globalThis.guatuAhead;
  if (!token || begun?.token !== token) return null;
  const asked = begun.answers.get(path);
  begun.answers.delete(path);
  return (await asked) ?? null;
}
