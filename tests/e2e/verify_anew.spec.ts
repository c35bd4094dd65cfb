// An answer is about what it was asked of, and trust is in a certificate, not in a number.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { withFolder } from './judges/run';
import { makeChain, openssl } from './support/pki';
import { crash, engine } from './support/workers';

const drop = async (page: Page, folder: string, ...names: string[]) => {
  await page.locator('#verify-files').setInputFiles(names.map((name) => join(folder, name)));
  await expect(page.locator('#verify-what')).toBeFocused();
};

const ask = async (page: Page) => {
  await page.locator('form button[type=submit]:visible').click();
  await expect(page.locator('#verdict')).toBeFocused();
};

test('what comes onto the page later asks for another answer', async ({ page }) => {
  await withFolder(async (folder) => {
    await makeChain(folder);
    await writeFile(join(folder, 'index.txt'), '');
    await writeFile(join(folder, 'c.cnf'), '[ca]\ndefault_ca = a\n[a]\ndatabase = index.txt\ndefault_md = sha256\ndefault_crl_days = 9\ncrl_extensions = e\n[e]\nauthorityKeyIdentifier = keyid\n');
    await openssl(folder, 'ca -config c.cnf -revoke leaf.pem -keyfile middle.key -cert middle.pem');
    await openssl(folder, 'ca -config c.cnf -gencrl -keyfile middle.key -cert middle.pem -out list.crl');
    await page.goto('./#/verify');
    await drop(page, folder, 'leaf.pem', 'middle.pem', 'root.pem');
    await page.getByText('More choices').click();
    await page.getByLabel('Rules').selectOption('RFC 5280, path only');
    await ask(page);
    await expect(page.getByText(/Valid: it leads to/)).toBeVisible();
    await drop(page, folder, 'list.crl');
    await expect(page.getByText(/Valid: it leads to/), 'that was before').toHaveCount(0);
    await ask(page);
    await expect(page.locator('.cw-path').first()).toContainText('X509_V_ERR_CERT_REVOKED');
  });
});

test('after a crash nothing is trusted because of an old number', async ({ page }) => {
  await withFolder(async (folder) => {
    await makeChain(folder);
    await page.goto('./#/verify');
    await page.evaluate(() => navigator.serviceWorker.ready);
    await drop(page, folder, 'leaf.pem', 'middle.pem', 'root.pem');
    await page.getByText('Trust a certificate that is no root').click();
    await page.getByRole('checkbox', { name: /CN=middle/ }).check();
    await page.getByLabel('For whom').fill('www.own.test');
    await ask(page);
    await crash(await engine(page));
    await expect(page.locator('#trouble')).toContainText('stopped unexpectedly');
    await expect(page.locator('#verdict')).toHaveCount(0);
    // The second file has the number that was trusted.
    await drop(page, folder, 'middle.pem', 'leaf.pem');
    await page.getByText('Trust a certificate that is no root').click();
    for (const box of await page.getByRole('checkbox', { name: /CN=(leaf|middle)/ }).all()) await expect(box).not.toBeChecked();
    await expect(page.getByLabel('For whom'), 'what was typed is there').toHaveValue('www.own.test');
  });
});

test('what is opened with the page is what is looked at', async ({ page }) => {
  await withFolder(async (folder) => {
    await makeChain(folder);
    await page.goto('./#/inspect');
    await page.locator('#inspect-files').setInputFiles(join(folder, 'leaf.pem'));
    await expect(page.locator('#inspected')).toHaveText('O=Own, CN=leaf.own.test');
    const data = await page.evaluateHandle(async (text) => {
      const data = new DataTransfer();
      data.items.add(new File([text], 'dropped.pem'));
      return data;
    }, await openssl(folder, 'x509 -in root.pem'));
    // Beside the place that is made for it.
    await page.locator('#page-title').dispatchEvent('drop', { dataTransfer: data });
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Inspect');
    await expect(page.locator('#inspected')).toHaveText('O=Own, CN=root.own.test');
  });
});
