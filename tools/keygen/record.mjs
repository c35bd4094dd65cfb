// Keeps a run in benches/README.md, between two markers.
import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, totalmem } from 'node:os';
import { beside } from '../script.mjs';

const file = beside(import.meta.url, '../../benches/README.md');
const [BEGIN, END] = ['<!-- The last run, written by tools/keygen.mjs -->', '<!-- End of the last run -->'];

export function machine(browser) {
  const memory = (totalmem() / 2 ** 30).toFixed(0);
  return `${cpus()[0].model.trim()}, ${availableParallelism()} cores, ${memory} GiB of memory, Chromium ${browser.version()}`;
}

export function record(text) {
  const readme = readFileSync(file, 'utf8');
  const [begin, end] = [readme.indexOf(BEGIN), readme.indexOf(END)];
  if (begin < 0 || end < begin) throw new Error(`benches/README.md lacks its markers: ${BEGIN}, ${END}`);
  writeFileSync(file, `${readme.slice(0, begin + BEGIN.length)}\n\n${text}\n\n${readme.slice(end)}`);
  console.log('\nWritten to benches/README.md');
}
