// Figures as a wall shows them; the board computed them.

/** A percentage without decimals. What is not finished never reads 100, and what has begun never 0. */
export function whole(percent) {
  if (percent <= 0 || percent >= 100) return Math.round(percent);
  return Math.min(99, Math.max(1, Math.round(percent)));
}

/** +3, −2, 0: with a minus that is as wide as a plus. */
export const signed = (n) => (n > 0 ? `+${n}` : n < 0 ? `−${-n}` : '0');

/** How many em a text is wide, about: a Chinese character is one, a Latin letter half. */
export const breadth = (words) => [...words].reduce((sum, sign) => sum + (sign.codePointAt(0) > 0x2e7f ? 1 : sign === ' ' ? 0.26 : 0.56), 0);
