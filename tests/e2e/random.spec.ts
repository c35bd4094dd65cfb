// Random bytes and passphrases, as asked for and never the same twice.
import { readFile } from 'node:fs/promises';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { run } from './judges/run';
import { expectAccessible } from './support/axe';
import { expectFits } from './support/fits';
import { LANGUAGES, LOCALE } from './support/words';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

const MEBIBYTE = 1 << 20;

class Form {
  constructor(
    readonly page: Page,
    readonly count: Locator,
    readonly button: Locator,
    readonly name: string,
  ) {}

  output(): Locator {
    return this.page.locator(`pre[aria-label="${this.name}"]`);
  }

  async make(count: string): Promise<string> {
    await this.count.fill(count); // which takes away what was made before
    await expect(this.output()).toHaveCount(0);
    await this.button.click();
    await expect(this.output()).toBeVisible();
    await expect(this.count).toHaveAttribute('aria-invalid', 'false');
    return this.output().innerText();
  }

  /** What is said beside the count. */
  async refused(count: string): Promise<string> {
    await this.count.fill(count);
    await this.button.click();
    await expect(this.count).toHaveAttribute('aria-invalid', 'true');
    await expect(this.count).toBeFocused();
    await expect(this.count).toHaveValue(count);
    await expect(this.output()).toHaveCount(0);
    return this.page.locator(`#${await this.count.getAttribute('id')}-problem`).innerText();
  }
}

async function open(page: Page): Promise<void> {
  await page.goto('./#/random');
  await expect(page.getByRole('heading', { level: 1, name: 'Random' })).toBeVisible();
}

const bytes = (page: Page) => new Form(page, page.getByLabel('How many bytes'), page.getByRole('button', { name: 'Make bytes' }), 'Random bytes');
const words = (page: Page) => new Form(page, page.getByLabel('How many words'), page.getByRole('button', { name: 'Make a passphrase' }), 'Passphrase');
const characters = (page: Page) => new Form(page, page.getByLabel('How many characters'), page.getByRole('button', { name: 'Make a passphrase' }), 'Passphrase');
/** The one of the bytes. */
const command = (page: Page) => page.locator('form', { has: page.getByLabel('How many bytes') }).locator('details.cw-command');

test('bytes as text have the length that was asked for', async ({ page }) => {
  await open(page);
  const form = bytes(page);
  const hex = await form.make('32');
  expect(hex).toMatch(/^[0-9a-f]{64}$/);
  expect(await form.make('32')).not.toBe(hex);
  expect(await form.make('1')).toMatch(/^[0-9a-f]{2}$/);
  expect(await form.make(' 65536 ')).toHaveLength(2 * 65_536);

  const copied = await form.make('16');
  await page.getByRole('button', { name: 'Copy Random bytes' }).click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(copied);
  await command(page).locator('summary').click();
  expect(await command(page).locator('pre').innerText()).toBe('openssl rand -hex 16');

  await page.getByLabel('As', { exact: true }).selectOption('Base64');
  for (const count of [1, 48, 49, 100]) {
    const text = await form.make(String(count));
    expect(Buffer.from(text.replaceAll('\n', ''), 'base64')).toHaveLength(count);
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(64);
  }
  const line = await command(page).locator('pre').innerText();
  expect(line).toBe('openssl rand -base64 100');
  // OpenSSL breaks its lines likewise.
  const [theirs, ours] = [await run('bash', ['-c', line]), await form.make('100')];
  expect(ours.split('\n').map((it) => it.length)).toEqual(theirs.trimEnd().split('\n').map((it) => it.length));
});

test('a count that cannot be is told beside its field', async ({ page }) => {
  await open(page);
  const form = bytes(page);
  for (const count of ['0', '65537', '4294967296', '99999999999999999999']) expect(await form.refused(count)).toBe('Choose between 1 and 65536 bytes.');
  for (const count of ['ten', '1.5', '-1', '1e3', '0x10']) expect(await form.refused(count)).toBe('Give a whole number.');
  expect(await form.refused('')).toBe('Fill this in.');
  await form.count.fill('8'); // and is not told any more
  await expect(form.count).toHaveAttribute('aria-invalid', 'false');

  const phrase = words(page);
  for (const count of ['0', '3', '25']) expect(await phrase.refused(count)).toBe('Choose between 4 and 24 words.');
  expect(await phrase.refused('six')).toBe('Give a whole number.');
  await page.getByLabel('Made of').selectOption('Letters and digits');
  for (const count of ['7', '129']) expect(await characters(page).refused(count)).toBe('Choose between 8 and 128 characters.');
});

test('a file has exactly so many bytes', async ({ page }) => {
  await open(page);
  await page.getByLabel('As', { exact: true }).selectOption('A file (random.bin)');
  const count = page.getByLabel('How many bytes');
  for (const many of [1, 65_537, 3 * MEBIBYTE]) {
    await count.fill(String(many));
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Save random.bin' }).click()]);
    expect(download.suggestedFilename()).toBe('random.bin');
    const saved = await readFile(await download.path());
    expect(saved).toHaveLength(many);
    // As random as one can see: one byte in 256 is zero.
    if (many > 1) expect(saved.filter((octet) => octet === 0).length / many).toBeCloseTo(1 / 256, 2);
    await expect(page.getByText('Saved as random.bin')).toBeVisible();
  }
  await command(page).locator('summary').click();
  expect(await command(page).locator('pre').innerText()).toBe(`openssl rand -out random.bin ${3 * MEBIBYTE}`);
  await count.fill(String(64 * MEBIBYTE + 1));
  await page.getByRole('button', { name: 'Save random.bin' }).click();
  await expect(page.locator('#random-count-problem')).toHaveText('Choose between 1 and 67108864 bytes.');
  await expect(page.getByText('Saved as random.bin')).toHaveCount(0);
});

test('a passphrase has as many words, and is copied', async ({ page }) => {
  await open(page);
  const form = words(page);
  await expect(form.count).toHaveValue('6');
  await expect(page.locator('#passphrase-count-help')).toContainText('66 bits');
  for (const count of [6, 4, 24]) expect((await form.make(String(count))).split('-')).toHaveLength(count);
  const phrase = await form.make('8');
  expect(phrase).toMatch(/^[a-z]+(-[a-z]+){7}$/);
  expect(await form.make('8')).not.toBe(phrase);
  const shown = await form.output().innerText();
  await page.getByRole('button', { name: 'Copy Passphrase' }).click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(shown);

  await page.getByLabel('Made of').selectOption('Letters and digits');
  await expect(form.output()).toHaveCount(0);
  await expect(characters(page).count).toHaveValue('20');
  expect(await characters(page).make('128')).toMatch(/^[2-9A-HJ-NP-Za-km-z]{128}$/);
  await page.getByLabel('Made of').selectOption('Letters, digits and signs');
  await expect(characters(page).count).toHaveValue('128');
  expect(await characters(page).make('128')).toMatch(/[!*+,./:=@_~-]/);
});

for (const language of LANGUAGES) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test.describe(`${LOCALE[language]}, ${colorScheme}, on a phone`, () => {
      test.use({ locale: LOCALE[language], colorScheme, viewport: { width: 360, height: 740 }, contextOptions: { reducedMotion: 'reduce' } });

      test('axe finds nothing, and nothing scrolls sideways', async ({ page }) => {
        await page.goto('./#/random');
        await expect(page.locator('#page-title')).toHaveText({ en: 'Random', zh: '随机数' }[language]);
        const buttons = page.locator('form.cw-panel button[type=submit]');
        await look(page);
        await page.locator('#random-count').fill('x');
        await page.locator('#passphrase-count').fill('24');
        for (const button of await buttons.all()) await button.click();
        await expect(page.locator('#random-count')).toHaveAttribute('aria-invalid', 'true');
        await expect(page.locator('pre.cw-output').first()).toBeVisible();
        await look(page);
        await page.locator('#random-count').fill('100');
        await buttons.last().click();
        await page.locator('details.cw-command').evaluateAll((all) => all.forEach((it) => ((it as HTMLDetailsElement).open = true)));
        await expect(page.locator('pre.cw-output')).toHaveCount(3);
        await look(page);
      });
    });
  }
}

async function look(page: Page): Promise<void> {
  await expectAccessible(page);
  await expectFits(page);
}
