// What a first visit loads, and whether it stays within the limits. Run alone: node tools/sizes.mjs
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { beside, isStarted } from './script.mjs';

// The form is usable once the page is there; with ten pages, a whole authority among them, and all words in two
// languages, it has outgrown the 400 KB that one page had. The engine loads beside it, and is not waited for.
const LIMIT_PAGE = 900_000;
const LIMIT_ENGINE = 950_000;
const LIMIT_SEARCHER = 60_000;
const dist = beside(import.meta.url, '../dist');

// PNG icons are for launchers, except the small one that a browser shows in its tab.
const atFirstVisit = (path) => !path.endsWith('.png') || path.endsWith('favicon-32.png');
const ofTheWorkers = (path) => /^(engine|searcher)-/.test(path);
const isEngine = (path) => /^engine-.*\.wasm$/.test(path);
// A browser fetches one of the two; the offline copy has both.
const isSearcher = (path) => /^searcher-.*\.wasm$/.test(path);

export function sizes() {
  return readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(dist, join(entry.parentPath ?? entry.path, entry.name)))
    .filter(atFirstVisit)
    .map((path) => measure(path, readFileSync(join(dist, path))))
    .sort((a, b) => b.brotli - a.brotli);
}

// Prints the table; false when a limit is passed.
export function report() {
  const files = sizes();
  const all = total('everything', files);
  const page = total('of it the page', files.filter(({ path }) => !ofTheWorkers(path)));
  const line = (name, ...columns) => console.log(name.padEnd(62), ...columns.map((column) => String(column).padStart(9)));

  console.log('What a first visit loads, in bytes\n');
  line('file', 'raw', 'gzip', 'brotli');
  for (const { path, raw, gzip, brotli } of files) line(path, raw, gzip, brotli);
  console.log();
  line(all.path, all.raw, all.gzip, all.brotli);
  line(page.path, page.raw, page.gzip, page.brotli);
  console.log();
  const searchers = files.filter(({ path }) => isSearcher(path));
  // All of them run, so that every line is printed.
  return [
    within('the page', page.brotli, LIMIT_PAGE),
    ...files.filter(({ path }) => isEngine(path)).map(({ path, brotli }) => within(path, brotli, LIMIT_ENGINE)),
    ...searchers.map(({ path, brotli }) => within(path, brotli, LIMIT_SEARCHER)),
  ].every(Boolean);
}

function measure(path, content) {
  const brotli = brotliCompressSync(content, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length },
  });
  return { path, raw: content.length, gzip: gzipSync(content, { level: 9 }).length, brotli: brotli.length };
}

function total(path, files) {
  const sum = (key) => files.reduce((soFar, file) => soFar + file[key], 0);
  return { path, raw: sum('raw'), gzip: sum('gzip'), brotli: sum('brotli') };
}

function within(what, bytes, limit) {
  const fits = bytes <= limit;
  const share = `${(bytes / 1000).toFixed(0)} KB of ${limit / 1000} KB`;
  console.log(`${fits ? 'ok' : 'TOO LARGE'}: ${what} takes ${share} compressed`);
  return fits;
}

if (isStarted(import.meta.url) && !report()) process.exit(1);
