// The page answers while keys are made, and Cancel means now.
import { expect, test, type Page } from '@playwright/test';
import { QuickStart } from './support/quick_start';

/** The browser itself calls a task long that keeps the page from answering for more than 50 ms. */
const LIMIT = 50;

/** Without our own search an RSA key takes seconds: time enough to do something meanwhile. */
const SLOW = './?kernel=none';

/** The page's own long task comes at every round; a pause of a busy machine does not come three times. */
const ROUNDS = 3;

for (const keyType of ['RSA 2048', 'RSA 4096', 'P-256'] as const) {
  test(`making a ${keyType} set never blocks the page`, async ({ page }, info) => {
    const form = new QuickStart(page);
    await form.openAndSettle();
    await form.fill({ serverNames: 'localhost', keyType });
    const rounds: string[][] = [];
    while (rounds.length < ROUNDS && rounds.every((long) => long.length > 0)) {
      await watch(page);
      await form.create();
      await form.downloadAll();
      const { long, gaps } = await watched(page);
      rounds.push(long);
      info.annotations.push({ type: 'longest pause between two pictures', description: `${Math.round(Math.max(...gaps))} ms` });
      expect(gaps.length).toBeGreaterThan(3); // pictures were drawn all the while
    }
    expect(rounds.at(-1), `long tasks in every one of ${ROUNDS} rounds: ${JSON.stringify(rounds)}`).toEqual([]);
  });
}

test('the watch sees a long task', async ({ page }) => {
  const form = new QuickStart(page);
  await form.openAndSettle();
  await watch(page);
  await page.evaluate((limit) => {
    setTimeout(() => {
      for (const end = performance.now() + 2 * limit; performance.now() < end; );
    });
  }, LIMIT);
  await expect.poll(async () => (await watched(page)).long.length).toBeGreaterThan(0);
});

test('while keys are made the page can be used', async ({ page }) => {
  const form = new QuickStart(page);
  await form.openAndSettle(SLOW);
  await form.fill({ serverNames: 'localhost', keyType: 'RSA 4096' });
  await form.button('create').click();
  await expect(form.button('cancel')).toBeVisible();
  await form.field('organization').pressSequentially('Testers');
  await expect(form.field('organization')).toHaveValue('Testers');
  await form.theme('dark').click();
  await expect(form.theme('dark')).toHaveAttribute('aria-pressed', 'true');
  await expect(form.button('cancel'), 'it still works').toBeVisible();
  await form.button('cancel').click();
  await expect(form.button('create')).toBeVisible();
});

test('Cancel ends the work at once, the form is as it was, and a second start works', async ({ page }) => {
  const form = new QuickStart(page);
  await form.openAndSettle(SLOW);
  await form.fill({ serverNames: 'localhost', organization: 'Testers', password: 'secret', keyType: 'RSA 4096' });
  const typed = await form.typed();
  for (let round = 0; round < 3; round += 1) {
    await form.button('create').click();
    await expect(page.getByText(/^Making (three keys|keys:)/)).toBeVisible();
    const took = await page.evaluate(async () => {
      const start = performance.now();
      document.getElementById('cancel')!.click();
      while (document.getElementById('cancel')) await new Promise(requestAnimationFrame);
      return performance.now() - start;
    });
    expect(took).toBeLessThan(1_000);
    await expect(form.trouble()).toContainText('Cancelled');
    await expect(form.button('create')).toBeVisible();
    await expect(page.getByRole('progressbar')).toHaveCount(0);
    expect(await form.typed()).toEqual(typed);
    await expect(form.keyType('RSA 4096')).toBeChecked();
  }
  await form.create({ keyType: 'RSA 2048' });
  expect(await form.fact('client', 'key')).toBe('RSA 2048');
  await expect(form.trouble()).toHaveCount(0);
});

test('Cancel keeps the set made before', async ({ page }) => {
  const form = new QuickStart(page);
  await form.openAndSettle(SLOW);
  await form.create({ serverNames: 'localhost' });
  const serial = await form.fact('server', 'serial');
  await form.fill({ keyType: 'RSA 4096' });
  await form.button('create').click();
  await form.button('cancel').click();
  await expect(form.trouble()).toContainText('Cancelled');
  expect(await form.fact('server', 'serial')).toBe(serial);
  expect((await form.download('key.pem')).toString()).toContain('PRIVATE KEY');
});

/** From now on, what blocks the page and when it draws. */
async function watch(page: Page): Promise<void> {
  await page.evaluate(() => {
    const seen = { long: [] as string[], gaps: [] as number[], stop: false };
    const start = performance.now();
    const say = (entry: PerformanceEntry) => `${Math.round(entry.duration)} ms, ${Math.round(entry.startTime - start)} ms after the start`;
    const observer = new PerformanceObserver((list) => seen.long.push(...list.getEntries().map(say)));
    observer.observe({ type: 'longtask' });
    let last = performance.now();
    const draw = (now: number) => {
      seen.gaps.push(now - last);
      last = now;
      if (!seen.stop) requestAnimationFrame(draw);
    };
    requestAnimationFrame(draw);
    Object.assign(window, { seen, observer, say });
  });
}

async function watched(page: Page): Promise<{ long: string[]; gaps: number[] }> {
  return page.evaluate(() => {
    const { seen, observer, say } = window as any;
    seen.long.push(...observer.takeRecords().map(say));
    seen.stop = true;
    return { long: seen.long, gaps: seen.gaps };
  });
}
