// The Keys page as a person finds it: by the names of its parts.
import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { PATIENCE } from './quick_start';

export class KeysPage {
  constructor(
    readonly page: Page,
    readonly folder: string,
  ) {}

  async open(): Promise<void> {
    await this.page.goto('./#/keys');
    await expect(this.page.getByRole('heading', { level: 1 })).toHaveText(/^(Keys|密钥)$/);
  }

  /** Gives files to the drop zone as its button does. */
  async drop(...names: string[]): Promise<void> {
    await this.page.locator('#open-files').setInputFiles(names.map((name) => join(this.folder, name)));
  }

  cards(): Locator {
    return this.page.getByRole('article');
  }

  /** The card of what came from a file. */
  from(file: string): Locator {
    return this.cards().filter({ has: this.page.getByText(new RegExp(`^${file.replace('.', '\\.')} ·`)) });
  }

  async showAll(card: Locator): Promise<void> {
    await card.getByRole('button', { name: 'Save, convert, look inside', exact: true }).click();
  }

  async make(algorithm: string): Promise<Locator> {
    await this.page.getByLabel('Key type', { exact: true }).selectOption({ label: algorithm });
    await this.page.getByRole('button', { name: 'Create key', exact: true }).click();
    const heading = this.page.getByRole('heading', { level: 3, name: `Private key, ${algorithm}`, exact: true });
    await expect(heading, 'the new key has the focus').toBeFocused(PATIENCE);
    return this.cards().filter({ has: heading });
  }

  /** What a button saves, in the folder, for its owner only, as ssh-keygen wants it. */
  async save(button: Locator, name?: string): Promise<string> {
    const [download] = await Promise.all([this.page.waitForEvent('download', PATIENCE), button.click()]);
    const path = join(this.folder, `saved-${download.suggestedFilename()}`);
    if (name) expect(download.suggestedFilename()).toBe(name);
    await download.saveAs(path);
    await chmod(path, 0o600);
    return path;
  }

  /** A private key in one of the forms that the card offers. */
  async savePrivate(card: Locator, form: string, password = ''): Promise<string> {
    await card.getByLabel('Form of the private key', { exact: true }).selectOption({ label: form });
    const field = card.getByLabel('Password for the file', { exact: true });
    if (await field.isVisible()) await field.fill(password);
    return this.save(card.getByRole('button', { name: 'Save private key', exact: true }));
  }

  /** Some of what lies on the desk, in one file. */
  async saveTogether(kind: string, password: string): Promise<string> {
    const form = this.page.getByRole('region', { name: 'Put together in one file' });
    await form.getByLabel('For whom', { exact: true }).selectOption({ label: kind });
    await form.getByLabel('Password', { exact: true }).fill(password);
    return this.save(form.getByRole('button', { name: 'Save the file', exact: true }));
  }
}
