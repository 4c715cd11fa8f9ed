// Sentences in one line.

/** People's own words among them end without a stop: between clauses stands what joins them, and nothing else. */
export const joined = (sentences, by) => sentences.map((each) => each.trim().replace(/[。.]$/, '')).filter(Boolean).join(by);
