// The benchmark's own small server, for this machine only: an empty page, the release under /dist/, the
// client under /client/, node-forge under /node-forge/, and this folder under /keygen/.
import { once } from 'node:events';
import { createServer } from 'node:http';
import sirv from 'sirv';
import { beside } from '../script.mjs';

const folders = {
  dist: '../../dist',
  client: '../../target/keygen',
  'node-forge': '../../node_modules/node-forge/dist',
  keygen: '.',
};
const PAGE = '<!DOCTYPE html><html lang="en"><meta charset="utf-8"><link rel="icon" href="data:,"><title>Keys</title>';

// Answers with the server, which listens on any free port.
export async function serve() {
  const files = Object.fromEntries(
    Object.entries(folders).map(([name, path]) => [name, sirv(beside(import.meta.url, path), { dev: true })]),
  );
  const server = createServer((request, response) => {
    const [, folder] = request.url.split('/');
    if (folder === '') return send(response, 200, PAGE);
    const notFound = () => send(response, 404, 'Not found');
    if (!Object.hasOwn(files, folder)) return notFound();
    request.url = request.url.slice(`/${folder}`.length);
    files[folder](request, response, notFound);
  });
  server.listen(0, 'localhost');
  await once(server, 'listening');
  return server;
}

function send(response, status, text) {
  response.writeHead(status, { 'Content-Type': 'text/html; charset=utf-8' });
  response.end(text);
}
