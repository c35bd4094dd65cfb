// What a browser lacks makes keys slower, not impossible.
import { expect, test } from '@playwright/test';
import * as openssl from './judges/openssl';
import { withFolder } from './judges/run';
import { QuickStart } from './support/quick_start';

// The engine's script is changed on its way in one story.
test.use({ serviceWorkers: 'block' });

test('without workers everything runs on the page', async ({ page }) => {
  await page.addInitScript(() => delete (self as { Worker?: unknown }).Worker);
  const scripts: string[] = [];
  const errors: string[] = [];
  page.on('request', (request) => scripts.push(request.url()));
  page.on('pageerror', (error) => errors.push(error.message));
  await makesSets(new QuickStart(page));
  expect(page.workers()).toHaveLength(0);
  // Their script would take the place of the engine's.
  expect(scripts.filter((url) => url.includes('/searcher-'))).toEqual([]);
  expect(errors).toEqual([]);
});

test('where workers start no workers the engine makes the keys itself', async ({ page }) => {
  await page.route(/engine-\w+\.js$/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `delete self.Worker;${await response.text()}` });
  });
  await makesSets(new QuickStart(page));
  expect(page.workers()).toHaveLength(1);
});

async function makesSets(form: QuickStart): Promise<void> {
  await form.open();
  for (const [keyType, password] of [['P-256', 'secret'], ['RSA 2048', ''], ['P-384', '']] as const) {
    await form.create({ serverNames: 'localhost', keyType, password });
    expect(await form.fact('server', 'key')).toBe(keyType);
    await withFolder(async (folder) => openssl.judge(await form.unpacked(folder, password || undefined)));
  }
  await expect(form.trouble()).toHaveCount(0);
}
