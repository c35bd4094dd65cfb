// A thousand certificates with keys from a table, beside a shell loop of openssl that does the same; and the table of
// ten thousand: from the passphrase to its first rows, and from a keystroke to what it finds.
// Run alone: node tools/issuing.mjs
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { chromeArguments, findChrome } from './chromium.mjs';
import { watchMemory } from './memory.mjs';
import { beside, isStarted } from './script.mjs';

const PORT = Number(process.env.BENCH_PORT || 4198);
const ROWS = 1_000;
const LIMIT_ROWS = 5_000;
const TABLE = 10_000;
const LIMIT_FIRST_ROWS = 500;
// What Argon2id is to take at least, on one core.
const STRETCHING = 300;
const LIMIT_KEYSTROKE = 100;
// Of the ZIP: it, what is recorded of each row, and the rows that are still to come.
const LIMIT_MEMORY = 3.5;
const PASSPHRASE = 'only for measuring';
const PATIENCE = 300_000;

// Prints the figures; false when a limit is passed.
export async function report() {
  const server = spawn(process.execPath, [beside(import.meta.url, 'serve.mjs')], {
    env: { ...process.env, PORT: String(PORT) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(server.stdout, 'data');
  const browser = await chromium.launch({ executablePath: findChrome(), args: chromeArguments });
  try {
    return await measure(browser);
  } finally {
    await browser.close();
    server.kill();
  }
}

async function measure(browser) {
  console.log(`Certificates of P-256 with keys (Chromium ${browser.version()}, ${availableParallelism()} cores)\n`);
  const issued = await measureIssuing(browser);
  const loop = measureLoop();
  const memory = await measureMemory(browser);
  const table = await measureTable(browser);
  console.log();
  const ratio = loop / issued.median;
  return [
    within(`${ROWS} rows take ${issued.median.toFixed(0)} ms until their ZIP (${issued.size} KB) is there`, issued.median < LIMIT_ROWS),
    within(`a loop of openssl takes ${loop.toFixed(0)} ms, ${ratio.toFixed(1)} times as long`, ratio > 1),
    within(`the engine's memory grows by ${memory.grown} KB while ${TABLE} rows become a ZIP of ${memory.size} KB`, memory.grown < LIMIT_MEMORY * memory.size),
    within(`the first of ${TABLE} rows are there ${table.first.toFixed(0)} ms later than those of an empty vault would be (${table.empty.toFixed(0)} ms)`, table.first < LIMIT_FIRST_ROWS),
    within(`a passphrase takes ${table.empty.toFixed(0)} ms on purpose`, table.empty >= STRETCHING),
    within(`a keystroke finds what it finds in ${table.keystroke.toFixed(0)} ms (slowest of ${table.strokes})`, table.keystroke < LIMIT_KEYSTROKE),
  ].every(Boolean);
}

async function measureIssuing(browser) {
  const times = [];
  let size = 0;
  for (let run = 0; run < 3; run += 1) {
    const page = await openWithRoot(browser);
    await choose(page, ROWS);
    const { took, bytes } = await issue(page, ROWS);
    times.push(took);
    size = Math.round(bytes / 1024);
    await page.close();
  }
  times.sort((a, b) => a - b);
  return { median: times[1], size };
}

// What tutorials do for each server: a key, a request, a certificate, then all of it in one archive.
function measureLoop() {
  const folder = mkdtempSync(join(tmpdir(), 'loop-'));
  const run = (script) => execFileSync('sh', ['-c', script], { cwd: folder, stdio: 'ignore' });
  try {
    writeFileSync(join(folder, 'ext'), 'basicConstraints=critical,CA:FALSE\nkeyUsage=critical,digitalSignature\nextendedKeyUsage=serverAuth\nsubjectAltName=${ENV::SAN}\n');
    run('openssl req -x509 -new -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout ca.key -subj /CN=Root -days 3650 -out ca.crt');
    const start = performance.now();
    run(`for i in $(seq ${ROWS}); do
      SAN=DNS:n$i.example; export SAN
      openssl req -new -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout n$i.key -subj /CN=n$i.example -out n$i.csr &&
      openssl x509 -req -in n$i.csr -CA ca.crt -CAkey ca.key -CAcreateserial -days 90 -extfile ext -out n$i.crt || exit 1
    done`);
    run('python3 -m zipfile -c all.zip n*.key n*.crt');
    const took = performance.now() - start;
    if (statSync(join(folder, 'all.zip')).size < ROWS * 500) throw new Error('the loop made no archive');
    return took;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

// From an engine with nothing but the authority to one that has issued all.
async function measureMemory(browser) {
  let memory;
  const page = await openWithRoot(browser, async (page) => { memory = await watchMemory(page); });
  const before = await memory();
  await choose(page, TABLE);
  const { bytes } = await issue(page, TABLE);
  const grown = (await memory()) - before;
  await page.close();
  if (grown <= 0) throw new Error('nothing was measured');
  return { grown: Math.round(grown / 1024), size: Math.round(bytes / 1024) };
}

async function measureTable(browser) {
  const page = await openWithRoot(browser);
  await page.getByRole('button', { name: 'Set a passphrase' }).click();
  const fields = page.locator('.cw-vault .cw-panel input[type=password]');
  await fields.nth(0).fill(PASSPHRASE);
  await fields.nth(1).fill(PASSPHRASE);
  await page.keyboard.press('Enter');
  await page.locator('.cw-vault-open').waitFor({ timeout: PATIENCE });
  const empty = await unlock(page);
  await choose(page, TABLE);
  await issue(page, TABLE);
  const full = await unlock(page);
  const strokes = [];
  for (const text of ['n9', 'n99', 'n999', 'n9999', 'n999', 'n99', 'n9', 'x', 'n8']) {
    strokes.push(await page.evaluate(typeAndWait, text));
  }
  await page.close();
  return { first: full - empty, empty, keystroke: Math.max(...strokes), strokes: strokes.length };
}

// From Enter to the first row, or to the word that there is none.
async function unlock(page) {
  await page.reload();
  const field = page.locator('.cw-vault input[type=password]').first();
  await field.fill(PASSPHRASE);
  await page.evaluate(watchUnlocking);
  await field.press('Enter');
  return page.evaluate(() => window.unlocked);
}

async function openWithRoot(browser, prepare = async () => {}) {
  const context = await browser.newContext({ locale: 'en-US', acceptDownloads: true });
  const page = await context.newPage();
  await prepare(page);
  await page.goto(`http://localhost:${PORT}/#/authorities`);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.getByRole('textbox', { name: 'Authority’s name' }).fill('Root');
  await page.getByRole('button', { name: 'Create the root' }).click();
  await page.getByRole('heading', { name: 'Root', exact: true }).first().waitFor({ timeout: PATIENCE });
  return page;
}

async function choose(page, rows) {
  const names = Array.from({ length: rows }, (_, row) => `n${row}.example\n`);
  await page.getByRole('button', { name: 'From a table' }).click();
  await page.locator('#batch-table').setInputFiles({ name: 'table.csv', mimeType: 'text/csv', buffer: Buffer.from(`name\n${names.join('')}`) });
}

async function issue(page, rows) {
  const button = page.getByRole('button', { name: new RegExp(`^Issue ${rows.toLocaleString('en')}|^Issue ${rows}`) });
  await button.waitFor({ timeout: PATIENCE });
  const [download, start] = await Promise.all([
    page.waitForEvent('download', { timeout: PATIENCE }),
    button.evaluate((it) => (it.click(), Date.now())),
  ]);
  const took = Date.now() - start;
  return { took, bytes: statSync(await download.path()).size };
}

// Runs in the page. The authority's certificates are what is shown first.
function watchUnlocking() {
  window.unlocked = new Promise((resolve) => {
    let start = 0;
    addEventListener('keydown', () => { start = performance.now(); }, { capture: true, once: true });
    const frame = () => {
      const isThere = document.querySelector('.cw-certs tbody tr, .cw-certs-box .cw-empty, .cw-empty');
      if (start && isThere) return resolve(performance.now() - start);
      requestAnimationFrame(frame);
    };
    frame();
  });
}

// Runs in the page. A keystroke, until the table says how many it has found.
async function typeAndWait(text) {
  const field = document.querySelector('input[type=search], #certs-search');
  const table = () => document.querySelector('.cw-certs-box')?.textContent;
  const before = table();
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const start = performance.now();
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(field, text);
  field.dispatchEvent(new Event('input', { bubbles: true }));
  do await frame(); while (table() === before && performance.now() < start + 2_000);
  return performance.now() - start;
}

function within(what, isGood) {
  console.log(`${isGood ? 'ok   ' : 'LIMIT'} ${what}`);
  return isGood;
}

if (isStarted(import.meta.url)) process.exitCode = (await report()) ? 0 : 1;
