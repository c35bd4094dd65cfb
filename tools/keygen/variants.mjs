// Who makes keys, how many, and what is promised.

export const WEB_CRYPTO = 'webcrypto';
export const FUSED = 'fused';
export const PORTABLE = 'portable';
export const CRATE = 'crate';

// As page.js names them. `oneThread`: its tests come one after the other, so they can be timed.
export const VARIANTS = [
  { name: FUSED, title: 'ours, fused, all cores', ours: true },
  { name: PORTABLE, title: 'ours, portable, all cores', ours: true },
  { name: 'fused, one', title: 'ours, fused, one thread', ours: true, oneThread: true },
  { name: 'portable, one', title: 'ours, portable, one thread', ours: true, oneThread: true },
  { name: WEB_CRYPTO, title: 'WebCrypto' },
  { name: 'forge', title: 'node-forge, plain JavaScript' },
  { name: CRATE, title: 'the plain `rsa` crate in WebAssembly' },
];

// `warm`: keys that do not count, since compilers take a while to make their best of a program.
const most = (runs, few, others) => ({ [FUSED]: runs, [PORTABLE]: runs, [WEB_CRYPTO]: runs, 'fused, one': few, 'portable, one': few, ...others });
export const SIZES = [
  { bits: 2048, warm: 3, runs: most(100, 30, { [CRATE]: 30, forge: 20 }) },
  { bits: 3072, warm: 1, runs: most(60, 20, { [CRATE]: 16, forge: 6 }) },
  { bits: 4096, warm: 1, runs: most(40, 12, { [CRATE]: 10 }) },
  { bits: 8192, warm: 0, runs: { [FUSED]: 3 } },
];

// Ratios of mean times, for each size where both were measured.
export const LIMITS = [
  { ours: FUSED, theirs: WEB_CRYPTO, most: 0.5, aim: 0.33 },
  { ours: PORTABLE, theirs: WEB_CRYPTO, most: 1.2 },
  { ours: FUSED, theirs: CRATE, most: 0.1 },
];
// Chromium reports what lasts longer; so a page without long tasks reports none.
export const LONG_TASK = 50;
