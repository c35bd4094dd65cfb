// The few statistics that the benchmark needs.

const RESAMPLES = 10_000;
const SEED = 20_260_101;

export const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

// The ratio of the means of two lists, with the interval that holds 95 % of what resampling finds. Lists
// of one length are resampled round by round, so that what slowed a whole round slows both; else each for
// itself. The same lists always give the same interval.
export function ratioOfMeans(ours, theirs) {
  const next = random(SEED);
  const draw = (length) => Array.from({ length }, () => Math.floor(next() * length));
  const ratios = Array.from({ length: RESAMPLES }, () => {
    const rounds = draw(ours.length);
    const others = ours.length === theirs.length ? rounds : draw(theirs.length);
    return mean(rounds.map((i) => ours[i])) / mean(others.map((i) => theirs[i]));
  }).sort((a, b) => a - b);
  const at = (share) => ratios[Math.floor(share * (RESAMPLES - 1))];
  return { ratio: mean(ours) / mean(theirs), low: at(0.025), high: at(0.975) };
}

// The line y = fixed + each * x that fits best (least squares).
export function line(xs, ys) {
  const [x, y] = [mean(xs), mean(ys)];
  const product = (as, a, bs, b) => as.reduce((sum, _, i) => sum + (as[i] - a) * (bs[i] - b), 0);
  const each = product(xs, x, ys, y) / product(xs, x, xs, x);
  return { fixed: y - each * x, each };
}

// Random numbers in [0, 1), the same for the same seed (mulberry32).
export function random(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
