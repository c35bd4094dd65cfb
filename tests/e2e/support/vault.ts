// The vault as a person finds it: the sign at the head of every page, the notice on the Authorities page, and its card
// on the Settings page, by the names of their parts.
import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { PATIENCE } from './quick_start';
import type { Language } from './words';

const en = {
  authorities: 'Authorities',
  settings: 'Settings',
  signs: { memory: 'In memory only', locked: 'Vault locked', idle: 'Vault locked by itself', open: 'Vault open' },
  memory: 'What you make here is in memory only and goes with this tab',
  set: 'Set a passphrase',
  passphrase: 'Passphrase of the vault',
  again: 'The same once more',
  differs: 'The two are not the same',
  empty: 'Fill this in',
  make: 'Make a passphrase',
  made: 'Passphrase made for you',
  keep: 'Encrypt and keep',
  isSet: 'Encrypted, and kept in this browser from now on',
  isOpen: 'The vault is open.',
  lock: 'Lock',
  unlock: 'Unlock',
  wrong: 'This passphrase does not open it',
  working: 'Working: this takes a moment on purpose',
  idle: 'nobody used this page for 5 minutes',
  crashed: 'stopped unexpectedly and was started again, and the vault is locked since',
  crashedMemory: 'What was in memory only went with it',
  autoLock: 'Lock by itself',
  five: 'After 5 minutes without pointer or key',
  never: 'Never',
  change: 'Change the passphrase',
  old: 'Passphrase until now',
  new: 'New passphrase of the vault',
  changeIt: 'Change it',
  changed: 'The vault has a new passphrase',
  backup: 'Save a backup',
  asStored: 'As it is stored: the file opens with the vault’s passphrase of today',
  backupPassphrase: 'Passphrase of the backup',
  saveBackup: 'Save the backup',
  saved: 'The backup is saved as a file',
  restore: 'Restore a backup',
  restorePassphrase: 'Passphrase of the backup file',
  mode: 'What is here already',
  modes: {
    empty: 'Nothing: restore into an empty vault',
    add: 'Keep it, and add what is missing',
    replace: 'Replace everything',
  },
  restoreIt: 'Restore',
  restored: 'The backup is restored',
  erase: 'Erase the vault',
  eraseWord: 'erase',
  eraseType: 'Type “erase” to confirm',
  eraseIt: 'Erase the vault from this browser',
  erased: 'The vault was erased from this browser',
};

export type VaultWords = typeof en;

const zh: VaultWords = {
  authorities: '颁发机构',
  settings: '设置',
  signs: { memory: '仅在内存中', locked: '保险库已锁定', idle: '保险库已自动锁定', open: '保险库已打开' },
  memory: '在这里创建的内容只在内存中，关闭本标签页就会消失',
  set: '设置密码短语',
  passphrase: '保险库的密码短语',
  again: '再输入一次',
  differs: '两次输入不一致',
  empty: '请填写',
  make: '生成密码短语',
  made: '为您生成的密码短语',
  keep: '加密并保存',
  isSet: '从现在起，内容加密保存在此浏览器中',
  isOpen: '保险库已打开。',
  lock: '锁定',
  unlock: '解锁',
  wrong: '此密码短语打不开它',
  working: '正在处理：密钥派生有意设计得较慢',
  idle: '已有 5 分钟无人操作',
  crashed: '意外停止，已重新启动，保险库因此锁定',
  crashedMemory: '只在内存中的内容也随之丢失',
  autoLock: '自动锁定',
  five: '5 分钟没有鼠标、触摸或键盘操作后',
  never: '从不',
  change: '更换密码短语',
  old: '当前的密码短语',
  new: '保险库的新密码短语',
  changeIt: '更换',
  changed: '保险库已换用新的密码短语',
  backup: '保存备份',
  asStored: '按存储原样：文件用保险库现在的密码短语打开',
  backupPassphrase: '备份的密码短语',
  saveBackup: '保存备份文件',
  saved: '备份已保存为文件',
  restore: '恢复备份',
  restorePassphrase: '备份文件的密码短语',
  mode: '这里已有的内容',
  modes: {
    empty: '没有内容：恢复到空的保险库',
    add: '保留，并补上缺少的内容',
    replace: '全部替换',
  },
  restoreIt: '恢复',
  restored: '备份已恢复',
  erase: '清除保险库',
  eraseWord: '清除',
  eraseType: '输入“清除”以确认',
  eraseIt: '从此浏览器中清除保险库',
  erased: '保险库已从此浏览器中清除',
};

export const VAULT_WORDS: Record<Language, VaultWords> = { en, zh };

export type Sign = keyof VaultWords['signs'];

export class Vault {
  readonly words: VaultWords;

  constructor(
    readonly page: Page,
    readonly language: Language = 'en',
  ) {
    this.words = VAULT_WORDS[language];
  }

  async openAuthorities(): Promise<void> {
    await this.page.goto('./#/authorities');
    await expect(this.page.getByRole('heading', { level: 1, name: this.words.authorities, exact: true })).toBeVisible();
  }

  async openSettings(): Promise<void> {
    await this.page.goto('./#/settings');
    await expect(this.page.getByRole('heading', { level: 1, name: this.words.settings, exact: true })).toBeVisible();
    await expect(this.page.locator('#settings-vault-state')).toBeVisible(PATIENCE);
  }

  /** What the head of the page says; it says nothing while nothing is kept. */
  sign(): Locator {
    return this.page.getByRole('banner').locator('#vault-sign');
  }

  async expectSign(sign: Sign): Promise<void> {
    await expect(this.sign()).toHaveAccessibleName(this.words.signs[sign], PATIENCE);
  }

  button(name: string): Locator {
    return this.page.getByRole('main').getByRole('button', { name, exact: true }).filter({ visible: true });
  }

  field(name: string): Locator {
    return this.page.getByLabel(name, { exact: true }).filter({ visible: true });
  }

  async problem(field: Locator): Promise<string> {
    await expect(field).toHaveAttribute('aria-invalid', 'true', PATIENCE);
    return this.page.locator(`#${await field.getAttribute('id')}-problem`).innerText();
  }

  /** Opens the form on the Authorities page. */
  async unfoldPassphrase(): Promise<void> {
    await this.openAuthorities();
    const opener = this.button(this.words.set);
    await expect(opener).toBeVisible(PATIENCE);
    if ((await opener.getAttribute('aria-expanded')) === 'true') return;
    await opener.click();
    await expect(this.field(this.words.passphrase)).toBeFocused();
  }

  /** Sets the first passphrase. */
  async set(passphrase: string): Promise<void> {
    await this.unfoldPassphrase();
    await this.field(this.words.passphrase).fill(passphrase);
    await this.field(this.words.again).fill(passphrase);
    await this.button(this.words.keep).click();
    await this.expectSign('open');
  }

  async lock(): Promise<void> {
    await this.page.getByRole('banner').getByRole('button', { name: this.words.lock, exact: true }).click();
    await this.expectSign('locked');
  }

  /** From wherever one is. */
  async unlock(passphrase: string): Promise<void> {
    await this.sign().click();
    const field = this.field(this.words.passphrase);
    await expect(field, 'the field has the focus').toBeFocused(PATIENCE);
    await field.fill(passphrase);
    await field.press('Enter');
  }

  /** A part of the card on the Settings page. */
  async section(title: string): Promise<Locator> {
    const section = this.page.locator('.cw-vault-sections > details').filter({ has: this.page.locator('summary', { hasText: title }) });
    if ((await section.getAttribute('open')) === null) await section.locator('summary').click();
    return section;
  }

  /** A backup, in the folder; under a passphrase of its own, or as it is stored. */
  async backUp(folder: string, passphrase?: string): Promise<string> {
    await this.openSettings();
    const section = await this.section(this.words.backup);
    const asStored = section.getByRole('checkbox', { name: this.words.asStored });
    if (await asStored.isVisible()) await asStored.setChecked(passphrase === undefined);
    if (passphrase !== undefined) {
      await section.getByLabel(this.words.backupPassphrase, { exact: true }).fill(passphrase);
      await section.getByLabel(this.words.again, { exact: true }).fill(passphrase);
    }
    const save = section.getByRole('button', { name: this.words.saveBackup, exact: true });
    const [download] = await Promise.all([this.page.waitForEvent('download', PATIENCE), save.click()]);
    const path = join(folder, download.suggestedFilename());
    await download.saveAs(path);
    await expect(section.getByText(this.words.saved)).toBeVisible(PATIENCE);
    return path;
  }

  /** Fills the form that takes a backup in, and sends it off. */
  async restore(path: string, passphrase: string, mode: keyof VaultWords['modes']): Promise<Locator> {
    await this.openSettings();
    const section = await this.section(this.words.restore);
    await section.locator('input[type="file"]').setInputFiles(path);
    await section.getByLabel(this.words.restorePassphrase, { exact: true }).fill(passphrase);
    await section.getByLabel(this.words.mode, { exact: true }).selectOption({ label: this.words.modes[mode] });
    await section.getByRole('button', { name: this.words.restoreIt, exact: true }).click();
    return section;
  }
}
