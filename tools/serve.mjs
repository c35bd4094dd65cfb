// Serves the release on this machine: `make serve`, and Playwright's web server.
import { createServer } from 'node:http';
import { existsSync } from 'node:fs';
import sirv from 'sirv';
import { beside } from './script.mjs';

const port = Number(process.env.PORT || 8080);
const dist = beside(import.meta.url, '../dist');
if (!existsSync(`${dist}/index.html`)) fail('there is no release in dist/: run make build');

// no-cache: ask every time whether a file changed. The service worker does the real caching.
const files = sirv(dist, { etag: true, setHeaders: (response) => response.setHeader('Cache-Control', 'no-cache') });
const server = createServer((request, response) => {
  files(request, response, () => {
    response.statusCode = 404;
    response.end('Not found\n');
  });
});

server.on('error', (error) => {
  if (error.code === 'EADDRINUSE') fail(`port ${port} is in use. Choose another: make serve PORT=${port + 1}`);
  if (error.code === 'EACCES') fail(`port ${port} needs more rights. Choose another: make serve PORT=8080`);
  throw error;
});
// Only for this machine, by whichever address it calls itself.
server.listen(port, 'localhost', () => console.log(`Certwright is at http://localhost:${port}`));

function fail(message) {
  console.error(message);
  process.exit(1);
}
