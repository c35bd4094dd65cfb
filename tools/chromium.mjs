// Which browser and driver the tests use. CHROME= and CHROMEDRIVER= win; then Debian's pair, whose
// versions always match; then what else the PATH holds.
import { accessSync, constants, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { isStarted } from './script.mjs';

export function findChrome() {
  return process.env.CHROME || onPath('chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome');
}

export function findChromedriver() {
  return process.env.CHROMEDRIVER || onPath('chromedriver', 'chromium.chromedriver');
}

// The arguments stand in webdriver.json, where wasm-bindgen's test runner reads them.
export const chromeArguments =
  JSON.parse(readFileSync(new URL('../webdriver.json', import.meta.url)))['goog:chromeOptions'].args;

function onPath(...names) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  for (const name of names) {
    for (const folder of folders) {
      try {
        accessSync(join(folder, name), constants.X_OK);
        return join(folder, name);
      } catch {
        // not in this folder
      }
    }
  }
  return undefined;
}

// `node tools/chromium.mjs` prints two lines for the shell: browser, driver (empty when missing).
if (isStarted(import.meta.url)) {
  console.log(findChrome() ?? '');
  console.log(findChromedriver() ?? '');
}
