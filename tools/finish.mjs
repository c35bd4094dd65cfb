// The last step of a build: trunk's post_build hook, on trunk's staging folder. It shrinks what the
// compilers made, names every file by its content, writes the policy and the offline copy's list.
// Same input, same bytes out.
import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beside } from './script.mjs';
import { contentHash, integrity } from './finish/digest.mjs';
import { serviceWorker } from './finish/offline.mjs';
import { policy } from './finish/policy.mjs';
import { stylesheet } from './finish/styles.mjs';
import { optimise, requireNone } from './finish/wasm.mjs';

const root = beside(import.meta.url, '..');
const staging = process.env.TRUNK_STAGING_DIR;
if (!staging) throw new Error('finish.mjs is trunk\'s hook: TRUNK_STAGING_DIR is not set');

const read = (name) => readFileSync(join(staging, name));
const readText = (name) => read(name).toString('utf8');
const write = (name, content) => writeFileSync(join(staging, name), content);

let html = readText('index.html');

const searchers = ['searcher-fused', 'searcher-portable'];

// The page starts sooner when small. The workers make the keys: there speed counts more than size.
await Promise.all([
  optimise(join(staging, 'app_bg.wasm'), '-Oz'),
  ...['engine', ...searchers].map((program) => optimise(join(staging, `${program}_bg.wasm`), '-O3')),
]);
for (const program of ['app', 'engine']) requireNone(join(staging, `${program}_bg.wasm`), 'SIMD128', 'RelaxedSIMD');
requireNone(join(staging, 'searcher-portable_bg.wasm'), 'RelaxedSIMD');

// The page's program. Its start script and preload links name the two files: let them name the final ones.
const appModule = hashed('app_bg.wasm');
const appScript = hashed('app.js');
replaceInHtml(/app_bg\.wasm/g, appModule);
replaceInHtml(/app\.js/g, appScript);
addIntegrity();

// The workers' programs. The page fetches the files itself and starts workers from a blob, so the
// generated scripts need their bootstrap inside. The engine's are needed at once; of the searchers the
// page chooses one.
const engine = worker('engine');
addToHead(`<link rel="preload" as="fetch" crossorigin id="engine-script" href="./${engine.script}">`);
addToHead(`<link rel="preload" as="fetch" crossorigin id="engine-module" type="application/wasm" href="./${engine.module}">`);
for (const name of searchers) {
  const { script, module } = worker(name);
  addToHead(`<meta name="${name}-script" content="./${script}">`);
  addToHead(`<meta name="${name}-module" content="./${module}">`);
}

const css = await stylesheet({
  own: readFileSync(join(root, 'www/page.css'), 'utf8'),
  // Where a class must be named to be kept: in the program, in its source, in the markup.
  mentions: [read(appModule), ...sources(join(root, 'src/bin/app')), Buffer.from(html)],
});
write('page.css', css);
const styles = hashed('page.css');
addToHead(`<link rel="stylesheet" href="./${styles}" integrity="${integrity(css)}">`);

// The browser asks for the tab's icon again at every change of the address, so it comes with the page.
inlineIcon('icons/favicon-32.png', 'image/png');
inlineIcon('icons/mark.svg', 'image/svg+xml');

html = tidy(html);
html = html.replace('<head>', () => `<head>\n  ${policy(html, css)}`);
write('index.html', html);
write('sw.js', serviceWorker(readFileSync(join(root, 'www/sw.js'), 'utf8'), staging));

function worker(name) {
  write(`${name}.js`, readText(`${name}.js`) + readFileSync(join(root, 'www/worker.js'), 'utf8'));
  return { module: hashed(`${name}_bg.wasm`), script: hashed(`${name}.js`) };
}

// Gives a file its content's hash as part of its name.
function hashed(name) {
  const named = name.replace(/(_bg)?\.(\w+)$/, `-${contentHash(read(name))}$&`);
  renameSync(join(staging, name), join(staging, named));
  return named;
}

function replaceInHtml(pattern, name) {
  if (!pattern.test(html)) throw new Error(`index.html does not mention ${pattern}: has trunk changed?`);
  html = html.replace(pattern, name);
}

function addToHead(tag) {
  html = html.replace('</head>', () => `  ${tag}\n</head>`);
}

function inlineIcon(path, type) {
  const link = `<link rel="icon" href="./${path}"`;
  if (!html.includes(link)) throw new Error(`index.html has no ${link}`);
  html = html.replace(link, () => `<link rel="icon" href="data:${type};base64,${read(path).toString('base64')}"`);
}

// To every script of the page, with those that its crates bring. trunk lists them in an order that
// changes from run to run.
function addIntegrity() {
  const preload = /<link rel="modulepreload" href="\.\/([^"]+)"[^>]*(?=>)/g;
  const links = [...html.matchAll(preload)].map(([link, script]) => `${link} integrity="${integrity(read(script))}">`);
  if (links.length === 0) throw new Error('index.html preloads no script: has trunk changed?');
  html = html.replace(/<link rel="modulepreload"[^>]*>/g, '');
  links.sort().forEach(addToHead);
}

function sources(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files.map((entry) => readFileSync(join(entry.parentPath ?? entry.path, entry.name)));
}

// Comments are for the source; trunk puts several tags on one line.
function tidy(text) {
  return text.replace(/<!--[\s\S]*?-->/g, '').replace(/>(?= *<link)/g, '>\n').replace(/^\s*\n/gm, '');
}
