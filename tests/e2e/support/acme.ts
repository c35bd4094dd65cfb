// The ACME page as a person finds it.
import { readFile } from 'node:fs/promises';
import { expect, type Locator, type Page } from '@playwright/test';

export const PATIENCE = { timeout: 90_000 };

/** RFC 8555, section 8.4's. */
export const TOKEN = 'evaGxfADs6pSRb2LAv9IZf17Dt3juxGJ-PCt92wr-oA';

export class AcmePage {
  constructor(readonly page: Page) {}

  async open(): Promise<void> {
    await this.page.goto('./#/acme');
    await expect(this.page.getByRole('heading', { level: 1, name: 'ACME' })).toBeVisible();
  }

  account(): Locator {
    return this.page.getByRole('article', { name: / account key$/ });
  }

  field(name: 'Token' | 'Domain' | 'Protected header' | 'Payload'): Locator {
    return this.page.getByRole('textbox', { name, exact: true });
  }

  /** What is wrong with a field, as it is told to whoever is in it. */
  async problem(field: Locator): Promise<string> {
    await expect(field).toHaveAttribute('aria-invalid', 'true');
    const id = await field.getAttribute('id');
    return this.page.locator(`#${id}-problem`).innerText();
  }

  async create(kind: string): Promise<void> {
    await this.page.getByRole('combobox', { name: 'Key type' }).selectOption(kind);
    await this.page.getByRole('button', { name: 'Create account key' }).click();
    await expect(this.page.getByRole('heading', { name: 'Your account key' })).toBeFocused(PATIENCE);
    await expect(this.account()).toContainText(`${kind} account key`);
  }

  /** Takes the account in use off the page. */
  async remove(): Promise<void> {
    await this.page.getByRole('button', { name: /^Remove: / }).click();
    await expect(this.page.locator('#page-title')).toBeFocused();
  }

  /** Opens files as if they were chosen in the browser's dialogue. */
  async drop(...files: { name: string; text: string }[]): Promise<void> {
    const buffers = files.map(({ name, text }) => ({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(text) }));
    await this.page.locator('input[type=file]').setInputFiles(buffers);
  }

  /** A value by the name of it. */
  async value(name: string): Promise<string> {
    const term = this.page.getByRole('main').getByText(name, { exact: true }).and(this.page.locator('dt'));
    return (await term.locator('xpath=following-sibling::dd[1]/span').first().innerText()).trim();
  }

  /** The equivalent command that is under a heading; every one is opened first. */
  async command(within: Locator, summary = /OpenSSL/): Promise<string> {
    const details = within.locator('details.cw-command', { has: this.page.locator('summary', { hasText: summary }) }).first();
    if (!(await details.evaluate((it: HTMLDetailsElement) => it.open))) await details.locator('summary').click();
    return details.locator('pre').innerText();
  }

  async save(button: Locator): Promise<{ name: string; bytes: Buffer }> {
    const [download] = await Promise.all([this.page.waitForEvent('download'), button.click()]);
    return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
  }

  async jwk(): Promise<JsonWebKey & { kty: string }> {
    const details = this.page.locator('details', { has: this.page.locator('summary', { hasText: 'Public key as JSON Web Key' }) }).last();
    if (!(await details.evaluate((it: HTMLDetailsElement) => it.open))) await details.locator('> summary').click();
    return JSON.parse(await details.locator('pre').innerText());
  }

  async sign(header: string, payload: string): Promise<{ protected: string; payload: string; signature: string }> {
    await this.field('Protected header').fill(header);
    await this.field('Payload').fill(payload);
    await this.page.getByRole('button', { name: 'Sign the message' }).click();
    await expect(this.page.getByRole('heading', { name: 'Signed message' })).toBeFocused();
    return JSON.parse(await this.page.locator('pre[aria-labelledby=signed]').innerText());
  }
}
