// Names in the letters of an id, asked for just before they are told.

/** → by a name, its letters; rejects as every question does: what is told under a key is the same when it is sent again. */
export async function pinyinOf(api, names) {
  if (!names.length) return new Map();
  const { words } = await api.post('/api/pinyin', { names });
  return new Map(names.map((name, i) => [name, words[i]]));
}
