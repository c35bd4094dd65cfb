// How long an RSA key takes: ours, the browser's, and others', in one page and taking turns. Run alone:
// node tools/keygen.mjs (`make bench` builds the client first). With --write the run is kept in
// benches/README.md.
import { loadavg } from 'node:os';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { chromeArguments, findChrome } from './chromium.mjs';
import { machine, record } from './keygen/record.mjs';
import { serve } from './keygen/server.mjs';
import { mean, random } from './keygen/statistics.mjs';
import { ratioText, sizeTables } from './keygen/table.mjs';
import { LIMITS, LONG_TASK, SIZES, VARIANTS } from './keygen/variants.mjs';
import { beside, isStarted } from './script.mjs';

// Prints the tables; false when a limit is passed.
export async function report({ write = false } = {}) {
  if (!existsSync(beside(import.meta.url, '../target/keygen/keygen.js'))) {
    throw new Error('there is no client in target/keygen/: run make bench');
  }
  const server = await serve();
  const browser = await chromium.launch({ executablePath: findChrome(), args: chromeArguments });
  try {
    const page = await browser.newPage();
    await page.goto(`http://localhost:${server.address().port}/`);
    const said = [];
    const say = (text) => {
      said.push(text);
      console.log(text);
    };
    const fits = await measure(page, machine(browser), say);
    if (write) record(said.join('\n'));
    return fits;
  } finally {
    await browser.close();
    server.close();
  }
}

async function measure(page, where, say) {
  const [load] = loadavg();
  say(`RSA keys on ${new Date().toISOString().slice(0, 10)}: ${where}; load average ${load.toFixed(1)} at the start.\n`);
  await page.evaluate(async () => { await import('/keygen/page.js'); });
  const results = [];
  for (const size of SIZES) {
    const result = { bits: size.bits, runs: await takeTurns(page, size) };
    say(`${sizeTables(result)}\n`);
    results.push(result);
  }
  const longest = await page.evaluate(() => window.bench.longestTask());
  const verdicts = [...results.flatMap(ratioVerdicts), longTaskVerdict(longest)];
  verdicts.forEach(({ text }) => say(`* ${text}`));
  return verdicts.every(({ fits }) => fits);
}

// One key after the other, never two at once, each round in an order of its own, so that none always
// comes after the same other one.
async function takeTurns(page, { bits, warm, runs }) {
  const next = random(bits);
  const make = (name) => page.evaluate(([name, bits]) => window.bench.make(name, bits), [name, bits]);
  const names = VARIANTS.map(({ name }) => name).filter((name) => runs[name]);
  for (const name of names) for (let key = 0; key < warm; key += 1) await make(name);
  const made = Object.fromEntries(names.map((name) => [name, []]));
  const rounds = Math.max(...Object.values(runs));
  for (let round = 0; round < rounds; round += 1) {
    for (const name of shuffled(names.filter((name) => isDue(round, rounds, runs[name])), next)) {
      made[name].push(await make(name));
    }
  }
  return made;
}

// Spreads few runs evenly over many rounds.
const isDue = (round, rounds, runs) => Math.floor(((round + 1) * runs) / rounds) > Math.floor((round * runs) / rounds);

function shuffled(names, next) {
  return names.map((name) => ({ name, at: next() })).sort((a, b) => a.at - b.at).map(({ name }) => name);
}

function ratioVerdicts({ bits, runs }) {
  return LIMITS.filter(({ ours, theirs }) => runs[ours] && runs[theirs]).map(({ ours, theirs, most, aim }) => {
    const [mine, others] = [ours, theirs].map((name) => runs[name].map(({ took }) => took));
    const ratio = mean(mine) / mean(others);
    const aimed = aim ? `; the aim of ${aim} is ${ratio <= aim ? 'met' : 'not met'}` : '';
    // One digit more than the limits have, so that a near miss is seen to be one.
    const is = ratioText(mine, others, 3);
    const [mineIs, othersIs] = [ours, theirs].map((name) => VARIANTS.find((variant) => variant.name === name).title);
    return verdict(`RSA ${bits}, ${mineIs}: ${is} of the time of ${othersIs}, at most ${most}${aimed}`, ratio <= most);
  });
}

function longTaskVerdict(longest) {
  const is = longest > LONG_TASK ? `${longest.toFixed(0)} ms` : `not over ${LONG_TASK} ms`;
  return verdict(`the longest task of the page's thread while ours are at work is ${is}`, longest <= LONG_TASK);
}

const verdict = (what, fits) => ({ fits, text: `${fits ? 'ok' : 'TOO SLOW'}: ${what}` });

if (isStarted(import.meta.url) && !(await report({ write: process.argv.includes('--write') }))) process.exit(1);
