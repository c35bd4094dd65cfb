// The Authorities page as a person finds it: by the names of its parts.
import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { PATIENCE } from './quick_start';

/** The parts of the authority that is shown. */
export type Tab = 'Certificates' | 'Issue' | 'Revocation lists' | 'From a table' | 'Files' | 'Settings' | 'History';

/** What is about all of them. */
export type Wide = 'All certificates' | 'Templates' | 'Import' | 'Whole history';

/** What a certificate's form can end with. */
export type Submit = 'Create the root' | 'Create the authority' | 'Issue the certificate' | 'Issue the renewed certificate' | 'Cross-sign';

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

  part(name: string): Locator {
    return this.page.getByRole('region', { name, exact: true });
  }

  /** The first authority: a root of a new key. It is shown then. */
  async createRoot(name: string): Promise<void> {
    await this.page.getByRole('textbox', { name: 'Authority’s name', exact: true }).fill(name);
    await this.button('Create the root').click();
    await this.expectShown(name);
  }

  async expectShown(name: string): Promise<void> {
    await expect(this.page.getByRole('heading', { level: 2, name, exact: true })).toBeVisible(PATIENCE);
  }

  /** Where authorities come in that are not made here, while there is none yet. */
  async openImport(): Promise<void> {
    await this.button('Import an authority').click();
    await expect(this.page.getByRole('heading', { level: 2, name: 'Import an authority', exact: true })).toBeVisible();
  }

  /** Chooses an authority in the tree. */
  async choose(name: string): Promise<void> {
    await this.tree(name).click();
    await this.expectShown(name);
  }

  tree(name: string): Locator {
    return this.page.getByRole('navigation', { name: 'Your authorities' }).getByRole('button').filter({ has: this.page.getByText(name, { exact: true }) });
  }

  async tab(name: Tab): Promise<void> {
    await this.page.getByRole('group', { name: 'Parts of this authority' }).getByRole('button', { name, exact: true }).click();
  }

  async wide(name: Wide): Promise<void> {
    await this.page.getByRole('list', { name: 'About all authorities' }).getByRole('button', { name, exact: true }).click();
  }

  /** The names that the certificate of the form is to vouch for. */
  names(): Locator {
    return this.page.getByRole('textbox', { name: /^Alternative names/ });
  }

  /** Why the button of the form does nothing. */
  refusal(): Locator {
    return this.page.locator('#issue-refused');
  }

  /** Hands in the form, and waits for what comes of it. */
  async submit(name: Submit): Promise<Locator> {
    await this.button(name).click();
    await expect(this.page.getByRole('heading', { level: 2, name: 'Issued', exact: true }), 'what came of it has the focus').toBeFocused(PATIENCE);
    return this.part('Issued');
  }

  /** A server's certificate, whose key is kept. */
  async issue(...names: string[]): Promise<Locator> {
    await this.tab('Issue');
    await this.names().fill(names.join('\n'));
    await this.page.getByRole('checkbox', { name: 'Keep the private key', exact: true }).check();
    return this.submit('Issue the certificate');
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
    await expect(this.page.getByRole('heading', { level: 3, name, exact: true })).toBeFocused();
    return this.part('One certificate');
  }

  /** The question before something is revoked, held or released. */
  question(): Locator {
    return this.page.getByRole('dialog');
  }

  /** What a button saves, in the folder and for its owner only; under another name, if it is to stay beside others. */
  async save(button: Locator, as?: string): Promise<string> {
    const [download] = await Promise.all([this.page.waitForEvent('download', PATIENCE), button.click()]);
    const path = join(this.folder, as ?? `saved-${download.suggestedFilename()}`);
    await download.saveAs(path);
    await chmod(path, 0o600);
    return path;
  }
}
