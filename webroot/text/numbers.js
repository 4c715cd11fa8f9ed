// Figures as a wall shows them; the board computed them.

/** A percentage without decimals, rounded down as the board's own are; what has begun never reads 0. */
export const whole = (percent) => (percent > 0 && percent < 1 ? '<1' : Math.floor(percent));

/** An index with two decimals, rounded down: 0.999 is not yet 1.00. */
export const hundredths = (index) => (Math.floor(index * 100 + 1e-9) / 100).toFixed(2);

/** +3, −2, 0: with a minus that is as wide as a plus. */
export const signed = (n) => (n > 0 ? `+${n}` : n < 0 ? `−${-n}` : '0');

/** An amount in 万元 (10,000 CNY) as the texts want it: `n` of them, or `m` millions of CNY. */
export const amount = (wan) => ({ n: wan.toLocaleString('en-US'), m: (wan / 100).toLocaleString('en-US', { maximumFractionDigits: 2 }) });
