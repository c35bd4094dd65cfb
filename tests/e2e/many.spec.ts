// Thousands of certificates in one file: shown in part, and found by a search.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { withFolder } from './judges/run';
import { openssl } from './support/pki';

const COUNT = 3000;

/** The same certificate under as many serial numbers: nobody checks its signature. */
async function bundle(folder: string): Promise<string> {
  await openssl(folder, `req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout /dev/null -subj /O=Own/CN=many.test -days 90 -outform DER -set_serial 0x${'5a'.repeat(16)} -out one.der`);
  const sample = await readFile(join(folder, 'one.der'));
  const place = sample.indexOf(Buffer.from('5a'.repeat(16), 'hex'));
  const blocks = Array.from({ length: COUNT }, (_, index) => {
    const der = Buffer.from(sample);
    der.writeUInt32BE(0x10000000 + index, place);
    return `-----BEGIN CERTIFICATE-----\n${der.toString('base64').match(/.{1,64}/g)?.join('\n')}\n-----END CERTIFICATE-----\n`;
  });
  return blocks.join('');
}

test('a file with thousands of certificates is opened, searched and looked at', async ({ page }) => {
  await withFolder(async (folder) => {
    const buffer = Buffer.from(await bundle(folder));
    await page.goto('./#/inspect');
    await page.locator('#inspect-files').setInputFiles({ name: 'many.pem', mimeType: 'application/x-pem-file', buffer });
    await expect(page.locator('#inspected')).toBeFocused();
    const rows = page.locator('.cw-picks > li');
    await expect(rows).toHaveCount(50);
    await page.getByRole('button', { name: 'Show 50 more' }).click();
    await expect(rows).toHaveCount(100);
    const serial = (0x10000000 + 2345).toString(16);
    await page.getByRole('searchbox', { name: 'Search' }).fill(serial.toUpperCase());
    await expect(rows).toHaveCount(1);
    await expect(page.getByText(`1 of ${COUNT}`)).toBeVisible();
    await rows.getByRole('button').click();
    await expect(page.locator('.cw-table')).toContainText(serial.toUpperCase());
    await page.getByRole('searchbox', { name: 'Search' }).fill('nothing has this');
    await expect(rows).toHaveCount(0);

    // The other pages hold as many.
    await page.goto('./#/keys');
    await expect(page.getByRole('article'), 'fifty, and the newest').toHaveCount(51);
    await page.goto('./#/verify');
    await expect(page.getByLabel('Certificate', { exact: true }).locator('option')).toHaveCount(500);
    await page.goto('./#/keys');
    await page.getByRole('button', { name: 'Remove all' }).click();
    await expect(page.getByRole('article')).toHaveCount(0);
  });
});
