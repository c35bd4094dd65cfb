// What an authority keeps, as a person makes it and finds it again on the Authorities page.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { PATIENCE } from './quick_start';

export interface Row {
  serial: string;
  name: string;
  state: string;
}

type Tab = 'Certificates' | 'Issue' | 'Revocation lists' | 'From a table' | 'Files' | 'Settings' | 'History';

export class Kept {
  constructor(
    readonly page: Page,
    readonly folder: string,
  ) {}

  async open(): Promise<void> {
    await this.page.goto('./#/authorities');
    await expect(this.page.getByRole('heading', { level: 1, name: 'Authorities', exact: true })).toBeVisible(PATIENCE);
  }

  button(name: string | RegExp): Locator {
    const named = typeof name === 'string' ? { name, exact: true } : { name };
    return this.page.getByRole('main').getByRole('button', named).filter({ visible: true });
  }

  async createRoot(name: string): Promise<void> {
    await this.page.getByRole('textbox', { name: 'Authority’s name', exact: true }).fill(name);
    await this.button('Create the root').click();
    await this.expectAuthority(name);
  }

  async expectAuthority(name: string): Promise<void> {
    await expect(this.page.getByRole('heading', { level: 2, name, exact: true })).toBeVisible(PATIENCE);
  }

  /** A part of the authority that is shown. */
  async tab(name: Tab): Promise<void> {
    const tab = this.page.getByRole('group', { name: 'Parts of this authority', exact: true }).getByRole('button', { name, exact: true });
    await tab.click();
    await expect(tab).toHaveAttribute('aria-pressed', 'true');
  }

  /** From now on serial numbers are counted: one that was forgotten would be given once more. */
  async count(from: string): Promise<void> {
    await this.tab('Settings');
    await this.page.getByRole('radio', { name: 'Counted', exact: true }).check();
    await this.page.getByRole('textbox', { name: 'Next serial number', exact: true }).fill(from);
    await this.button('Save the settings').click();
    await expect(this.page.getByText('The settings are saved')).toBeVisible(PATIENCE);
  }

  /** Fills the form for a server's certificate. */
  async fill(name: string): Promise<void> {
    await this.page.getByRole('textbox', { name: 'Alternative names', exact: true }).fill(name);
  }

  /** The serial number of what the page says is issued; nothing while it says nothing. */
  async acknowledged(): Promise<string> {
    const results = this.page.getByRole('region', { name: 'Issued', exact: true });
    const serial = results.locator('dt', { hasText: /^Serial number$/ }).locator('xpath=following-sibling::dd[1]');
    return (await serial.count()) === 1 ? digits(await serial.innerText()) : '';
  }

  /** Issues, and waits until the page says that it is recorded: under this serial number. */
  async issue(name: string): Promise<string> {
    const before = await this.acknowledged();
    await this.fill(name);
    await this.button('Issue the certificate').click();
    let serial = '';
    await expect(async () => {
      serial = await this.acknowledged();
      expect(serial).not.toBe(before);
      expect(serial).not.toBe('');
    }).toPass({ timeout: 30_000, intervals: [50, 100, 250] });
    return serial;
  }

  /** All that the table has, as it is saved for a spreadsheet. */
  async table(): Promise<Row[]> {
    await this.tab('Certificates');
    const button = this.button('Save the table (CSV)');
    await expect(async () => {
      if (await button.isVisible()) return;
      await this.page.getByText('Save the table or its dates', { exact: true }).click({ timeout: 2_000 });
      await expect(button).toBeVisible({ timeout: 2_000 });
    }).toPass(PATIENCE);
    const lines = (await readFile(await this.save(button), 'utf8')).trim().split(/\r?\n/).slice(1);
    return lines.map((line) => {
      const [serial, name, , , state] = line.split(',');
      return { serial: digits(serial), name, state };
    });
  }

  /** How many the table says it has. */
  async expectRows(count: number): Promise<void> {
    await this.tab('Certificates');
    await expect(this.page.getByText(new RegExp(`^1–\\d+ of ${count}$`))).toBeVisible(PATIENCE);
  }

  /** What a button saves, in the folder. */
  async save(button: Locator): Promise<string> {
    const [download] = await Promise.all([this.page.waitForEvent('download', PATIENCE), button.click()]);
    const path = join(this.folder, `${Date.now()}-${download.suggestedFilename()}`);
    await download.saveAs(path);
    return path;
  }

  /** The authority's own certificate, as PEM. */
  async saveAuthority(): Promise<string> {
    await this.tab('Files');
    return this.save(this.button('Save as PEM (.pem)'));
  }
}

/** Serial numbers are shown with and without colons, and with zeros before them or not. */
function digits(text: string): string {
  return text.replace(/[^0-9a-f]/gi, '').toLowerCase().replace(/^0+/, '');
}
