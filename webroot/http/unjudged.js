// Whether nobody has said that what was told is right or wrong: no answer came, or none of a rule. It may be told again, with the same key.
export const unjudged = ({ status }) => !status || status >= 500 || status === 401 || status === 429;
