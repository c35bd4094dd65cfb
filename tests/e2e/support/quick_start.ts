// The quick start as a person finds it: by the names of its parts.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { certificateSet, type CertificateSet } from '../judges/set';
import { unpack } from '../judges/zip';
import { keyWorkers } from './workers';
import { WORDS, type Language, type Words } from './words';

export type KeyType = 'P-256' | 'P-384' | 'RSA 2048' | 'RSA 3072' | 'RSA 4096';
export type Role = 'authority' | 'server' | 'client';
export type Field =
  | 'serverNames'
  | 'authorityName'
  | 'organization'
  | 'country'
  | 'clientName'
  | 'clientEmail'
  | 'years'
  | 'days'
  | 'password';
export type Filled = Partial<Record<Field, string>> & { keyType?: KeyType };

/** The files of a set, in the archive's order; README.txt comes with the archive only. */
export const FILES = [
  ...['cacert.pem', 'cakey.pem', 'ca.csr', 'ca.srl', 'servercert.pem', 'server.csr'],
  ...['key.pem', 'clientcert.pem', 'clientkey.pem', 'client.csr', 'fullchain.pem'],
];
export const KEYS = ['cakey.pem', 'key.pem', 'clientkey.pem'];

/** Long enough for any key on a busy machine; nothing here measures speed. */
export const PATIENCE = { timeout: 45_000 };

export class QuickStart {
  readonly words: Words;
  private readonly saved: number[] = [];

  constructor(
    readonly page: Page,
    readonly language: Language = 'en',
  ) {
    this.words = WORDS[language];
  }

  async open(address = './'): Promise<void> {
    await this.page.goto(address);
    await expect(this.page.getByRole('heading', { level: 1, name: this.words.quickStart })).toBeVisible();
  }

  /** Opens it and waits until its files are kept, so that nothing more is loaded. */
  async openAndSettle(address?: string): Promise<void> {
    await this.open(address);
    await this.page.evaluate(() => navigator.serviceWorker.ready);
    await expect.poll(() => this.page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
    await keyWorkers(this.page);
  }

  field(name: Field): Locator {
    return this.page.getByRole('textbox', { name: this.words[name], exact: true });
  }

  keyType(type: KeyType): Locator {
    return this.page.getByRole('radiogroup', { name: this.words.keyType, exact: true }).getByRole('radio', { name: type, exact: true });
  }

  button(name: 'create' | 'cancel' | 'downloadAll' | 'showPassword' | 'loadNow' | 'navigation'): Locator {
    return this.page.getByRole('button', { name: this.words[name], exact: true });
  }

  theme(name: 'light' | 'dark' | 'system'): Locator {
    return this.page.getByRole('banner').getByRole('button', { name: this.words[name], exact: true });
  }

  chips(): Locator {
    return this.page.getByRole('list', { name: this.words.recognised }).getByRole('listitem');
  }

  results(): Locator {
    return this.page.getByRole('region', { name: this.words.results });
  }

  card(role: Role): Locator {
    return this.results().getByRole('article', { name: this.words[role], exact: true });
  }

  /** What a card says under one of its headings. */
  async fact(role: Role, name: 'subject' | 'valid' | 'serial' | 'fingerprint' | 'key' | 'names'): Promise<string> {
    const term = this.card(role).locator('dt', { hasText: new RegExp(`^${this.words[name]}$`) });
    return (await term.locator('xpath=following-sibling::dd[1]').innerText()).trim();
  }

  /** What went wrong, or that it was given up. */
  trouble(): Locator {
    return this.page.locator('#trouble');
  }

  async fill({ keyType, ...fields }: Filled): Promise<void> {
    for (const [name, text] of Object.entries(fields)) await this.field(name as Field).fill(text);
    if (keyType) await this.keyType(keyType).check();
  }

  /** Everything typed, to compare. */
  async typed(): Promise<string[]> {
    return this.page.locator('form').locator('input:not([type=radio]), textarea').evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value));
  }

  async create(filled: Filled = {}): Promise<void> {
    await this.fill(filled);
    await this.button('create').click();
    await this.finished();
  }

  /** The results are there and have the focus. */
  async finished(): Promise<void> {
    const heading = this.page.getByRole('heading', { level: 2, name: this.words.results });
    await expect(heading).toBeFocused(PATIENCE);
    await expect(this.button('create')).toBeVisible();
  }

  /** The bytes of one file, by its own button. */
  async download(name: string): Promise<Buffer> {
    return readFile(await this.save(this.page.getByRole('button', { name: `${this.words.download} ${name}`, exact: true }), name));
  }

  /** The path of the archive. */
  async downloadAll(): Promise<string> {
    return this.save(this.button('downloadAll'), 'certificates.zip');
  }

  /** The set as a person has it after unpacking the archive in `folder`. */
  async unpacked(folder: string, password?: string): Promise<CertificateSet> {
    const files = join(folder, 'set');
    await unpack(await this.downloadAll(), files);
    return certificateSet(files, password);
  }

  private async save(button: Locator, name: string): Promise<string> {
    // Chromium silently drops what a page saves beyond ten files a second; no person is that quick.
    const tenth = this.saved.at(-10) ?? 0;
    await expect.poll(() => Date.now() - tenth).toBeGreaterThan(1_200);
    this.saved.push(Date.now());
    const [download] = await Promise.all([this.page.waitForEvent('download', PATIENCE), button.click()]);
    expect(download.suggestedFilename()).toBe(name);
    return download.path();
  }
}
