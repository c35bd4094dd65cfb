// The whole flow without a mouse.
import { expect, test, type Page } from '@playwright/test';
import { FILES, KEYS, QuickStart } from './support/quick_start';
import { stall } from './support/workers';

// So high that nothing scrolls while the focus moves: only the focus then changes the picture.
test.use({ viewport: { width: 1400, height: 3200 }, contextOptions: { reducedMotion: 'reduce' } });

test('the whole flow by keyboard', async ({ page }) => {
  const form = new QuickStart(page);
  await form.open();
  const { keyboard } = page;
  await tabTo(page, 'Server names');
  await keyboard.type('localhost');
  await keyboard.press('Enter'); // a new line, not the end of the form
  await keyboard.type('127.0.0.1');
  await expect(form.chips()).toHaveText(['DNS: localhost', 'IPv4: 127.0.0.1']);
  await tabTo(page, 'Organization');
  await keyboard.type('Testers');

  await tabTo(page, 'P-256'); // one stop for all, arrows between them
  await keyboard.press('ArrowDown');
  await expect(form.keyType('P-384')).toBeChecked();
  await expect(form.keyType('P-384')).toBeFocused();
  await keyboard.press('ArrowUp');
  await expect(form.keyType('P-256')).toBeChecked();
  await keyboard.press('Tab');
  await expect(form.field('years')).toBeFocused();

  await tabTo(page, 'Key password');
  await keyboard.type('secret enough');
  await tabTo(page, 'Show password');
  await keyboard.press('Space');
  await expect(form.field('password')).toHaveAttribute('type', 'text');
  await expect(form.button('showPassword')).toBeFocused(); // the place is not lost
  await keyboard.press('Enter');
  await expect(form.field('password')).toHaveAttribute('type', 'password');

  await tabTo(page, 'Create certificates');
  await keyboard.press('Enter');
  await form.finished();

  // From the results on, every file and the archive.
  await page.keyboard.press('Tab');
  await expect(form.button('downloadAll')).toBeFocused();
  const archive = page.waitForEvent('download');
  await keyboard.press('Space');
  expect((await archive).suggestedFilename()).toBe('certificates.zip');
  await expect(form.button('downloadAll')).toBeFocused();
  const reached: string[] = [];
  for (let stops = 0; stops < 2 * FILES.length - KEYS.length; stops += 1) {
    await keyboard.press('Tab');
    reached.push(await focusedName(page));
  }
  const wanted = FILES.flatMap((name) => (KEYS.includes(name) ? [`Download ${name}`] : [`Copy ${name}`, `Download ${name}`]));
  expect(reached.sort()).toEqual(wanted.sort());
  const last = (await focusedName(page)).replace('Download ', '');
  const file = page.waitForEvent('download');
  await keyboard.press('Enter');
  expect((await file).suggestedFilename()).toBe(last);
});

test('Enter in any line sends the form off', async ({ page }) => {
  const form = new QuickStart(page);
  await form.open();
  await form.fill({ serverNames: 'localhost' });
  await form.field('organization').focus();
  await page.keyboard.press('Enter');
  await form.finished();
});

test('Cancel by keyboard', async ({ page }) => {
  const form = new QuickStart(page);
  await form.open();
  await stall(page);
  await form.fill({ serverNames: 'localhost' });
  await tabTo(page, 'Create certificates');
  await page.keyboard.press('Space');
  // A key pressed twice must not end what it began: Cancel is one step on.
  await expect(page.locator('#working')).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(form.button('cancel')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(form.trouble()).toBeFocused();
  await expect(form.trouble()).toContainText('The form is as you left it');
  await expect(form.field('serverNames')).toHaveValue('localhost');
  // And on from there.
  await tabTo(page, 'Create certificates');
  await page.keyboard.press('Enter');
  await form.finished();
});

test('a fault brings the focus to its field', async ({ page }) => {
  const form = new QuickStart(page);
  await form.open();
  await form.fill({ serverNames: 'localhost', country: 'X' });
  await tabTo(page, 'Create certificates');
  await page.keyboard.press('Enter');
  await expect(form.field('country')).toBeFocused();
});

test('the first stop skips to the content', async ({ page }) => {
  const form = new QuickStart(page);
  await form.open();
  const skip = page.getByRole('link', { name: form.words.skip });
  await expect(skip).not.toBeInViewport();
  await page.keyboard.press('Tab');
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(form.field('serverNames')).toBeFocused(); // past masthead and navigation
  expect(new URL(page.url()).hash).toMatch(/^(#\/)?$/); // still the same page
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the focus is seen at every stop, ${colorScheme}`, async ({ page }) => {
    test.slow();
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const form = new QuickStart(page);
    await form.open();
    await form.create({ serverNames: 'localhost' });
    const seen = new Set<string>();
    for (;;) {
      await page.keyboard.press('Tab');
      const name = await focusedName(page);
      if (name === '') continue; // past the last, before the first
      if (seen.has(name)) break;
      seen.add(name);
      const { clip, same } = await focusPicture(page);
      const focused = await page.screenshot({ clip });
      const place = await page.evaluateHandle(() => document.activeElement as HTMLElement);
      await place.evaluate((element) => element.blur());
      expect(await same(), `${name} stays where it is`).toBe(true);
      const without = await page.screenshot({ clip });
      expect(focused.equals(without), `the focus on “${name}” cannot be seen`).toBe(false);
      await place.evaluate((element) => element.focus());
    }
    for (const name of ['Skip to content', 'Language', 'Dark theme', 'Settings', 'Server names', 'P-256', 'Show password', 'Create certificates', 'Download all (ZIP)', 'Download fullchain.pem', 'Copy cacert.pem']) {
      expect([...seen]).toContain(name);
    }
  });
}

/** Tab until this has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  const passed: string[] = [];
  for (let stops = 0; stops < 60; stops += 1) {
    await page.keyboard.press('Tab');
    const reached = await focusedName(page);
    if (reached === name) return;
    passed.push(reached);
  }
  throw new Error(`Tab never comes to “${name}”, but to ${passed.join(', ')}`);
}

/** The accessible name of what has the focus; nothing if that is the page itself. */
async function focusedName(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return '';
    const label = element.getAttribute('aria-label') ?? (element as HTMLInputElement).labels?.[0]?.textContent ?? element.textContent;
    return label?.trim() ?? '';
  });
}

/** The part of the page around what has the focus, and whether that is still there. */
async function focusPicture(page: Page) {
  const place = await page.evaluateHandle(() => document.activeElement as HTMLElement);
  const box = (await place.boundingBox())!;
  const clip = { x: Math.max(0, box.x - 8), y: Math.max(0, box.y - 8), width: box.width + 16, height: box.height + 16 };
  const same = async () => {
    const now = await place.boundingBox();
    // the skip link hides when it is left: that can be seen as well
    return now === null || now.y < 0 || Math.abs(now.y - box.y) < 1 || now.x < 0;
  };
  return { clip, same };
}
