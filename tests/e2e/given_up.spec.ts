// One thing is in the making at a time. What is given up for another says so, and what is shown is what is there.
import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { run, withFolder } from './judges/run';
import { PATIENCE, QuickStart } from './support/quick_start';
import { Requests } from './support/requests';
import { stall } from './support/workers';

test('a set that is given up for a request says so, and what is shown is what is saved', async ({ page }) => {
  await withFolder(async (folder) => {
    await run('openssl', ['genpkey', '-algorithm', 'ED25519', '-out', 'own.pem'], { cwd: folder });
    const sets = new QuickStart(page);
    await sets.openAndSettle();
    await sets.create({ serverNames: 'first.test' });
    const fingerprint = await sets.fact('server', 'fingerprint');
    await stall(page); // the second set would be long in the making
    await sets.fill({ serverNames: 'second.test' });
    await sets.button('create').click();
    await expect(sets.button('cancel')).toBeVisible();

    await page.getByRole('link', { name: 'Requests', exact: true }).click();
    const form = new Requests(page);
    await form.field('Alternative names').fill('asked.test');
    await form.useKey(`${folder}/own.pem`);
    await form.create();
    await expect(sets.trouble(), 'the request has none').toHaveCount(0);

    await page.getByRole('link', { name: 'Quick start', exact: true }).click();
    await expect(sets.trouble()).toContainText('Cancelled');
    await expect(sets.button('create')).toBeVisible();
    expect(await sets.fact('server', 'fingerprint')).toBe(fingerprint);
    const saved = new X509Certificate(await sets.download('servercert.pem'));
    expect(saved.fingerprint256).toBe(fingerprint);
    await sets.create();
    await expect(sets.trouble()).toHaveCount(0);
    expect(new X509Certificate(await sets.download('servercert.pem')).subjectAltName).toBe('DNS:second.test');
  });
});

test('a set that is given up for a key says so', async ({ page }) => {
  const sets = new QuickStart(page);
  await sets.openAndSettle();
  await stall(page);
  await sets.fill({ serverNames: 'first.test' });
  await sets.button('create').click();
  await expect(sets.button('cancel')).toBeVisible();
  await page.getByRole('link', { name: 'Keys', exact: true }).click();
  await page.getByRole('button', { name: 'Create key' }).click();
  await expect(page.getByRole('article')).toHaveAccessibleName('Private key, P-256', PATIENCE);
  await page.getByRole('link', { name: 'Quick start', exact: true }).click();
  await expect(sets.trouble()).toContainText('Cancelled');
});

test('a request keeps its own order when the next one is cancelled', async ({ page }) => {
  await withFolder(async (folder) => {
    await page.goto('./');
    const form = new Requests(page);
    await form.open();
    await form.field('Alternative names').fill('a.test');
    await form.create();
    await stall(page);
    await form.field('Alternative names').fill('b.test');
    await form.choice('Private key').selectOption('New key: P-384');
    await form.button('Create request').click();
    await form.button('Cancel').click();
    await expect(page.locator('#trouble')).toContainText('Cancelled');

    await expect(form.result()).toContainText('It was made before your last changes to the form.');
    const config = await form.save(form.result().getByRole('button', { name: 'Save as openssl.cnf', exact: true }), folder, 'openssl.cnf');
    expect(await readFile(config, 'utf8')).toContain('a.test');
    const shown = form.result().getByRole('region', { name: 'Signing request' });
    await shown.locator('.cw-command > summary').click();
    expect(await shown.locator('.cw-command pre').innerText()).toContain('P-256');
  });
});
