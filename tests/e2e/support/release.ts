// A copy of the release that a test may change, and a server of its own that it may stop.
import { fileURLToPath } from 'node:url';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import sirv from 'sirv';
import { serviceWorker } from '../../../tools/finish/offline.mjs';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const release = process.env.E2E_DIST ?? join(root, 'dist');

export async function copyRelease(folder: string): Promise<string> {
  const copy = join(folder, 'dist');
  await cp(release, copy, { recursive: true });
  return copy;
}

/** Makes the copy a newer version, which calls itself `name`. */
export async function publish(copy: string, name: string): Promise<void> {
  const page = join(copy, 'index.html');
  const html = await readFile(page, 'utf8');
  await writeFile(page, html.replace('</head>', `  <meta name="generator" content="${name}">\n</head>`));
  const template = await readFile(join(root, 'www/sw.js'), 'utf8');
  await writeFile(join(copy, 'sw.js'), serviceWorker(template, copy));
}

export class Site {
  /** The paths that were asked for. */
  readonly hits: string[] = [];

  address = '';

  private constructor(private readonly server: Server) {}

  static async serve(folder: string): Promise<Site> {
    const files = sirv(folder, { dev: true, etag: true, setHeaders: (response) => response.setHeader('Cache-Control', 'no-cache') });
    const site: Site = new Site(createServer((request, response) => {
      site.hits.push(request.url ?? '');
      files(request, response, () => response.writeHead(404).end());
    }));
    await new Promise<void>((resolve) => site.server.listen(0, 'localhost', resolve));
    site.address = `http://localhost:${(site.server.address() as AddressInfo).port}/`;
    return site;
  }

  /** Stops it for good, with every connection. */
  async stop(): Promise<void> {
    if (!this.server.listening) return;
    const closed = new Promise((resolve) => this.server.close(resolve));
    this.server.closeAllConnections();
    await closed;
  }
}
