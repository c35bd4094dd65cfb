// The vault: made, locked, unlocked, there again after a reload; its passphrase changed, its backup saved and restored.
import { readFile, writeFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { run, withFolder } from './judges/run';
import { expectAccessible } from './support/axe';
import { expectFits } from './support/fits';
import { Kept } from './support/kept';
import { PATIENCE } from './support/quick_start';
import { Vault } from './support/vault';
import { LANGUAGES, LOCALE } from './support/words';
import { crash, engine } from './support/workers';

const FIRST = 'correct horse battery staple';
const SECOND = 'another one, typed with care';
const CA = 'Kept root';

for (const language of LANGUAGES) {
  test.describe(LOCALE[language], () => {
    test.use({ locale: LOCALE[language] });

    test('set, locked, unlocked, and there again after a reload', async ({ page }) => {
      const vault = new Vault(page, language);
      await vault.openAuthorities();
      await expect(page.getByText(vault.words.memory)).toBeVisible(PATIENCE);
      await expect(vault.sign(), 'nothing is said while there is nothing to keep').toHaveCount(0);
      await vault.set(FIRST);
      await expect(page.locator('#vault-open')).toContainText(vault.words.isSet);
      await expect(page.locator('#vault-open')).toBeFocused();
      await expect(page.locator('input[type="password"]:visible'), 'no passphrase stays in the page').toHaveCount(0);

      await vault.lock();
      await expect(vault.field(vault.words.passphrase), 'who locks here finds the way back').toBeFocused();
      await vault.unlock(FIRST);
      await vault.expectSign('open');
      await expect(page.locator('#vault-open')).toBeFocused();

      await page.reload();
      await vault.expectSign('locked');
      await vault.unlock(SECOND);
      const field = vault.field(vault.words.passphrase);
      expect(await vault.problem(field)).toContain(vault.words.wrong);
      await expect(field, 'nothing that was typed is lost').toHaveValue(SECOND);
      await expect(field).toBeFocused();
      await vault.unlock(FIRST);
      await vault.expectSign('open');
    });

    test('another passphrase', async ({ page }) => {
      const vault = new Vault(page, language);
      await vault.set(FIRST);
      await vault.openSettings();
      const section = await vault.section(vault.words.change);
      const [old, fresh, again] = [vault.words.old, vault.words.new, vault.words.again].map((name) => section.getByLabel(name, { exact: true }));
      const button = section.getByRole('button', { name: vault.words.changeIt, exact: true });
      await old.fill('not this one');
      await fresh.fill(SECOND);
      await again.fill(SECOND);
      await button.click();
      expect(await vault.problem(old)).toContain(vault.words.wrong);
      await expect(old).toBeFocused();
      await expect(fresh).toHaveValue(SECOND);
      await old.fill(FIRST);
      await button.click();
      await expect(section.getByText(vault.words.changed)).toBeVisible(PATIENCE);
      for (const field of [old, fresh, again]) await expect(field).toHaveValue('');

      await page.reload();
      await vault.expectSign('locked');
      await vault.unlock(FIRST);
      expect(await vault.problem(vault.field(vault.words.passphrase))).toContain(vault.words.wrong);
      await vault.unlock(SECOND);
      await vault.expectSign('open');
    });

    test('erased, after the word was typed, also while it is locked', async ({ page }) => {
      const vault = new Vault(page, language);
      await vault.set(FIRST);
      await vault.lock();
      await vault.openSettings();
      const section = await vault.section(vault.words.erase);
      const word = section.getByLabel(vault.words.eraseType, { exact: true });
      const button = section.getByRole('button', { name: vault.words.eraseIt, exact: true });
      await button.click();
      await expect(word, 'not without the word').toBeFocused();
      await word.fill('no');
      await button.click();
      await expect(word).toHaveAttribute('aria-invalid', 'true');
      await vault.expectSign('locked');
      await word.fill(vault.words.eraseWord);
      await button.click();
      await expect(page.getByText(vault.words.erased)).toBeVisible(PATIENCE);
      await expect(vault.sign()).toHaveCount(0);
      await page.reload();
      await vault.openAuthorities();
      await expect(page.getByText(vault.words.memory)).toBeVisible(PATIENCE);
    });
  });
}

test('two that are not the same are refused beside the second, and nothing is lost', async ({ page }) => {
  const vault = new Vault(page);
  await vault.unfoldPassphrase();
  const [first, second] = [vault.field(vault.words.passphrase), vault.field(vault.words.again)];
  await vault.button(vault.words.keep).click();
  expect(await vault.problem(first)).toContain(vault.words.empty);
  await first.fill(FIRST);
  await second.fill(SECOND);
  await vault.button(vault.words.keep).click();
  expect(await vault.problem(second)).toContain(vault.words.differs);
  await expect(second).toBeFocused();
  await expect(first).toHaveValue(FIRST);
  await expect(vault.sign()).toHaveCount(0);
});

test('a passphrase that is made for one is shown, fills both fields, and opens', async ({ page }) => {
  const vault = new Vault(page);
  await vault.unfoldPassphrase();
  await vault.button(vault.words.make).click();
  const made = await page.getByRole('group', { name: vault.words.made }).innerText();
  expect(made.trim().split(/\s|-/)).toHaveLength(6);
  await expect(vault.field(vault.words.passphrase)).toHaveValue(made);
  await expect(vault.field(vault.words.again)).toHaveValue(made);
  await vault.button(vault.words.keep).click();
  await vault.expectSign('open');
  await expect(page.getByText(made)).toHaveCount(0);
  await page.reload();
  await vault.unlock(made);
  await vault.expectSign('open');
});

test('what takes a moment says so, and the page stays responsive', async ({ page }) => {
  const vault = new Vault(page);
  await vault.unfoldPassphrase();
  await vault.field(vault.words.passphrase).fill(FIRST);
  await vault.field(vault.words.again).fill(FIRST);
  await page.evaluate((working) => {
    const seen = { working: false, longest: 0 };
    let last = performance.now();
    const frame = () => {
      const now = performance.now();
      seen.longest = Math.max(seen.longest, now - last);
      last = now;
      const all = [...document.querySelectorAll('[role="status"]')];
      seen.working ||= all.some((it) => it.textContent?.includes(working));
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
    Object.assign(window, { seen });
  }, vault.words.working);
  await vault.button(vault.words.keep).click();
  await vault.expectSign('open');
  const seen = await page.evaluate(() => (window as any).seen);
  expect(seen.working).toBe(true);
  expect(seen.longest, 'no frame waits for the passphrase').toBeLessThan(400);
});

test('what is issued is there after locking, reloading and unlocking', async ({ page }) => {
  await withFolder(async (folder) => {
    const [vault, kept] = [new Vault(page), new Kept(page, folder)];
    await vault.set(FIRST);
    await kept.createRoot(CA);
    await kept.tab('Issue');
    const first = await kept.issue('first.test');
    const second = await kept.issue('second.test');
    expect(second).not.toBe(first);
    const root = await readFile(await kept.saveAuthority(), 'utf8');

    await vault.lock();
    await expect(page.getByText(CA), 'nothing of it is on the page').toHaveCount(0);
    await expect(page.getByText('first.test')).toHaveCount(0);
    await page.reload();
    await vault.expectSign('locked');
    await expect(page.getByText(CA)).toHaveCount(0);
    await vault.unlock(SECOND);
    expect(await vault.problem(vault.field(vault.words.passphrase))).toContain(vault.words.wrong);
    await expect(page.getByText(CA), 'the wrong passphrase opens nothing').toHaveCount(0);
    await vault.unlock(FIRST);
    await kept.expectAuthority(CA);
    const rows = await kept.table();
    expect(rows.map(({ serial, name }) => `${serial} ${name}`).sort()).toEqual([`${first} first.test`, `${second} second.test`].sort());
    expect(await readFile(await kept.saveAuthority(), 'utf8')).toBe(root);

    // The key is what it was, too.
    await kept.tab('Issue');
    await kept.issue('third.test');
    const issued = await kept.save(page.getByRole('region', { name: 'Issued', exact: true }).getByRole('button', { name: 'Save as PEM', exact: true }));
    await writeFile(`${folder}/root.pem`, root);
    await run('openssl', ['verify', '-CAfile', `${folder}/root.pem`, issued], { says: /OK/ });
  });
});

test('the browser asks before what is in memory only goes with the tab, and not once it is kept', async ({ page, context }) => {
  const [vault, kept] = [new Vault(page), new Kept(page, '')];
  await kept.open();
  await kept.createRoot(CA);
  const asked = page.waitForEvent('dialog', PATIENCE);
  await page.close({ runBeforeUnload: true });
  const dialog = await asked;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.dismiss();
  await kept.expectAuthority(CA);
  await vault.set(FIRST);
  await kept.expectAuthority(CA);

  const unexpected: string[] = [];
  page.on('dialog', (other) => {
    unexpected.push(other.type());
    void other.accept();
  });
  const closed = page.waitForEvent('close', PATIENCE);
  await page.close({ runBeforeUnload: true });
  await closed;
  expect(unexpected).toEqual([]);
  const again = await context.newPage();
  const there = new Vault(again);
  await there.openAuthorities();
  await there.expectSign('locked');
  await there.unlock(FIRST);
  await new Kept(again, '').expectAuthority(CA);
});

test('two tabs: each sees what the other issues, and no serial number is given twice', async ({ page, context }) => {
  test.setTimeout(180_000);
  await withFolder(async (folder) => {
    const [vault, kept] = [new Vault(page), new Kept(page, folder)];
    await vault.set(FIRST);
    await kept.createRoot(CA);
    await kept.count('1000');
    const tab = await context.newPage();
    const [vaultThere, there] = [new Vault(tab), new Kept(tab, folder)];
    await there.open();
    await vaultThere.unlock(FIRST);
    await there.expectAuthority(CA);

    await kept.tab('Issue');
    expect(await kept.issue('first.test')).toBe('1000');
    await there.expectRows(1);
    await expect(tab.getByRole('button', { name: 'first.test', exact: true })).toBeVisible();
    await there.tab('Issue');
    expect(await there.issue('second.test')).toBe('1001');

    const given: Record<string, string> = {};
    const issueTen = async (here: Kept, who: string) => {
      for (let round = 0; round < 10; round += 1) given[`${who}-${round}.test`] = await here.issue(`${who}-${round}.test`);
    };
    await Promise.all([issueTen(kept, 'here'), issueTen(there, 'there')]);
    const serials = Object.values(given).map((it) => parseInt(it, 16));
    expect(serials.sort((one, other) => one - other), 'each number once, and none left out').toEqual(Array.from({ length: 20 }, (_, index) => 0x1002 + index));
    for (const here of [kept, there]) {
      await here.expectRows(22);
      const rows = await here.table();
      expect(new Set(rows.map(({ serial }) => serial)).size).toBe(22);
      for (const [name, serial] of Object.entries(given)) expect(rows).toContainEqual({ serial, name, state: 'good' });
    }
    await vault.expectSign('open');
    await vaultThere.expectSign('open');
  });
});

test.describe('by itself', () => {
  test('it locks after the chosen time without use, and says so', async ({ page }) => {
    await page.clock.install();
    const vault = new Vault(page);
    await vault.set(FIRST);
    const kept = new Kept(page, '');
    await kept.createRoot(CA);
    await vault.openSettings();
    await vault.field(vault.words.autoLock).selectOption({ label: vault.words.five });
    await page.clock.runFor('04:30');
    await page.mouse.move(40, 40);
    await page.clock.runFor('04:30');
    await vault.expectSign('open'); // it was used in between
    await page.clock.runFor('00:40');
    await vault.expectSign('idle');
    await expect(page.locator('#settings-vault-state')).toContainText(vault.words.idle);
    await kept.open();
    await expect(page.getByText(CA), 'nothing of it is on the page').toHaveCount(0);
    await vault.unlock(FIRST);
    await kept.expectAuthority(CA);
    await vault.openSettings();
    await page.reload();
    await expect(vault.field(vault.words.autoLock).locator('option:checked')).toHaveText(vault.words.five);
  });

  test('it locks at once after a sleep, and a touch does not keep it open', async ({ page }) => {
    await page.clock.install();
    const vault = new Vault(page);
    await vault.set(FIRST);
    // The clock goes on, and nothing has run meanwhile.
    await page.clock.pauseAt(await page.evaluate(() => Date.now() + 60 * 60_000));
    await page.mouse.move(60, 60);
    await page.clock.resume();
    await vault.expectSign('idle');
  });

  test('it never does when it is told not to', async ({ page }) => {
    await page.clock.install();
    const vault = new Vault(page);
    await vault.set(FIRST);
    await vault.openSettings();
    await vault.field(vault.words.autoLock).selectOption({ label: vault.words.never });
    await page.clock.fastForward('24:00:00');
    await page.clock.runFor('00:05');
    await vault.expectSign('open');
  });
});

test('a backup is encrypted, and is restored in another browser profile', async ({ page, browser }) => {
  test.setTimeout(120_000);
  await withFolder(async (folder) => {
    const [vault, kept] = [new Vault(page), new Kept(page, folder)];
    await vault.set(FIRST);
    await kept.createRoot(CA);
    await kept.tab('Issue');
    const serial = await kept.issue('first.test');
    const root = await kept.saveAuthority();
    const path = await vault.backUp(folder, SECOND);
    const octets = await readFile(path);
    for (const word of ['BEGIN', CA, 'first.test']) expect(octets.includes(word), word).toBe(false);

    const other = await browser.newContext({ acceptDownloads: true });
    try {
      const tab = await other.newPage();
      const [there, restoredThere] = [new Vault(tab), new Kept(tab, folder)];
      const refused = await there.restore(path, FIRST, 'empty');
      expect(await there.problem(refused.getByLabel(there.words.restorePassphrase, { exact: true }))).toContain(there.words.wrong);
      const restored = await there.restore(path, SECOND, 'empty');
      await expect(restored.getByText(there.words.restored)).toBeVisible(PATIENCE);
      // The backup's passphrase is not this browser's: it has none yet.
      await there.expectSign('memory');
      await expect(restored).toContainText('With a passphrase it is kept in this browser.');
      await there.set(FIRST);
      await tab.reload();
      await there.unlock(FIRST);
      await restoredThere.expectAuthority(CA);
      expect(await restoredThere.table()).toEqual([{ serial, name: 'first.test', state: 'good' }]);
      await restoredThere.tab('Issue');
      expect(await restoredThere.issue('second.test')).not.toBe(serial);
      const issued = await restoredThere.save(tab.getByRole('region', { name: 'Issued', exact: true }).getByRole('button', { name: 'Save as PEM', exact: true }));
      await run('openssl', ['verify', '-CAfile', root, issued], { says: /OK/ });
    } finally {
      await other.close();
    }
  });
});

test('a backup as it is stored needs no typing, also while it is locked', async ({ page }) => {
  await withFolder(async (folder) => {
    const vault = new Vault(page);
    await vault.set(FIRST);
    await vault.lock();
    const path = await vault.backUp(folder);
    await vault.expectSign('locked');
    const section = await vault.section(vault.words.erase);
    await section.getByLabel(vault.words.eraseType, { exact: true }).fill(vault.words.eraseWord);
    await section.getByRole('button', { name: vault.words.eraseIt, exact: true }).click();
    await expect(page.getByText(vault.words.erased)).toBeVisible(PATIENCE);
    const restored = await vault.restore(path, FIRST, 'empty');
    await expect(restored.getByText(vault.words.restored)).toBeVisible(PATIENCE);
  });
});

test('what is no backup is refused beside the file', async ({ page }) => {
  await withFolder(async (folder) => {
    const vault = new Vault(page);
    await writeFile(`${folder}/note.txt`, 'hello');
    const section = await vault.restore(`${folder}/note.txt`, FIRST, 'empty');
    await expect(page.locator('#vault-restore-file-problem')).toContainText('no backup', PATIENCE);
    await expect(section.getByLabel(vault.words.restorePassphrase, { exact: true })).toHaveValue(FIRST);
  });
});

test('the engine dies: the vault is locked, says so, and opens again', async ({ page }) => {
  const vault = new Vault(page);
  await vault.set(FIRST);
  await crash(await engine(page));
  await vault.expectSign('locked');
  await expect(page.getByText(vault.words.crashed)).toBeVisible();
  await vault.unlock(FIRST);
  await vault.expectSign('open');
  await vault.lock();
  await expect(page.getByText(vault.words.crashed), 'it is told once').toHaveCount(0);
});

test('another tab sees the vault that was made here', async ({ page, context }) => {
  const vault = new Vault(page);
  await vault.set(FIRST);
  const second = new Vault(await context.newPage());
  await second.openAuthorities();
  await second.expectSign('locked');
  await second.unlock(FIRST);
  await second.expectSign('open');
  await vault.expectSign('open');
});

test('by keyboard alone', async ({ page }) => {
  const vault = new Vault(page);
  await vault.openAuthorities();
  await vault.button(vault.words.set).press('Enter', PATIENCE);
  await expect(vault.field(vault.words.passphrase)).toBeFocused();
  await page.keyboard.type(FIRST);
  await vault.field(vault.words.again).focus();
  await page.keyboard.type(FIRST);
  await page.keyboard.press('Enter');
  await vault.expectSign('open');
  await page.getByRole('banner').getByRole('button', { name: vault.words.lock, exact: true }).press('Enter');
  await vault.expectSign('locked');
  await expect(vault.field(vault.words.passphrase)).toBeFocused();
  await page.keyboard.type(FIRST);
  await page.keyboard.press('Enter');
  await vault.expectSign('open');
});

for (const language of LANGUAGES) {
  test.describe(`at 360 px, ${LOCALE[language]}`, () => {
    test.use({ locale: LOCALE[language], viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

    test('every state fits, and axe finds nothing', async ({ page }) => {
      const vault = new Vault(page, language);
      await vault.unfoldPassphrase();
      await vault.button(vault.words.make).click();
      await expect(page.getByRole('group', { name: vault.words.made })).toBeVisible();
      await expectFits(page);
      await expectAccessible(page);
      await vault.set(FIRST);
      await expectFits(page);
      await vault.openSettings();
      for (const title of [vault.words.change, vault.words.backup, vault.words.restore, vault.words.erase]) await vault.section(title);
      await expectFits(page);
      await expectAccessible(page);
      await vault.lock();
      await expectFits(page);
      await expectAccessible(page);
      await vault.openAuthorities();
      await expectFits(page);
      await expectAccessible(page);
    });
  });
}
