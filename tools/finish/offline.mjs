import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { contentHash, integrity } from './digest.mjs';

// Fills the service worker's template with every file of the release; a browser sees a new version
// when these bytes change.
export function serviceWorker(template, folder) {
  const files = Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name !== 'sw.js')
      .map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)).split(sep).join('/'))
      .sort()
      .map((path) => [path === 'index.html' ? './' : `./${path}`, integrity(readFileSync(join(folder, path)), 256)]),
  );
  const list = JSON.stringify(files, null, 2);
  return template.replace('%VERSION%', contentHash(template + list)).replace('%FILES%', list);
}
