// Where a script stands, and whether it was started itself or is used by another.
import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

// Not URL.pathname, which writes a blank as %20. `url`: import.meta.url of the script.
export const beside = (url, path) => fileURLToPath(new URL(path, url));

export const isStarted = (url) => Boolean(process.argv[1]) && realpathSync(process.argv[1]) === fileURLToPath(url);
