// The Authorities page as a person finds it: by the names of its parts.
import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { PATIENCE } from './quick_start';

export class AuthoritiesPage {
  constructor(
    readonly page: Page,
    readonly folder = '',
  ) {}

  async open(): Promise<void> {
    await this.page.goto('./#/authorities');
    await expect(this.page.getByRole('heading', { level: 1, name: 'Authorities' })).toBeVisible();
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });
  }

  /** A root of a new key. */
  async createRoot(name: string): Promise<void> {
    await this.button(/^(New root|Create a root|Make a root)/).first().click();
    await this.page.getByRole('textbox', { name: /^(Name|Common name)/ }).first().fill(name);
    await this.button(/^(Create|Issue|Make)( the)? (root|authority|certificate)/).click();
    await expect(this.page.getByRole('heading', { level: 2, name })).toBeVisible(PATIENCE);
  }

  /** A part of the authority that is shown. */
  async tab(name: 'Certificates' | 'Revocation lists' | 'History'): Promise<void> {
    await this.page.getByRole('group').getByRole('button', { name, exact: true }).click();
  }

  /** A server's certificate, whose key is kept. */
  async issue(name: string): Promise<void> {
    await this.tab('Certificates');
    await this.page.getByRole('group').getByRole('button', { name: /^Issue/ }).click();
    await this.page.getByRole('textbox', { name: /names/i }).first().fill(name);
    await this.page.getByRole('checkbox', { name: /^Keep/ }).check();
    await this.button(/^Issue( the)? certificate$/).click();
    await expect(this.page.getByText(name).first()).toBeVisible(PATIENCE);
    await this.tab('Certificates');
  }

  table(): Locator {
    return this.page.getByRole('table', { name: 'Certificates issued' });
  }

  rows(): Locator {
    return this.table().locator('tbody').getByRole('row');
  }

  row(name: string): Locator {
    return this.rows().filter({ has: this.page.getByRole('button', { name, exact: true }) });
  }

  /** Looks closer at a certificate. */
  async show(name: string): Promise<Locator> {
    await this.row(name).getByRole('button', { name, exact: true }).click();
    await expect(this.page.getByRole('heading', { level: 3, name })).toBeFocused();
    return this.page.getByRole('region', { name: 'One certificate' });
  }

  /** The question before something is revoked, held or released. */
  question(): Locator {
    return this.page.getByRole('dialog');
  }

  /** What a button saves, in the folder. */
  async save(button: Locator): Promise<string> {
    const [download] = await Promise.all([this.page.waitForEvent('download', PATIENCE), button.click()]);
    const path = join(this.folder, download.suggestedFilename());
    await download.saveAs(path);
    return path;
  }
}
