// The Authorities page as a person finds it, as far as tables, templates and files go: by the names of its parts.
import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { PATIENCE } from './quick_start';

/** What the page's frame calls its parts. */
const FRAME = {
  create: /^Create (the |an? )?(root|authority)/i,
  batch: /^(Table|From a table|Batch|Certificates from a table)$/i,
  files: /^Files$/i,
  settings: /^(Settings|How it issues)$/i,
  templates: /^Templates$/i,
  import: /^(Import|Take in|Bring|Take in an authority)/i,
};

export class Office {
  constructor(
    readonly page: Page,
    readonly folder: string,
  ) {}

  async open(): Promise<void> {
    await this.page.goto('./#/authorities');
    await expect(this.page.getByRole('heading', { level: 1 })).toHaveText('Authorities');
  }

  /** A root of this name; it is shown then. */
  async root(name: string): Promise<void> {
    await this.page.getByRole('textbox', { name: /name/i }).first().fill(name);
    await this.page.getByRole('button', { name: FRAME.create }).first().click();
    await expect(this.page.getByRole('heading', { name, exact: true }).first()).toBeVisible(PATIENCE);
  }

  async go(part: keyof typeof FRAME): Promise<void> {
    await this.page.getByRole('main').getByRole('button', { name: FRAME[part] }).first().click();
  }

  part(name: string): Locator {
    return this.page.getByRole('region', { name, exact: true });
  }

  /** What a button saves, for its owner only. */
  async save(button: Locator): Promise<string> {
    const [download] = await Promise.all([this.page.waitForEvent('download', PATIENCE), button.click()]);
    const path = join(this.folder, `saved-${download.suggestedFilename()}`);
    await download.saveAs(path);
    await chmod(path, 0o600);
    return path;
  }
}
