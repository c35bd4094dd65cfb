// The requests page as a person finds it: by the names of its parts.
import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { PATIENCE } from './quick_start';

export class Requests {
  constructor(readonly page: Page) {}

  async open(): Promise<void> {
    await this.page.goto('./#/requests');
    await expect(this.page.getByRole('heading', { level: 1, name: 'Requests' })).toBeVisible();
  }

  /** A line or an area to type into. */
  field(name: string): Locator {
    return this.page.getByRole('textbox', { name, exact: true });
  }

  choice(name: string): Locator {
    return this.page.getByRole('combobox', { name, exact: true });
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  /** What is said beside a control. */
  problem(control: Locator): Locator {
    return control.locator('xpath=following::div[contains(@class, "cw-problem")][1]');
  }

  chips(): Locator {
    return this.page.getByRole('list', { name: 'Recognised alternative names' }).getByRole('listitem');
  }

  preview(): Locator {
    return this.page.getByRole('complementary', { name: 'What you will ask for' });
  }

  result(): Locator {
    return this.page.getByRole('region', { name: 'Your request' });
  }

  async more(): Promise<void> {
    await this.page.getByText('More choices: uses, extensions, challenge password').click();
  }

  /** Starts from something other than a blank form. */
  async startFrom(what: 'A blank form' | 'An openssl.cnf' | 'A certificate or request'): Promise<void> {
    await this.choice('Start from').selectOption(what);
  }

  async dropConfig(text: string | Buffer): Promise<void> {
    await this.startFrom('An openssl.cnf');
    const file = { name: 'openssl.cnf', mimeType: 'text/plain', buffer: Buffer.from(text) };
    await this.page.setInputFiles('#request-config', file);
  }

  /** Chooses the key in this file. */
  async useKey(path: string): Promise<void> {
    await this.page.getByText('Use a key that you have').click();
    await this.page.setInputFiles('#request-key-file', path);
    await expect(this.choice('Private key').locator('option:checked')).toHaveText(/^Your key/);
  }

  async create(): Promise<void> {
    await this.button('Create request').click();
    await expect(this.result().getByRole('heading', { level: 2 })).toBeFocused(PATIENCE);
  }

  /** The path of the request, as it is saved. */
  async saved(folder: string, name = 'request.csr', button = 'Save request (PEM)'): Promise<string> {
    return this.save(this.result().getByRole('button', { name: button, exact: true }), folder, name);
  }

  async save(button: Locator, folder: string, name: string): Promise<string> {
    const [download] = await Promise.all([this.page.waitForEvent('download', PATIENCE), button.click()]);
    expect(download.suggestedFilename()).toBe(name);
    const path = join(folder, name);
    await download.saveAs(path);
    return path;
  }
}
