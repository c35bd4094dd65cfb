// Loaded once, it works without a network; a new version is offered and never forced.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import { withFolder } from './judges/run';
import * as openssl from './judges/openssl';
import { QuickStart } from './support/quick_start';
import { copyRelease, publish, Site } from './support/release';

test('loaded once, then the server is gone: a reload and the quick start work', async ({ page, context }) => {
  await withSite(async (site, copy, folder) => {
    const form = await visit(page, site);
    // Everything of the release is kept.
    const kept = await page.evaluate(async () => {
      const names = await caches.keys();
      const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
      return { names, paths: requests.flat().map((request) => new URL(request.url).pathname) };
    });
    expect(kept.names).toHaveLength(1);
    expect(kept.paths.sort()).toEqual(await everyFile(copy));

    await site.stop();
    await context.setOffline(true);
    await expect(fetch(site.address)).rejects.toThrow(); // really gone

    await page.reload();
    await form.create({ serverNames: 'localhost', keyType: 'RSA 2048' });
    await openssl.judge(await form.unpacked(folder));
    await page.close({ runBeforeUnload: false });

    // Another tab, another address of the same page, another key.
    const second = await context.newPage();
    await second.goto(`${site.address}index.html#/settings`);
    await expect(second.getByText(form.words.offlineReady)).toBeVisible();
    await second.goto(`${site.address}?from=the-home-screen`);
    await new QuickStart(second).create({ serverNames: 'localhost' });
  });
});

test('without a network nothing is pretended to be there', async ({ page, context }) => {
  await withSite(async (site) => {
    await visit(page, site);
    await site.stop();
    await context.setOffline(true);
    expect(await page.evaluate(() => fetch('./no-such-file').then(() => 'answered', () => 'failed'))).toBe('failed');
  });
});

test('it can be installed: the manifest is valid, its icons are what it says', async ({ page }) => {
  await withSite(async (site) => {
    await visit(page, site);
    const session = await page.context().newCDPSession(page);
    const { data, errors } = await session.send('Page.getAppManifest');
    expect(errors).toEqual([]);
    // A test's context is a private window, where nothing is ever installed; all else is as it must be.
    await expect
      .poll(async () => (await session.send('Page.getInstallabilityErrors')).installabilityErrors.map((error) => error.errorId))
      .toEqual(['in-incognito']);

    const manifest = JSON.parse(data!);
    expect(manifest).toMatchObject({ start_url: './', scope: './', display: 'standalone' });
    expect(manifest.name).toContain('Certwright');
    for (const { src, sizes, type } of manifest.icons) {
      const response = await fetch(new URL(src, site.address));
      expect([src, response.status, response.headers.get('content-type')]).toEqual([src, 200, type]);
      expect([src, await sizeOfPng(response, sizes)]).toEqual([src, sizes]);
    }
    expect(manifest.icons.map((icon: any) => icon.purpose)).toContain('maskable');
  });
});

test('a new version is offered; it waits until one wants it', async ({ page, context }) => {
  await withSite(async (site, copy) => {
    const form = await visit(page, site);
    await form.fill({ serverNames: 'localhost', organization: 'Testers', password: 'secret' });
    const typed = await form.typed();
    await page.evaluate(() => Object.assign(window, { theOldOne: true }));

    await publish(copy, 'the new one');
    await lookForUpdate(page);
    await expect(form.button('loadNow')).toBeVisible();
    // It is complete and waits. The old one goes on, with all that was typed.
    await expect.poll(() => workers(page)).toEqual({ waiting: 'installed', active: 'activated' });
    expect(await page.evaluate(() => 'theOldOne' in window)).toBe(true);
    expect(await form.typed()).toEqual(typed);
    await page.getByRole('link', { name: form.words.settings }).click();
    await expect(page.getByText('a new version waits')).toBeVisible();
    await page.getByRole('navigation').getByRole('link', { name: form.words.quickStart }).click();
    await form.create();
    expect(await form.typed()).toEqual(typed);
    expect(await version(page)).toBe('');

    // A second tab starts with the old one, too: two versions never run side by side.
    const second = await context.newPage();
    await second.goto(site.address);
    expect(await version(second)).toBe('');
    await expect(new QuickStart(second).button('loadNow')).toBeVisible();
    await second.close();

    // "The form and files that you have not saved go with the old one."
    let asked = 0;
    page.on('dialog', async (dialog) => {
      asked += 1;
      await dialog.accept();
    });
    await form.button('loadNow').click();
    await expect.poll(() => version(page).catch(() => '')).toBe('the new one');
    expect(asked).toBe(1); // private keys were not saved
    expect(await page.evaluate(() => 'theOldOne' in window)).toBe(false);
    await expect(form.button('create')).toBeVisible();
    await expect(form.button('loadNow')).toBeHidden();
    await expect.poll(() => page.evaluate(() => caches.keys().then((names) => names.length))).toBe(1);

    // And it works without a network like the one before.
    await site.stop();
    await page.reload();
    expect(await version(page)).toBe('the new one');
    await form.create({ serverNames: 'localhost' });
  });
});

test('a new version that is not whole is not offered', async ({ page }) => {
  await withSite(async (site, copy) => {
    const form = await visit(page, site);
    await publish(copy, 'half of the next');
    // One file is not what sw.js says, as in the middle of an upload.
    await writeFile(`${copy}/index.html`, (await readFile(`${copy}/index.html`, 'utf8')).replace('half of the next', 'something else'));
    await lookForUpdate(page);
    await expect.poll(() => workers(page)).toEqual({ waiting: null, active: 'activated' });
    await expect(form.button('loadNow')).toHaveCount(0);
    await site.stop();
    await page.reload();
    expect(await version(page)).toBe(''); // the old one is whole
    await form.create({ serverNames: 'localhost' });
  });
});

async function withSite(work: (site: Site, copy: string, folder: string) => Promise<void>): Promise<void> {
  await withFolder(async (folder) => {
    const copy = await copyRelease(folder);
    const site = await Site.serve(copy);
    try {
      await work(site, copy, folder);
    } finally {
      await site.stop();
    }
  });
}

/** The first visit, until the page says that it works without a network. */
async function visit(page: Page, site: Site): Promise<QuickStart> {
  const form = new QuickStart(page);
  await page.goto(`${site.address}#/settings`);
  await expect(page.getByText(form.words.offlineReady)).toBeVisible();
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
  await page.getByRole('navigation').getByRole('link', { name: form.words.quickStart }).click();
  return form;
}

/** As a browser does by itself from time to time. */
async function lookForUpdate(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    const installed = new Promise((done) => {
      registration.addEventListener('updatefound', () => {
        const worker = registration.installing!;
        worker.addEventListener('statechange', () => done(worker.state));
      });
    });
    await registration.update();
    await installed;
  });
}

function workers(page: Page): Promise<{ waiting: string | null; active: string | null }> {
  return page.evaluate(async () => {
    const { waiting, active } = await navigator.serviceWorker.ready;
    return { waiting: waiting?.state ?? null, active: active?.state ?? null };
  });
}

function version(page: Page): Promise<string> {
  return page.evaluate(() => document.querySelector<HTMLMetaElement>('meta[name=generator]')?.content ?? '');
}

async function everyFile(copy: string): Promise<string[]> {
  const entries = await readdir(copy, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => `${entry.parentPath ?? entry.path}/${entry.name}`.slice(copy.length));
  return files.filter((file) => file !== '/sw.js').map((file) => (file === '/index.html' ? '/' : file)).sort();
}

async function sizeOfPng(response: Response, sizes: string): Promise<string> {
  const bytes = Buffer.from(await response.arrayBuffer());
  if (sizes === 'any') return bytes.toString().includes('<svg') ? 'any' : 'not a drawing';
  expect(bytes.subarray(1, 4).toString()).toBe('PNG');
  return `${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`;
}
