// Whether a certificate leads to a trusted root, and if not, why: with OpenSSL beside it.
import { appendFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { attempt, withFolder } from './judges/run';
import { AuthoritiesPage } from './support/authorities';
import { expectAccessible } from './support/axe';
import { expectFits } from './support/fits';
import { keyIdentifier, makeChain, openssl, sign } from './support/pki';
import { LANGUAGES, LOCALE } from './support/words';

class VerifyPage {
  constructor(
    readonly page: Page,
    readonly folder: string,
  ) {}

  async open(...names: string[]): Promise<void> {
    await this.page.goto('./#/verify');
    await expect(this.page.getByRole('heading', { level: 1 })).toHaveText(/^(Verify|验证)$/);
    if (names.length > 0) await this.drop(...names);
  }

  async drop(...names: string[]): Promise<void> {
    await this.page.locator('#verify-files').setInputFiles(names.map((name) => join(this.folder, name)));
    await expect(this.page.locator('#verify-what')).toBeFocused();
  }

  async ask(): Promise<void> {
    await this.page.locator('form button[type=submit]:visible').click();
    await expect(this.page.locator('#verdict')).toBeFocused();
  }

  /** A certificate of the path that is shown first, from the leaf up. */
  member(name: string): Locator {
    return this.page.locator('.cw-path').first().locator('> li').filter({ has: this.page.locator('.cw-card-title', { hasText: name }) });
  }

  /** What the page says OpenSSL would be asked; run, whether it agrees. */
  async opensslAgrees(): Promise<boolean> {
    const details = this.page.locator('details.cw-command').last();
    await details.locator('summary').click();
    const { code } = await attempt('sh', ['-c', await details.locator('pre').innerText()], { cwd: this.folder });
    return code === 0;
  }
}

test('a chain that holds is drawn up to its root, and OpenSSL agrees', async ({ page }) => {
  await withFolder(async (folder) => {
    await makeChain(folder);
    const verify = new VerifyPage(page, folder);
    await verify.open('middle.pem', 'root.pem', 'leaf.pem');
    await expect(page.getByLabel('Certificate', { exact: true }).locator('option:checked'), 'nobody’s issuer').toHaveText(/leaf/);
    await expect(page.getByRole('checkbox', { name: /CN=root/ })).toBeChecked();
    await page.getByLabel('For whom').fill('www.own.test');
    await verify.ask();
    await expect(page.getByText('Valid: it leads to O=Own, CN=root.own.test.')).toBeVisible();
    await expect(page.locator('.cw-path > li .cw-card-title')).toHaveText([/leaf/, /middle/, /root/]);
    await page.getByText(/checks passed/).first().click();
    await expect(page.locator('.cw-passed').first()).toContainText('RFC 5280, 6.1.3 (a)(1)');
    expect(await verify.opensslAgrees()).toBe(true);
  });
});

test('one’s own authority is a button away', async ({ page }) => {
  await withFolder(async (folder) => {
    const authorities = new AuthoritiesPage(page, folder);
    await authorities.open();
    await authorities.createRoot('Home Root');
    const issued = await authorities.issue('nas.home.arpa');
    await authorities.save(issued.getByRole('button', { name: 'Save as PEM', exact: true }).first(), 'leaf.pem');
    const verify = new VerifyPage(page, folder);
    await page.getByRole('link', { name: 'Verify', exact: true }).click();
    await verify.drop('leaf.pem');
    await verify.ask();
    await expect(page.getByText(/Not valid$/)).toBeVisible();
    await page.getByRole('button', { name: 'Add your own authority', exact: true }).click();
    await expect(page.locator('#verify-roots')).toBeFocused();
    await expect(page.getByRole('checkbox', { name: /CN=Home Root/ })).toBeChecked();
    await expect(page.getByRole('button', { name: 'Add your own authority', exact: true })).toHaveCount(0);
    await page.getByRole('textbox', { name: 'For whom' }).fill('nas.home.arpa');
    await verify.ask();
    await expect(page.getByText('Valid: it leads to CN=Home Root.')).toBeVisible();
  });
});

test('a missing intermediate is named, by name and key identifier', async ({ page }) => {
  await withFolder(async (folder) => {
    await makeChain(folder);
    const verify = new VerifyPage(page, folder);
    await verify.open('root.pem', 'leaf.pem');
    await page.getByLabel('Certificate', { exact: true }).selectOption({ label: 'Certificate: O=Own, CN=leaf.own.test' });
    await verify.ask();
    await expect(page.getByText(/Not valid$/)).toBeVisible();
    const leaf = verify.member('leaf');
    await expect(leaf).toContainText('Its issuer is missing: O=Own, CN=middle.own.test');
    await expect(leaf).toContainText(await keyIdentifier(folder, 'leaf', 'authorityKeyIdentifier'));
    await expect(leaf).toContainText('X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY');
    await expect(leaf).toContainText('RFC 5280, 6.1');
    await expect(leaf, 'what would help').toContainText('Open the missing certificate here, too.');
    expect(await verify.opensslAgrees()).toBe(false);
    // And that helps.
    await verify.drop('middle.pem');
    await verify.ask();
    await expect(page.getByText(/Valid: it leads to/)).toBeVisible();
  });
});

test('each fault is said at its certificate, with what OpenSSL calls it', async ({ page }) => {
  await withFolder(async (folder) => {
    await makeChain(folder);
    const verify = new VerifyPage(page, folder);
    await verify.open('middle.pem', 'root.pem', 'leaf.pem');

    await page.getByLabel('For whom').fill('www.other.test');
    await verify.ask();
    await expect(verify.member('leaf')).toContainText('It does not vouch for www.other.test.');
    await expect(verify.member('leaf')).toContainText('X509_V_ERR_HOSTNAME_MISMATCH');
    await expect(verify.member('middle').locator('.cw-faults')).toHaveCount(0);
    expect(await verify.opensslAgrees()).toBe(false);

    await page.getByLabel('For whom').fill('');
    await page.getByLabel('Purpose').selectOption('TLS client');
    await verify.ask();
    await expect(verify.member('leaf')).toContainText('Its extended key usage does not allow TLS client.');

    await page.getByLabel('Purpose').selectOption('TLS server');
    await page.getByText('More choices').click();
    await page.getByLabel('Time (UTC)').fill('2049-12-31T23:59');
    await verify.ask();
    for (const name of ['leaf', 'middle', 'root']) await expect(verify.member(name)).toContainText('X509_V_ERR_CERT_HAS_EXPIRED');
    expect(await verify.opensslAgrees()).toBe(false);

    await page.getByLabel('Time (UTC)').fill('');
    await page.getByRole('checkbox', { name: /CN=root/ }).uncheck();
    await verify.ask();
    await expect(verify.member('root')).toContainText('is not among the trusted roots');
  });
});

test('a revoked certificate is one, and a list that is required has to be there', async ({ page }) => {
  await withFolder(async (folder) => {
    await makeChain(folder);
    await writeFile(join(folder, 'index.txt'), '');
    await writeFile(join(folder, 'number'), '01');
    await writeFile(join(folder, 'c.cnf'), '[ca]\ndefault_ca = a\n[a]\ndatabase = index.txt\ncrlnumber = number\ndefault_md = sha256\ndefault_crl_days = 9\ncrl_extensions = e\n[e]\nauthorityKeyIdentifier = keyid\n');
    await openssl(folder, 'ca -config c.cnf -revoke leaf.pem -keyfile middle.key -cert middle.pem -crl_reason keyCompromise');
    await openssl(folder, 'ca -config c.cnf -gencrl -keyfile middle.key -cert middle.pem -out list.crl');
    const verify = new VerifyPage(page, folder);
    await verify.open('middle.pem', 'root.pem', 'leaf.pem', 'list.crl');
    await verify.ask();
    await expect(verify.member('leaf')).toContainText('Reason: somebody else has its key.');
    await expect(verify.member('leaf')).toContainText('X509_V_ERR_CERT_REVOKED');
    await page.getByText('More choices').click();
    await page.getByLabel('Revocation lists').selectOption('Require one for every certificate');
    await verify.ask();
    await expect(verify.member('middle')).toContainText('There is no revocation list about it.');
    await page.getByLabel('Revocation lists').selectOption('Do not look at them');
    await verify.ask();
    await expect(page.getByText(/Valid: it leads to/)).toBeVisible();
  });
});

test('a forged leaf with the root’s name and key identifier is refused', async ({ page }) => {
  await withFolder(async (folder) => {
    await makeChain(folder);
    // Another key under the same name and the same identifier: only the signatures differ.
    const identifier = await keyIdentifier(folder, 'root', 'subjectKeyIdentifier');
    const section = `[forged]\nbasicConstraints = critical,CA:TRUE\nkeyUsage = critical,keyCertSign,cRLSign\nsubjectKeyIdentifier = ${identifier}\nauthorityKeyIdentifier = keyid\n`;
    await appendFile(join(folder, 'x.cnf'), section);
    await openssl(folder, 'req -new -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout forged.key -out forged.csr -subj /O=Own/CN=root.own.test');
    await openssl(folder, 'x509 -req -in forged.csr -signkey forged.key -days 300 -extfile x.cnf -extensions forged -out forged.pem');
    await sign(folder, 'leaf', 'forged', 'server', 50, 'fake');
    expect(await keyIdentifier(folder, 'fake', 'authorityKeyIdentifier')).toBe(identifier);
    const verify = new VerifyPage(page, folder);
    await verify.open('root.pem', 'fake.pem');
    await page.getByLabel('Certificate', { exact: true }).selectOption({ label: 'Certificate: O=Own, CN=leaf.own.test' });
    await verify.ask();
    await expect(page.getByText(/Not valid$/)).toBeVisible();
    await expect(page.getByText(/Valid: it leads to/)).toHaveCount(0);
    await expect(verify.member('leaf')).toContainText('X509_V_ERR_CERT_SIGNATURE_FAILURE');
    expect(await verify.opensslAgrees()).toBe(false);
  });
});

test('bad input is said beside its field, and nothing is lost', async ({ page }) => {
  await withFolder(async (folder) => {
    await makeChain(folder);
    const verify = new VerifyPage(page, folder);
    await verify.open('middle.pem', 'root.pem', 'leaf.pem');
    await page.getByText('More choices').click();
    await page.getByLabel('For whom').fill('*.own.test');
    await page.getByLabel('Certificate policies').fill('1.2.3, not-an-oid');
    await page.getByLabel('Most authorities in between').fill('many');
    await page.locator('form button[type=submit]:visible').click();
    for (const [id, typed] of [['peer', '*.own.test'], ['policies', '1.2.3, not-an-oid'], ['depth', 'many']]) {
      await expect(page.locator(`#${id}`)).toHaveAttribute('aria-invalid', 'true');
      await expect(page.locator(`#${id}-problem`)).not.toBeEmpty();
      await expect(page.locator(`#${id}`)).toHaveValue(typed);
    }
    await expect(page.locator('#peer')).toBeFocused();
    await page.getByLabel('For whom').fill('192.0.2.7');
    await page.getByLabel('Certificate policies').fill('');
    await page.getByLabel('Most authorities in between').fill('0');
    await verify.ask();
    await expect(verify.member('middle')).toContainText('X509_V_ERR_PATH_LENGTH_EXCEEDED');
    // What was chosen is there after another page.
    await page.goto('./#/random');
    await page.goto('./#/verify');
    await expect(page.getByLabel('For whom')).toHaveValue('192.0.2.7');
    await expect(verify.member('middle')).toContainText('X509_V_ERR_PATH_LENGTH_EXCEEDED');
  });
});

for (const language of LANGUAGES) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test.describe(`${LOCALE[language]}, ${colorScheme}`, () => {
      test.use({ locale: LOCALE[language], colorScheme, contextOptions: { reducedMotion: 'reduce' } });

      test('axe finds nothing', async ({ page }) => {
        await withFolder(async (folder) => {
          await makeChain(folder);
          const verify = new VerifyPage(page, folder);
          await verify.open();
          await expectAccessible(page);
          await verify.drop('middle.pem', 'root.pem', 'leaf.pem');
          await page.locator('#peer').fill('www.other.test');
          await verify.ask();
          for (const details of await page.locator('details:visible > summary').all()) await details.click();
          await expectAccessible(page);
        });
      });
    });
  }

  test.describe(`${LOCALE[language]}, on a phone`, () => {
    test.use({ locale: LOCALE[language], viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

    test('nothing scrolls sideways and everything can be touched', async ({ page }) => {
      await withFolder(async (folder) => {
        await makeChain(folder);
        const verify = new VerifyPage(page, folder);
        await verify.open('root.pem', 'leaf.pem');
        await verify.ask();
        for (const details of await page.locator('details:visible > summary').all()) await details.tap();
        await expectFits(page);
      });
    });
  });
}
