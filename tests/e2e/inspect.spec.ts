// Anything is opened and understood: beside what OpenSSL says of it.
import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { withFolder } from './judges/run';
import { expectAccessible } from './support/axe';
import { expectFits } from './support/fits';
import { keyIdentifier, makeChain, openssl } from './support/pki';
import { LANGUAGES, LOCALE } from './support/words';

class InspectPage {
  constructor(
    readonly page: Page,
    readonly folder: string,
  ) {}

  async open(): Promise<void> {
    await this.page.goto('./#/inspect');
    await expect(this.page.getByRole('heading', { level: 1 })).toHaveText(/^(Inspect|查看)$/);
  }

  async drop(...names: string[]): Promise<void> {
    await this.page.locator('#inspect-files').setInputFiles(names.map((name) => join(this.folder, name)));
    await expect(this.page.locator('#inspected')).toBeFocused();
  }

  async side(name: 'Overview' | 'Checks' | 'Text' | 'ASN.1'): Promise<void> {
    await this.page.getByRole('group', { name: 'Seen as' }).getByRole('button', { name, exact: true }).click();
  }

  /** A fact by its name. */
  fact(name: string): Locator {
    const term = this.page.locator('.cw-table dt').filter({ hasText: new RegExp(`^${name}$`) });
    return term.locator('xpath=following-sibling::dd');
  }

  part(name: string): Locator {
    return this.page.locator('.cw-together section').filter({ has: this.page.getByRole('heading', { name, exact: true }) });
  }
}

test('a chain is understood, put in order, and what is missing is named', async ({ page }) => {
  await withFolder(async (folder) => {
    await makeChain(folder);
    const inspect = new InspectPage(page, folder);
    await inspect.open();
    await inspect.drop('leaf.pem', 'middle.pem', 'leaf.key', 'leaf.csr');
    await expect(inspect.fact('What it is')).toHaveText(/End entity/);
    await expect(inspect.fact('Names')).toContainText('www.own.test');
    await expect(inspect.fact('Names')).toContainText('192.0.2.7');
    await expect(inspect.fact('Key usage')).toHaveText('Digital signature');
    await expect(inspect.fact('Valid')).toContainText(/(99|100) more days/);
    const fingerprint = await openssl(folder, 'x509 -in leaf.pem -noout -fingerprint -sha256');
    await expect(inspect.fact('SHA-256 fingerprint')).toContainText(fingerprint.trim().split('=')[1]);
    await expect(page.locator('.cw-extension')).toHaveCount(6);

    const chain = inspect.part('Chains, from the root down').getByRole('listitem').getByRole('button');
    await expect(chain).toHaveText([/CN=middle\.own\.test/, /CN=leaf\.own\.test/]);
    const missing = inspect.part('Missing issuers');
    await expect(missing).toContainText('O=Own, CN=root.own.test');
    await expect(missing).toContainText(await keyIdentifier(folder, 'middle', 'authorityKeyIdentifier'));
    await expect(inspect.part('With the same key').getByRole('button')).toHaveText([/Private key/, /leaf\.csr/, /leaf\.pem/]);

    await page.locator('#inspect-files').setInputFiles([join(folder, 'root.pem'), join(folder, 'leaf.pem')]);
    await expect(page.locator('#inspected')).toHaveText('O=Own, CN=root.own.test');
    await expect(inspect.fact('What it is')).toHaveText(/^Root/);
    await expect(inspect.part('Missing issuers')).toHaveCount(0);
    await expect(inspect.part('The same thing more than once').getByRole('button')).toHaveCount(2);
    await inspect.part('Chains, from the root down').getByRole('button', { name: /middle/ }).first().click();
    await expect(page.locator('#inspected')).toBeFocused();
    await expect(page.locator('#inspected')).toHaveText('O=Own, CN=middle.own.test');
  });
});

test('the text is OpenSSL’s own, line by line, and so is the command', async ({ page }) => {
  await withFolder(async (folder) => {
    await makeChain(folder);
    await writeFile(join(folder, 'index.txt'), '');
    await writeFile(join(folder, 'number'), '01');
    await writeFile(join(folder, 'c.cnf'), '[ca]\ndefault_ca = a\n[a]\ndatabase = index.txt\ncrlnumber = number\ndefault_md = sha256\ndefault_crl_days = 9\n');
    await openssl(folder, 'ca -config c.cnf -gencrl -keyfile root.key -cert root.pem -out list.crl');
    const inspect = new InspectPage(page, folder);
    await inspect.open();
    for (const [file, command] of [['leaf.pem', 'x509'], ['leaf.csr', 'req'], ['list.crl', 'crl']]) {
      await inspect.drop(file);
      await inspect.side('Text');
      const expected = await openssl(folder, `${command} -in ${file} -noout -text`);
      const text = page.getByRole('group', { name: 'Text' });
      await expect(text).toContainText('Signature Algorithm');
      expect(await text.textContent()).toBe(expected);
      const shown = page.locator('details.cw-command').first();
      await shown.locator('summary').click();
      const line = await shown.locator('pre').innerText();
      const { stdout } = await promisify(execFile)('sh', ['-c', line], { cwd: folder });
      expect(stdout).toBe(expected);
      await inspect.side('Overview');
    }
  });
});

test('the ASN.1 tree and the octets lead to each other, and a subtree can be copied', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await withFolder(async (folder) => {
    await makeChain(folder);
    await openssl(folder, 'x509 -in leaf.pem -outform DER -out leaf.der');
    const der = await readFile(join(folder, 'leaf.der'));
    const inspect = new InspectPage(page, folder);
    await inspect.open();
    await inspect.drop('leaf.pem');
    await inspect.side('ASN.1');
    const rows = page.locator('.cw-node');
    const parsed = await openssl(folder, 'asn1parse -in leaf.pem');
    // What stands in strings has rows of its own.
    await expect.poll(() => rows.count()).toBeGreaterThan(parsed.trim().split('\n').length);
    await page.getByRole('button', { name: /^INTEGER 2$/ }).click();
    await expect(page.locator('.cw-octet-body')).toHaveText(['02']);
    const subject = page.getByRole('button', { name: /UTF8String leaf\.own\.test/ });
    await subject.click();
    await page.getByRole('button', { name: 'Copy Copy as hex' }).click();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toBe('0C0D' + Buffer.from('leaf.own.test').toString('hex').toUpperCase());
    expect(der.toString('hex').toUpperCase()).toContain(copied);
    // An octet leads to its element: one of the attribute's type, then one of its value.
    const value = der.indexOf(Buffer.from(copied, 'hex'));
    const current = page.locator('.cw-node [aria-current=true]');
    await page.locator(`[data-at="${value - 2}"]`).click();
    await expect(current).toHaveText(/^OBJECT IDENTIFIER .*2\.5\.4\.3/);
    await expect(page.locator('.cw-octet-head').first()).toHaveAttribute('data-at', String(value - 5));
    await expect(page.locator('.cw-octet-body')).toHaveText(['55', '04', '03']);
    await page.locator(`[data-at="${value + 4}"]`).click();
    await expect(subject).toHaveAttribute('aria-current', 'true');
    await expect(current).toHaveCount(1);
    // Folding hides what is inside.
    const before = await rows.count();
    await page.getByRole('button', { name: 'Fold or unfold SEQUENCE' }).nth(1).click();
    expect(await rows.count()).toBeLessThan(before);
  });
});

test('a private key’s octets are shown only after a question', async ({ page }) => {
  await withFolder(async (folder) => {
    await makeChain(folder);
    const inspect = new InspectPage(page, folder);
    await inspect.open();
    await inspect.drop('leaf.key');
    await inspect.side('ASN.1');
    await expect(page.locator('.cw-node')).toHaveCount(0);
    await page.getByRole('button', { name: 'Show them' }).click();
    await expect(page.getByRole('button', { name: /id-ecPublicKey/ })).toBeVisible();
  });
});

test('the checks name the rule, and ask for more in public', async ({ page }) => {
  await withFolder(async (folder) => {
    await makeChain(folder);
    const inspect = new InspectPage(page, folder);
    await inspect.open();
    await inspect.drop('nameless.pem');
    await inspect.side('Checks');
    await expect(page.locator('.cw-findings')).toContainText('san-missing');
    await expect(page.locator('.cw-findings')).toContainText('Error');
    const few = await page.locator('.cw-findings > li').count();
    await page.getByRole('combobox', { name: 'Rules for' }).selectOption('Public TLS');
    await expect.poll(() => page.locator('.cw-findings > li').count()).toBeGreaterThan(few);
    await page.getByRole('link', { name: 'All rules' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Rules');
    const rules = page.locator('.cw-findings > li');
    expect(await rules.count()).toBeGreaterThan(100);
    for (const words of await rules.locator('.cw-fault').allInnerTexts()) expect(words).toMatch(/^(Error|Warning|Notice):? .{8}/);
    await page.getByRole('textbox', { name: 'Search' }).or(page.getByRole('searchbox', { name: 'Search' })).fill('san-missing');
    await expect(rules).toHaveCount(1);
  });
});

test('two certificates are compared field by field', async ({ page }) => {
  await withFolder(async (folder) => {
    await makeChain(folder);
    const inspect = new InspectPage(page, folder);
    await inspect.open();
    await inspect.drop('leaf.pem', 'nameless.pem');
    await page.getByText('Compare two').click();
    const table = page.getByRole('table');
    await expect(table.getByRole('row', { name: /subjectAltName.*www\.own\.test/ })).toHaveCount(1);
    await expect(table.getByRole('row', { name: /Serial number/ })).toHaveCount(1);
    await expect(table.getByRole('row', { name: /Subject, CN/ }), 'it is the same').toHaveCount(0);
    await page.getByLabel('Differences only').uncheck();
    await expect(table.getByRole('row', { name: /Subject, CN/ })).toContainText('leaf.own.test');
  });
});

test('odd characters are shown and flagged', async ({ page }) => {
  await withFolder(async (folder) => {
    // A right-to-left override, and a Cyrillic letter that looks like Latin.
    await writeFile(join(folder, 'odd.cnf'), '[req]\ndistinguished_name = dn\nutf8 = yes\nprompt = no\nstring_mask = utf8only\n[dn]\nCN = moc.\u202eknab\nO = pаypal\n');
    await openssl(folder, 'req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout odd.key -utf8 -config odd.cnf -days 9 -out odd.pem');
    const inspect = new InspectPage(page, folder);
    await inspect.open();
    await inspect.drop('odd.pem');
    const notice = page.locator('.pf-v6-c-alert').filter({ hasText: 'There are odd characters in its names' });
    await expect(notice).toContainText('\\u{202E}');
    await expect(notice).toContainText('U+0430');
    expect(await page.getByRole('main').innerText()).not.toContain('\u202e');
  });
});

test('what cannot be read is still seen as ASN.1, and what is locked opens here', async ({ page }) => {
  await withFolder(async (folder) => {
    await makeChain(folder);
    await writeFile(join(folder, 'a.cnf'), 'asn1 = SEQUENCE:s\n[s]\nfirst = UTF8String:certainly not a certificate\nsecond = INTEGER:42\n');
    await openssl(folder, 'asn1parse -genconf a.cnf -noout -out odd.bin');
    await openssl(folder, 'pkcs12 -export -inkey leaf.key -in leaf.pem -passout pass:open -out leaf.p12');
    const inspect = new InspectPage(page, folder);
    await inspect.open();
    await inspect.drop('odd.bin');
    await inspect.side('ASN.1');
    await expect(page.getByRole('button', { name: /UTF8String certainly not a certificate/ })).toBeVisible();
    await expect(page.getByRole('button', { name: /INTEGER 42/ })).toBeVisible();
    await inspect.drop('leaf.p12');
    await page.getByLabel('Password', { exact: true }).fill('open');
    await page.getByRole('button', { name: 'Unlock', exact: true }).click();
    await expect(page.getByRole('button', { name: /CN=leaf\.own\.test/ }).first()).toBeVisible();
  });
});

test('the operating system opens files with the installed page', async ({ page }) => {
  await withFolder(async (folder) => {
    await makeChain(folder);
    const manifest = JSON.parse(await readFile('dist/manifest.webmanifest', 'utf8'));
    const endings = manifest.file_handlers.flatMap((it: { accept: Record<string, string[]> }) => Object.values(it.accept).flat());
    for (const ending of ['.pem', '.crt', '.cer', '.csr', '.p12', '.pfx', '.key', '.crl']) expect(endings).toContain(ending);
    // What Chromium does for an app that is installed.
    await page.addInitScript(() => {
      Object.defineProperty(window, 'launchQueue', { value: { setConsumer: (heard: (launch: unknown) => void) => Object.assign(window, { heard }) } });
    });
    await page.goto('./');
    await page.waitForFunction(() => 'heard' in window);
    const text = await readFile(join(folder, 'leaf.pem'), 'utf8');
    await page.evaluate((text) => {
      const file = new File([text], 'leaf.pem');
      (window as unknown as { heard: (launch: unknown) => void }).heard({ files: [{ getFile: async () => file }] });
    }, text);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Inspect');
    await expect(page.locator('#inspected')).toHaveText('O=Own, CN=leaf.own.test');
  });
});

for (const language of LANGUAGES) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test.describe(`${LOCALE[language]}, ${colorScheme}`, () => {
      test.use({ locale: LOCALE[language], colorScheme, contextOptions: { reducedMotion: 'reduce' } });

      test('axe finds nothing', async ({ page }) => {
        test.slow();
        await withFolder(async (folder) => {
          await makeChain(folder);
          const inspect = new InspectPage(page, folder);
          await inspect.open();
          await expectAccessible(page);
          await inspect.drop('leaf.pem', 'nameless.pem', 'middle.pem', 'leaf.key');
          await expect(page.locator('.cw-together')).toBeVisible();
          const sides = page.locator('.cw-tab');
          for (let place = 0; place < 4; place += 1) {
            await sides.nth(place).click();
            await expect(sides.nth(place)).toHaveAttribute('aria-pressed', 'true');
            await expect(page.locator('.cw-side')).toBeVisible();
            await expectAccessible(page);
          }
          await page.locator('.cw-compare summary').click();
          await expect(page.getByRole('table')).toBeVisible();
          await expectAccessible(page);
          await page.goto('./#/rules');
          await expect(page.locator('.cw-findings > li').first()).toBeVisible();
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
        const inspect = new InspectPage(page, folder);
        await inspect.open();
        await inspect.drop('leaf.pem', 'nameless.pem', 'leaf.key');
        await expect(page.locator('.cw-together')).toBeVisible();
        for (let place = 0; place < 3; place += 1) {
          await page.locator('.cw-tab').nth(place).click();
          await expect(page.locator('.cw-side')).toBeVisible();
          await expectFits(page);
        }
        await page.goto('./#/rules');
        await expectFits(page);
      });
    });
  });
}
