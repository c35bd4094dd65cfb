// Certificates from a table: checked before, issued into one ZIP, judged by OpenSSL.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { run, withFolder } from './judges/run';
import { unpack } from './judges/zip';
import { AuthoritiesPage } from './support/authorities';
import { expectAccessible } from './support/axe';
import { expectFits } from './support/fits';
import { PATIENCE } from './support/quick_start';

const TABLE = 'name,names,o,days,key\nwww.test,www.test example.test,Acme,30,\nmail.test,mail.test 192.0.2.25,Acme,,RSA 2048\n';

async function filesBelow(folder: string): Promise<string[]> {
  const all = await readdir(folder, { recursive: true, withFileTypes: true });
  return all.filter((it) => it.isFile()).map((it) => join(it.parentPath ?? it.path, it.name));
}

test('a table becomes certificates in a ZIP, each of them recorded', async ({ page }) => {
  await withFolder(async (folder) => {
    const authorities = new AuthoritiesPage(page, folder);
    await authorities.open();
    await authorities.createRoot('Batch CA');
    const authority = await (async () => {
      await authorities.tab('Files');
      return authorities.save(page.getByRole('button', { name: 'Save as PEM (.pem)', exact: true }));
    })();
    await authorities.tab('From a table');
    await writeFile(join(folder, 'table.csv'), TABLE);
    await page.locator('#batch-table').setInputFiles(join(folder, 'table.csv'));
    await expect(page.getByText('The table is table.csv.')).toBeVisible();
    await expect(page.getByRole('region', { name: 'What will come of it' })).toContainText('2 rows are good.', PATIENCE);
    await expectAccessible(page);
    const archive = await authorities.save(page.getByRole('button', { name: 'Issue 2 certificates', exact: true }));
    const report = page.getByRole('region', { name: 'What the last table came to' });
    await expect(report).toContainText('2 certificates are issued and recorded', PATIENCE);
    await expect(report, 'what came of it has the focus').toBeFocused();
    await expect(page.getByRole('button', { name: /^Issue 2 / }), 'a second click issues nothing twice').toHaveCount(0);

    // A download can go wrong.
    const again = await authorities.save(page.getByRole('button', { name: 'Save the ZIP again', exact: true }), 'again.zip');
    expect(await readFile(again)).toEqual(await readFile(archive));
    // Another part is looked at; the table is still there.
    await authorities.tab('Certificates');
    await expect(authorities.rows()).toHaveCount(2);
    await authorities.tab('From a table');
    await expect(page.getByText('The table is table.csv.')).toBeVisible();

    const out = join(folder, 'out');
    await unpack(archive, out);
    const files = await filesBelow(out);
    const texts = await Promise.all(files.map(async (file) => ({ file, text: await readFile(file, 'latin1') })));
    const subjects: string[] = [];
    for (const { file, text } of texts) {
      if (!/\.(crt|pem|cer)$/.test(file) || !text.startsWith('-----BEGIN CERTIFICATE-----')) continue;
      const subject = await run('openssl', ['x509', '-in', file, '-noout', '-subject']);
      if (!/Acme/.test(subject)) continue;
      await run('openssl', ['verify', '-CAfile', authority, file], { says: /OK/ });
      subjects.push(subject);
    }
    expect(subjects.some((it) => /www\.test/.test(it))).toBe(true);
    expect(subjects.some((it) => /mail\.test/.test(it))).toBe(true);
    const keys = texts.filter(({ text }) => /BEGIN PRIVATE KEY/.test(text));
    expect(keys.length, 'a key each, in clear as nothing else was asked for').toBe(2);
  });
});

test('bad rows are named by line and column, and the others can be issued', async ({ page }) => {
  await withFolder(async (folder) => {
    const authorities = new AuthoritiesPage(page, folder);
    await authorities.open();
    await authorities.createRoot('Batch CA');
    await authorities.tab('From a table');
    await page.locator('#batch-table-paste').click();
    await page.getByRole('textbox', { name: 'Text to be read' }).fill('name;days;key\ngood.test;30;\nbad.test;soon;\nworse.test;;DSA\n;30;\n');
    await page.getByRole('button', { name: 'Read it', exact: true }).click();
    const check = page.getByRole('region', { name: 'What will come of it' });
    await expect(check).toContainText('One row is good.', PATIENCE);
    await expect(check).toContainText(/Line 3.*“soon” is not a whole number\./s);
    await expect(check).toContainText(/Line 4.*“DSA” is not a kind of key\./s);
    await expect(check).toContainText(/Line 5.*Neither a name nor a subject\./s);
    await expect(check).toContainText('good.test');

    // Changing the form makes the check old, and it is made again.
    await page.getByRole('textbox', { name: 'Valid for (days)' }).fill('many');
    await expect(page.getByRole('textbox', { name: 'Valid for (days)' })).toHaveAttribute('aria-invalid', 'true');
    await expect(page.getByRole('button', { name: /^Issue (one|\d+) / })).toHaveCount(0);
    await page.getByRole('textbox', { name: 'Valid for (days)' }).fill('60');
    await expect(page.getByRole('button', { name: 'Issue one certificate', exact: true })).toBeVisible(PATIENCE);
  });
});

test('an unknown heading is refused in words', async ({ page }) => {
  await withFolder(async (folder) => {
    const authorities = new AuthoritiesPage(page, folder);
    await authorities.open();
    await authorities.createRoot('Batch CA');
    await authorities.tab('From a table');
    await writeFile(join(folder, 'odd.csv'), 'name,colour\nwww.test,red\n');
    await page.locator('#batch-table').setInputFiles(join(folder, 'odd.csv'));
    await expect(page.getByText('The heading “colour” is not known.')).toBeVisible(PATIENCE);
    await expect(page.getByRole('button', { name: /^Issue (one|\d+) / })).toHaveCount(0);
    await page.getByRole('button', { name: 'Another table', exact: true }).click();
    await expect(page.locator('#batch-table')).toBeAttached();
  });
});

test('what was issued before Cancel stays issued, and is in the ZIP', async ({ page }) => {
  await withFolder(async (folder) => {
    const authorities = new AuthoritiesPage(page, folder);
    await authorities.open();
    await authorities.createRoot('Batch CA');
    await authorities.tab('From a table');
    const rows = Array.from({ length: 2000 }, (_, index) => `host-${index}.test,RSA 2048`);
    await writeFile(join(folder, 'many.csv'), `name,key\n${rows.join('\n')}\n`);
    await page.locator('#batch-table').setInputFiles(join(folder, 'many.csv'));
    const issue = page.getByRole('button', { name: 'Issue 2000 certificates', exact: true });
    await expect(issue).toBeVisible({ timeout: 30_000 });
    const saved = page.waitForEvent('download', { timeout: 60_000 });
    await issue.click();
    await expect(page.getByText(/^[1-9]\d* of 2000 issued$/)).toBeVisible({ timeout: 30_000 });
    await expect(page.getByText('what was issued until then stays issued and recorded')).toBeVisible();
    await page.getByRole('button', { name: 'Cancel', exact: true }).click();
    await saved;
    await expect(page.getByRole('region', { name: 'What the last table came to' })).toContainText(/Cancelled: .*(was|were) issued by then/, PATIENCE);
  });
});

test('the columns are explained, and the example is good as it is', async ({ page }) => {
  await withFolder(async (folder) => {
    const authorities = new AuthoritiesPage(page, folder);
    await authorities.open();
    await authorities.createRoot('Batch CA');
    await authorities.tab('From a table');
    await page.getByText('Which columns a table can have', { exact: true }).click();
    const example = await authorities.save(page.getByRole('button', { name: 'Save the example as certificates.csv', exact: true }));
    await page.locator('#batch-table').setInputFiles(example);
    await expect(page.getByRole('button', { name: 'Issue 3 certificates', exact: true })).toBeVisible(PATIENCE);
    await page.setViewportSize({ width: 360, height: 740 });
    await expectFits(page);
  });
});
