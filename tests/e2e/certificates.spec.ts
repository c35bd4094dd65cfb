// What comes after issuing: the table, one certificate closer, revoking, lists and the history; judged by OpenSSL.
import { readFile } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import { attempt, run, withFolder } from './judges/run';
import { AuthoritiesPage } from './support/authorities';
import { expectAccessible } from './support/axe';
import { expectFits } from './support/fits';

const CA = 'Example root';

async function withCertificates(page: Page, folder: string, ...names: string[]): Promise<AuthoritiesPage> {
  const authorities = new AuthoritiesPage(page, folder);
  await authorities.open();
  await authorities.createRoot(CA);
  for (const name of names) await authorities.issue(name);
  await authorities.tab('Certificates');
  return authorities;
}

test('an empty table says what to do', async ({ page }) => {
  const authorities = await withCertificates(page, '');
  await expect(page.getByText('Nothing has been issued yet.')).toBeVisible();
  await expect(authorities.table()).toHaveCount(0);
  await authorities.button('Issue a certificate').click();
  await expect(page.getByRole('heading', { level: 2, name: `Issue a certificate by ${CA}` })).toBeFocused();
  await expect(page.getByText('Nothing has been issued yet.')).toBeHidden();
});

test('the table is searched, ordered, and its rows are chosen', async ({ page }) => {
  await withFolder(async (folder) => {
    const authorities = await withCertificates(page, folder, 'b.test', 'a.test', 'c.test');
    await expect(authorities.rows()).toHaveCount(3);
    await expect(page.getByText('1–3 of 3')).toBeVisible();

    const head = authorities.table().getByRole('columnheader', { name: 'Name' });
    await head.getByRole('button').click();
    await expect(head).toHaveAttribute('aria-sort', 'ascending');
    await expect(authorities.rows().first()).toContainText('a.test');
    await head.getByRole('button').click();
    await expect(head).toHaveAttribute('aria-sort', 'descending');
    await expect(authorities.rows().first()).toContainText('c.test');
    await authorities.button('Latest first').click();
    await expect(head).toHaveAttribute('aria-sort', 'none');
    await expect(authorities.rows().first()).toContainText('c.test');

    const search = page.getByRole('searchbox', { name: 'Search' });
    await search.pressSequentially('b.te');
    await expect(authorities.rows()).toHaveCount(1);
    await expect(authorities.rows()).toContainText('b.test');
    const csv = page.getByText('Save the table or its dates');
    await csv.click();
    const saved = await readFile(await authorities.save(authorities.button('Save the table (CSV)')), 'utf8');
    expect(saved).toContain('b.test');
    expect(saved, 'only what the search finds').not.toContain('a.test');

    await search.fill('nowhere');
    await expect(page.getByText('Nothing found')).toBeVisible();
    await authorities.button('Clear the search').click();
    await expect(search).toBeFocused();
    await expect(search).toHaveValue('');
    await expect(authorities.rows()).toHaveCount(3);

    await page.getByRole('checkbox', { name: 'Choose all on this page' }).check();
    await expect(page.getByText('3 chosen')).toBeVisible();
    await page.getByRole('checkbox', { name: 'Choose a.test' }).uncheck();
    await expect(authorities.button('Revoke 2')).toBeVisible();
    const calendar = await readFile(await authorities.save(authorities.button('Save their calendar')), 'utf8');
    expect(calendar.match(/BEGIN:VEVENT/g)).toHaveLength(2);
    await expectAccessible(page);
  });
});

test('a certificate is revoked, and OpenSSL learns of it from the list', async ({ page }) => {
  await withFolder(async (folder) => {
    const authorities = await withCertificates(page, folder, 'good.test', 'bad.test');
    await authorities.show('good.test');
    const good = await authorities.save(authorities.button('Save as PEM'));
    await authorities.button('Back to the table').click();
    await expect(authorities.button('good.test')).toBeFocused();

    const details = await authorities.show('bad.test');
    const bad = await authorities.save(details.getByRole('button', { name: 'Save as PEM', exact: true }));
    await authorities.button('Revoke').click();
    const question = authorities.question();
    await expect(question).toBeFocused();
    await expect(question).toHaveAccessibleName('Revoke bad.test');
    await page.keyboard.press('Escape');
    await expect(question).toHaveCount(0);
    await expect(authorities.button('Revoke'), 'the focus comes back').toBeFocused();

    await authorities.button('Revoke').click();
    await question.getByLabel('Known to be bad since').fill('2999-01-01T00:00');
    await question.getByRole('button', { name: 'Revoke', exact: true }).click();
    await expect(question.getByLabel('Known to be bad since')).toBeFocused();
    await expect(question).toContainText('Give a complete date and time that is past.');
    await question.getByLabel('Known to be bad since').fill('');
    await question.getByLabel('Reason').selectOption({ label: 'There is another in its place (superseded)' });
    await question.getByRole('button', { name: 'Revoke', exact: true }).click();
    await expect(question.locator('#asking-done')).toBeFocused();
    await expect(question.locator('#asking-done')).toContainText('Revoked');
    await expectAccessible(page);
    const list = await authorities.save(question.getByRole('button', { name: `Make the revocation list of ${CA} now` }));
    await question.getByRole('button', { name: 'Close', exact: true }).click();
    await expect(details).toContainText('There is another in its place (superseded)');

    const text = await run('openssl', ['crl', '-in', list, '-noout', '-text']);
    expect(text).toContain('Superseded');
    expect(text.match(/Serial Number:/g)).toHaveLength(1);
    const serial = async (file: string) => (await run('openssl', ['x509', '-in', file, '-noout', '-serial'])).trim().split('=')[1];
    expect(text).toContain(await serial(bad));
    expect(text).not.toContain(await serial(good));
  });
});

test('what is held can be released', async ({ page }) => {
  const authorities = await withCertificates(page, '', 'held.test');
  await authorities.show('held.test');
  await authorities.button('Hold').click();
  await authorities.question().getByRole('button', { name: 'Hold', exact: true }).click();
  await authorities.question().getByRole('button', { name: 'Close', exact: true }).click();
  await authorities.button('Back to the table').click();
  await expect(authorities.row('held.test')).toContainText('On hold');
  await page.getByRole('combobox', { name: 'State' }).selectOption('On hold');
  await expect(authorities.rows()).toHaveCount(1);
  await page.getByRole('checkbox', { name: 'Choose held.test' }).check();
  await authorities.button('Release 1').click();
  await authorities.question().getByRole('button', { name: 'Release', exact: true }).click();
  await authorities.question().getByRole('button', { name: 'Close', exact: true }).click();
  await expect(page.getByText('Nothing found')).toBeVisible();
});

test('a key in clear is asked about once', async ({ page }) => {
  await withFolder(async (folder) => {
    const authorities = await withCertificates(page, folder, 'key.test');
    await authorities.show('key.test');
    await authorities.button('Save private key').click();
    await expect(page.getByText('Save the private key without a password?')).toBeVisible();
    await authorities.button('Choose a password').click();
    const password = page.getByLabel('Password for the file', { exact: true });
    await expect(password).toBeFocused();
    await password.fill('open sesame');
    const key = await authorities.save(authorities.button('Save private key'));
    await run('openssl', ['pkey', '-in', key, '-noout', '-passin', 'pass:open sesame']);
    expect((await attempt('openssl', ['pkey', '-in', key, '-noout', '-passin', 'pass:wrong'])).code).not.toBe(0);
    await authorities.button('Save as PKCS #12').click();
    await expect(page.getByLabel('Password', { exact: true })).toBeFocused();
  });
});

test('lists are made, and the history says so', async ({ page }) => {
  await withFolder(async (folder) => {
    const authorities = await withCertificates(page, folder);
    await authorities.tab('Revocation lists');
    await expect(page.getByText('There is no list yet.')).toBeVisible();
    await page.getByLabel('Good for (days)').fill('0');
    await authorities.button('Make the list and save it').click();
    await expect(page.getByLabel('Good for (days)')).toBeFocused();
    await page.getByLabel('Good for (days)').fill('9');
    await authorities.save(authorities.button('Make the list and save it'));
    await expect(page.getByText('The last list is good, and nothing has changed since.')).toBeVisible();
    const der = await authorities.save(page.getByRole('region', { name: 'The last list again' }).getByRole('button', { name: 'Save as DER' }));
    await run('openssl', ['crl', '-inform', 'DER', '-in', der, '-noout', '-nextupdate']);
    await expectAccessible(page);
    await authorities.tab('History');
    const history = page.getByRole('table', { name: 'History' });
    await expect(history.getByRole('row').nth(1), 'the latest first').toContainText('Revocation list');
    await expect(history).toContainText('The authority was made.');
  });
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

  test('nothing scrolls sideways', async ({ page }) => {
    const longest = `${'x'.repeat(63)}.${'y'.repeat(63)}.${'z'.repeat(63)}.example`;
    const authorities = await withCertificates(page, '', longest);
    await expect(authorities.rows()).toHaveCount(1);
    await expectFits(page);
    await authorities.rows().getByRole('button').click();
    await authorities.button('Revoke').click();
    await expectFits(page);
    await authorities.tab('Revocation lists');
    await expectFits(page);
    await authorities.tab('History');
    await expectFits(page);
  });
});
