// Authorities that stay, from the first root to the last revocation list; OpenSSL judges every file.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { attempt, run, withFolder } from './judges/run';
import { AuthoritiesPage, type Submit } from './support/authorities';
import { expectAccessible } from './support/axe';
import { expectFits } from './support/fits';
import { PATIENCE } from './support/quick_start';

const ROOT = 'Home root';
const ISSUING = 'Home issuing';

const openssl = (folder: string, ...args: string[]) => run('openssl', args, { cwd: folder });
const serial = (file: string) => run('openssl', ['x509', '-in', file, '-noout', '-serial']);
const publicKey = (file: string) => run('openssl', ['x509', '-in', file, '-noout', '-pubkey']);
const subject = (file: string) => run('openssl', ['x509', '-in', file, '-noout', '-subject']);

/** The certificate that was just issued, as a file. */
async function savePem(authorities: AuthoritiesPage, issued: Locator, as: string): Promise<string> {
  return authorities.save(issued.getByRole('button', { name: 'Save as PEM', exact: true }).first(), as);
}

const commonName = (page: Page) => page.getByRole('textbox', { name: 'Common name (CN)', exact: true });

/** A root. */
async function withRoot(page: Page, folder: string): Promise<[AuthoritiesPage, string]> {
  const authorities = new AuthoritiesPage(page, folder);
  await authorities.open();
  await authorities.createRoot(ROOT);
  await authorities.tab('Files');
  const root = await authorities.save(authorities.button('Save as PEM (.pem)'), 'root.pem');
  return [authorities, root];
}

/** A root, and below it an authority for the names of a home network, which is shown. */
async function withHome(page: Page, folder: string): Promise<[AuthoritiesPage, string, string]> {
  const [authorities, root] = await withRoot(page, folder);
  await authorities.button('New authority below').click();
  await commonName(page).fill(ISSUING);
  const length = page.getByRole('textbox', { name: /^Path length/ });
  await expect(length, 'it signs servers only, unless one wants otherwise').toHaveValue('0');
  await page.getByRole('textbox', { name: /^Names it may vouch for/ }).fill('home.arpa');
  const issued = await authorities.submit('Create the authority');
  const issuing = await savePem(authorities, issued, 'issuing.pem');
  await authorities.choose(ISSUING);
  return [authorities, root, issuing];
}

test('a newcomer makes a root, an authority below it, and a certificate within its limits and not beyond', async ({ page }) => {
  test.slow();
  await withFolder(async (folder) => {
    const [authorities, root, issuing] = await withHome(page, folder);
    await run('openssl', ['verify', '-CAfile', root, issuing], { says: /OK/ });
    const says = await openssl(folder, 'x509', '-in', 'issuing.pem', '-noout', '-text');
    expect(says).toMatch(/Basic Constraints: critical\s+CA:TRUE, pathlen:0/);
    expect(says).toMatch(/Name Constraints: critical\s+Permitted:\s+DNS:home\.arpa/);

    await authorities.tab('Issue');
    await authorities.names().fill('nas.home.arpa\nwww.example.com');
    await expect(authorities.refusal()).toContainText('Home issuing must not vouch for “www.example.com”. It may vouch only for home.arpa.', PATIENCE);
    const button = authorities.button('Issue the certificate');
    await expect(button).toHaveAttribute('aria-disabled', 'true');
    await expect(button).toHaveAccessibleDescription(/must not vouch for “www\.example\.com”/);
    await button.press('Enter');
    await expect(authorities.refusal(), 'the button leads to the reason').toBeFocused();

    await authorities.names().fill('nas.home.arpa');
    await expect(authorities.refusal()).not.toContainText('must not', PATIENCE);
    await expect(button).not.toHaveAttribute('aria-disabled', 'true');
    const issued = await authorities.submit('Issue the certificate');
    const leaf = await savePem(authorities, issued, 'leaf.pem');
    await run('openssl', ['verify', '-purpose', 'sslserver', '-verify_hostname', 'nas.home.arpa', '-CAfile', root, '-untrusted', issuing, leaf], { says: /OK/ });
    expect((await attempt('openssl', ['verify', '-CAfile', root, leaf])).code, 'not without the one between').not.toBe(0);
    const chain = await authorities.save(issued.getByRole('button', { name: 'Save with its chain', exact: true }), 'chain.pem');
    expect((await run('grep', ['-c', 'BEGIN CERTIFICATE', chain])).trim(), 'servers send the chain').toMatch(/^[23]$/);
    await run('openssl', ['verify', '-CAfile', root, '-untrusted', chain, chain], { says: /OK/ });

    // The same with OpenSSL: a line is there, and names what was issued.
    await issued.locator('.cw-command > summary').last().click();
    const line = issued.getByRole('group', { name: 'The same with OpenSSL' }).last();
    await expect(line).toContainText('openssl ca -config openssl.cnf');
    await expect(line).toContainText('nas.home.arpa');

    // The path length is refused, too.
    await authorities.button('New authority below').click();
    await commonName(page).fill('One too many');
    await page.getByRole('textbox', { name: /^Names it may vouch for/ }).fill('home.arpa');
    await expect(authorities.refusal()).toContainText('No authority may stand below this one: its path length is 0.', PATIENCE);
    await expect(authorities.button('Create the authority')).toHaveAttribute('aria-disabled', 'true');
  });
});

test('what the commands say OpenSSL does', async ({ page }) => {
  test.slow();
  await withFolder(async (folder) => {
    const authorities = new AuthoritiesPage(page, folder);
    await authorities.open();
    await page.getByRole('textbox', { name: 'Authority’s name', exact: true }).fill(ROOT);
    await authorities.button('More choices').click();
    await expect(commonName(page), 'what was typed before goes on').toHaveValue(ROOT);
    let issued = await authorities.submit('Create the root');
    const command = async (part: Locator) => {
      await part.locator('.cw-command > summary').last().click();
      return part.getByRole('group', { name: 'The same with OpenSSL' }).last().innerText();
    };
    // It asks for the key's password, which nobody types here.
    const shell = (text: string) => run('sh', ['-e', '-c', text.replaceAll(' -aes-256-cbc', '')], { cwd: folder });
    await shell(await command(issued));
    expect(await openssl(folder, 'x509', '-in', 'cacert.pem', '-noout', '-subject')).toContain(`CN = ${ROOT}`);

    await authorities.choose(ROOT);
    issued = await authorities.issue('www.home.arpa', '192.0.2.7');
    await shell(await command(issued));
    await openssl(folder, 'verify', '-CAfile', 'cacert.pem', 'www.home.arpa.pem');
    const ours = await savePem(authorities, issued, 'ours.pem');
    const told = (file: string) => openssl(folder, 'x509', '-in', file, '-noout', '-subject', '-ext', 'subjectAltName,basicConstraints,keyUsage,extendedKeyUsage');
    expect(await told('www.home.arpa.pem'), 'they say the same').toBe(await told(ours));

    await authorities.tab('Revocation lists');
    await shell(await command(page.getByRole('form', { name: 'A new list', exact: true })));
    await openssl(folder, 'verify', '-crl_check', '-CAfile', 'cacert.pem', '-CRLfile', 'crl.pem', 'www.home.arpa.pem');
    // A list of changes is not OpenSSL's to make.
    await authorities.button('Make the list and save it').click();
    await page.getByRole('checkbox', { name: /^Only what has changed since the last full list/ }).check();
    await expect(page.getByRole('form', { name: 'A new list', exact: true })).toContainText('There is no command here that does just this.');

    await authorities.tab('Settings');
    const form = page.getByRole('form', { name: 'How it issues', exact: true });
    await page.getByRole('textbox', { name: 'Certificates are valid for (days)' }).fill('33');
    await page.getByRole('radio', { name: /^Counted/ }).check();
    await page.getByRole('textbox', { name: /^Next serial number/ }).fill('0b00');
    await shell(await command(form));
    expect(await readFile(join(folder, 'openssl.cnf'), 'utf8')).toContain('default_days = 33');

    await authorities.tab('From a table');
    await page.locator('#batch-table-paste').click();
    await page.getByRole('textbox', { name: 'Text to be read' }).fill('name,names\nnas.home.arpa,nas.home.arpa 192.0.2.9\nmail.home.arpa,\n');
    await page.getByRole('button', { name: 'Read it', exact: true }).click();
    const check = page.getByRole('region', { name: 'What will come of it' });
    await expect(check).toContainText('2 rows are good.', PATIENCE);
    await shell(await command(check));
    expect(await openssl(folder, 'x509', '-in', 'mail.home.arpa.crt', '-noout', '-serial'), 'counted by the settings’ command').toBe('serial=0B01\n');
    expect(await openssl(folder, 'x509', '-in', 'nas.home.arpa.crt', '-noout', '-ext', 'subjectAltName')).toContain('DNS:nas.home.arpa, IP Address:192.0.2.9');

    await authorities.tab('Files');
    await shell(await command(page.getByRole('form', { name: 'Private key', exact: true })));
    expect(await openssl(folder, 'pkey', '-in', 'authority.key', '-pubout')).toBe(await openssl(folder, 'x509', '-in', 'cacert.pem', '-noout', '-pubkey'));
  });
});

test('a request is signed: its names stay, and what is switched off is not there', async ({ page }) => {
  test.slow();
  await withFolder(async (folder) => {
    const config = '[req]\ndistinguished_name = dn\nreq_extensions = ext\nprompt = no\n[dn]\nCN = printer.home.arpa\n[ext]\nsubjectAltName = DNS:printer.home.arpa, IP:192.0.2.9, DNS:scan.home.arpa\nkeyUsage = critical, digitalSignature\nextendedKeyUsage = serverAuth, clientAuth\ntlsfeature = status_request\n';
    await writeFile(join(folder, 'request.cnf'), config);
    await openssl(folder, 'req', '-new', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-keyout', 'printer.key', '-config', 'request.cnf', '-out', 'printer.csr');
    const [authorities, root] = await withRoot(page, folder);
    const sign = async (as: string, ...without: RegExp[]) => {
      await authorities.tab('Issue');
      await page.locator('#issue-file').setInputFiles(join(folder, 'printer.csr'));
      await expect(page.getByText('The request’s signature is good: whoever made it holds the private key')).toBeVisible(PATIENCE);
      await expect(authorities.names()).toHaveValue(/printer\.home\.arpa\s+192\.0\.2\.9\s+scan\.home\.arpa/);
      for (const name of without) {
        const keep = page.getByRole('checkbox', { name });
        await expect(keep).toBeChecked();
        await keep.uncheck();
        await expect(page.getByRole('listitem').filter({ has: keep })).toContainText('left out');
      }
      return savePem(authorities, await authorities.submit('Issue the certificate'), as);
    };
    const all = await sign('all.pem');
    const some = await sign('some.pem', /^Keep: .*(TLS feature|tlsfeature)/i);
    for (const file of [all, some]) {
      await run('openssl', ['verify', '-CAfile', root, file], { says: /OK/ });
      const names = await openssl(folder, 'x509', '-in', file, '-noout', '-ext', 'subjectAltName');
      expect(names).toContain('DNS:printer.home.arpa, IP Address:192.0.2.9, DNS:scan.home.arpa');
      expect(await publicKey(file), 'the key of whoever asks').toBe(await openssl(folder, 'pkey', '-in', 'printer.key', '-pubout'));
    }
    expect(await openssl(folder, 'x509', '-in', all, '-noout', '-text')).toMatch(/TLS Feature:[^\n]*\n\s+status_request/);
    expect(await openssl(folder, 'x509', '-in', some, '-noout', '-text')).not.toContain('TLS Feature');
  });
});

/** Renews what is open or shown, and says where the new certificate is. */
async function renew(authorities: AuthoritiesPage, key: 'The same key' | 'A new key', submit: Submit, as: string): Promise<string> {
  await expect(authorities.page.getByRole('heading', { level: 2, name: 'Renew', exact: true })).toBeFocused();
  await authorities.page.getByRole('radio', { name: key, exact: true }).check();
  return savePem(authorities, await authorities.submit(submit), as);
}

test('a server’s certificate is renewed with the same key and with a new one', async ({ page }) => {
  test.slow();
  await withFolder(async (folder) => {
    const [authorities, root] = await withRoot(page, folder);
    const first = await savePem(authorities, await authorities.issue('www.home.arpa', '192.0.2.7'), 'first.pem');
    const again = async (key: 'The same key' | 'A new key', as: string) => {
      await authorities.choose(ROOT);
      await authorities.tab('Certificates');
      await authorities.rows().first().getByRole('button', { name: 'www.home.arpa', exact: true }).click();
      await authorities.part('One certificate').getByRole('button', { name: 'Renew', exact: true }).click();
      return renew(authorities, key, 'Issue the renewed certificate', as);
    };
    const same = await again('The same key', 'same.pem');
    expect(await publicKey(same)).toBe(await publicKey(first));
    expect(await serial(same)).not.toBe(await serial(first));
    const other = await again('A new key', 'other.pem');
    expect(await publicKey(other)).not.toBe(await publicKey(first));
    expect(new Set([await serial(first), await serial(same), await serial(other)]).size).toBe(3);
    for (const file of [first, same, other]) {
      await run('openssl', ['verify', '-CAfile', root, file], { says: /OK/ });
      expect(await openssl(folder, 'x509', '-in', file, '-noout', '-ext', 'subjectAltName')).toContain('DNS:www.home.arpa, IP Address:192.0.2.7');
    }
    await authorities.choose(ROOT);
    await authorities.tab('Certificates');
    await expect(authorities.rows()).toHaveCount(3);
  });
});

test('a root is renewed with its key, and what it has signed goes on verifying', async ({ page }) => {
  test.slow();
  await withFolder(async (folder) => {
    const [authorities, root, issuing] = await withHome(page, folder);
    const leaf = await savePem(authorities, await authorities.issue('nas.home.arpa'), 'leaf.pem');
    await authorities.choose(ROOT);
    await authorities.button('Renew this authority').click();
    const renewed = await renew(authorities, 'The same key', 'Issue the renewed certificate', 'renewed.pem');
    expect(await publicKey(renewed)).toBe(await publicKey(root));
    expect(await subject(renewed)).toBe(await subject(root));
    expect(await serial(renewed)).not.toBe(await serial(root));
    await run('openssl', ['verify', '-CAfile', renewed, '-untrusted', issuing, leaf], { says: /OK/ });
    // It is one authority still, and goes on.
    await expect(authorities.tree(ROOT)).toHaveCount(1);
    await authorities.choose(ISSUING);
    const next = await savePem(authorities, await authorities.issue('tv.home.arpa'), 'next.pem');
    for (const trusted of [root, renewed]) await run('openssl', ['verify', '-CAfile', trusted, '-untrusted', issuing, next], { says: /OK/ });
  });
});

test('cross-signed, it is trusted by those who trust the signer', async ({ page }) => {
  test.slow();
  await withFolder(async (folder) => {
    const [authorities, root, issuing] = await withHome(page, folder);
    const leaf = await savePem(authorities, await authorities.issue('nas.home.arpa'), 'leaf.pem');
    await authorities.button('New root').click();
    await commonName(page).fill('Office root');
    const office = await savePem(authorities, await authorities.submit('Create the root'), 'office.pem');
    const without = await attempt('openssl', ['verify', '-CAfile', office, '-untrusted', issuing, leaf]);
    expect(without.code).not.toBe(0);
    await authorities.choose('Office root');
    await authorities.button('Cross-sign another').click();
    await page.getByRole('combobox', { name: 'Other authority' }).selectOption(ROOT);
    const cross = await savePem(authorities, await authorities.submit('Cross-sign'), 'cross.pem');
    expect(await subject(cross)).toBe(await subject(root));
    expect(await publicKey(cross)).toBe(await publicKey(root));
    await run('openssl', ['verify', '-CAfile', office, '-untrusted', cross, '-untrusted', issuing, leaf], { says: /OK/ });
  });
});

test('what is revoked is refused by OpenSSL once the list is made', async ({ page }) => {
  test.slow();
  await withFolder(async (folder) => {
    const [authorities, root, issuing] = await withHome(page, folder);
    const leaf = await savePem(authorities, await authorities.issue('nas.home.arpa'), 'leaf.pem');
    const verify = (list: string) => attempt('openssl', ['verify', '-crl_check', '-CAfile', root, '-untrusted', issuing, '-CRLfile', list, leaf]);
    await authorities.tab('Revocation lists');
    const before = await authorities.save(authorities.button('Make the list and save it'), 'before.crl');
    expect((await verify(before)).stdout).toContain('OK');

    await authorities.tab('Certificates');
    await authorities.show('nas.home.arpa');
    await authorities.button('Revoke').click();
    const question = authorities.question();
    await question.getByLabel('Reason').selectOption({ label: 'Somebody else has its key, or may have it (keyCompromise)' });
    await question.locator('.cw-command > summary').click();
    await expect(question.getByRole('group', { name: 'The same with OpenSSL' })).toHaveText(/^openssl ca -config openssl\.cnf -revoke newcerts\/[0-9A-F]+\.pem -crl_reason keyCompromise$/);
    await question.getByRole('button', { name: 'Revoke', exact: true }).click();
    await expect(question.locator('#asking-done')).toBeFocused(PATIENCE);
    expect((await verify(before)).stdout, 'the old list does not know').toContain('OK');
    const after = await authorities.save(question.getByRole('button', { name: `Make the revocation list of ${ISSUING} now` }), 'after.crl');
    const refused = await verify(after);
    expect(refused.code).not.toBe(0);
    expect(refused.stdout + refused.stderr).toContain('certificate revoked');
    await run('openssl', ['crl', '-in', after, '-noout', '-text'], { says: /Key Compromise/ });
    await question.getByRole('button', { name: 'Close', exact: true }).click();
    await authorities.button('Back to the table').click();
    await expect(authorities.row('nas.home.arpa')).toContainText('Revoked');
  });
});

test.describe('by keyboard only', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  test('from the first root to a list that revokes', async ({ page }) => {
    test.slow();
    await withFolder(async (folder) => {
      const authorities = new AuthoritiesPage(page, folder);
      await authorities.open();
      const { keyboard } = page;
      await tabTo(page, page.getByRole('textbox', { name: 'Authority’s name' }));
      await keyboard.press('ControlOrMeta+A');
      await keyboard.type(ROOT);
      await keyboard.press('Enter');
      await authorities.expectShown(ROOT);

      const parts = page.getByRole('group', { name: 'Parts of this authority' });
      await tabTo(page, parts.getByRole('button', { name: 'Files', exact: true }));
      await keyboard.press('Enter');
      await tabTo(page, authorities.button('Save as PEM (.pem)'));
      const root = await download(page, 'Space', join(folder, 'root.pem'));

      await tabTo(page, parts.getByRole('button', { name: 'Issue', exact: true }));
      await keyboard.press('Space');
      await expect(page.getByRole('heading', { level: 2, name: `Issue a certificate by ${ROOT}` })).toBeFocused();
      await tabTo(page, authorities.names());
      await keyboard.type('nas.home.arpa');
      await tabTo(page, page.getByRole('checkbox', { name: 'Keep the private key' }));
      await keyboard.press('Space');
      await expect(page.getByRole('checkbox', { name: 'Keep the private key' })).not.toBeChecked();
      await keyboard.press('Space');
      await tabTo(page, authorities.button('Issue the certificate'));
      await keyboard.press('Enter');
      await expect(page.getByRole('heading', { level: 2, name: 'Issued', exact: true })).toBeFocused(PATIENCE);
      await tabTo(page, authorities.part('Issued').getByRole('button', { name: 'Save as PEM', exact: true }));
      const leaf = await download(page, 'Enter', join(folder, 'leaf.pem'));
      await run('openssl', ['verify', '-CAfile', root, leaf], { says: /OK/ });

      await tabTo(page, authorities.button('Show it in the table'), 'Shift+Tab');
      await keyboard.press('Enter');
      await tabTo(page, authorities.row('nas.home.arpa').getByRole('button', { name: 'nas.home.arpa', exact: true }));
      await keyboard.press('Enter');
      await expect(page.getByRole('heading', { level: 3, name: 'nas.home.arpa' })).toBeFocused();
      await tabTo(page, authorities.button('Revoke'));
      await keyboard.press('Enter');
      const question = authorities.question();
      await expect(question).toBeFocused();
      await tabTo(page, question.getByRole('button', { name: 'Revoke', exact: true }));
      await keyboard.press('Enter');
      await expect(question.locator('#asking-done')).toBeFocused(PATIENCE);
      await tabTo(page, question.getByRole('button', { name: `Make the revocation list of ${ROOT} now` }));
      const list = await download(page, 'Enter', join(folder, 'list.crl'));
      const refused = await attempt('openssl', ['verify', '-crl_check', '-CAfile', root, '-CRLfile', list, leaf]);
      expect(refused.stdout + refused.stderr).toContain('certificate revoked');
      await tabTo(page, question.getByRole('button', { name: 'Close', exact: true }));
      await keyboard.press('Enter');
      await expect(question).toHaveCount(0);
      await expect(page.locator('body'), 'the focus is not lost').not.toBeFocused();
    });
  });
});

/** Goes on with Tab until it is there. */
async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await expect(target).toBeVisible(PATIENCE);
  for (let stops = 0; stops < 150; stops += 1) {
    if (await target.evaluate((it) => it === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`Tab does not lead to ${target}`);
}

async function download(page: Page, key: string, path: string): Promise<string> {
  const [saved] = await Promise.all([page.waitForEvent('download', PATIENCE), page.keyboard.press(key)]);
  await saved.saveAs(path);
  return path;
}

/** Every state that is a picture of its own. */
async function everywhere(page: Page, look: (name: string) => Promise<void>): Promise<void> {
  await withFolder(async (folder) => {
    const authorities = new AuthoritiesPage(page, folder);
    await authorities.open();
    await test.step('nothing yet', () => look('empty'));
    await withHome(page, folder);
    await test.step('two authorities', () => look('authorities'));
    await authorities.tab('Issue');
    await authorities.names().fill('nas.home.arpa\nwww.example.com');
    await expect(authorities.refusal()).toContainText('must not', PATIENCE);
    await page.getByText('More choices: uses, extensions, addresses, signature, serial number').click();
    await test.step('a form that is refused', () => look('refused'));
    await authorities.names().fill('nas.home.arpa');
    await expect(authorities.refusal()).not.toContainText('must not', PATIENCE);
    const issued = await authorities.submit('Issue the certificate');
    await issued.locator('.cw-command > summary').last().click();
    await test.step('what was issued', () => look('issued'));
    await authorities.tab('Files');
    await test.step('the files', () => look('files'));
    await authorities.tab('Settings');
    await test.step('the settings', () => look('settings'));
    await authorities.button('Renew this authority').click();
    await expect(page.getByRole('radio', { name: 'The same key', exact: true })).toBeVisible(PATIENCE);
    await test.step('renewing', () => look('renewing'));
    await authorities.wide('All certificates');
    await expect(authorities.rows()).toHaveCount(2);
    await test.step('all certificates', () => look('all'));
  });
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`${colorScheme}`, () => {
    // Without motion no colour is caught on its way to another.
    test.use({ colorScheme, contextOptions: { reducedMotion: 'reduce' } });

    test(`axe finds nothing in either language, ${colorScheme}`, async ({ page }) => {
      test.setTimeout(300_000);
      await everywhere(page, async (name) => {
        for (const language of ['zh-Hans', 'en']) {
          await page.locator('header select').selectOption(language);
          await expect(page.locator('html')).toHaveAttribute('lang', new RegExp(`^${language}`));
          await expectAccessible(page);
          if (process.env.LOOK) await page.screenshot({ path: join(process.env.LOOK, `${name}-${colorScheme}-${language}.png`) });
        }
      });
    });
  });
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, contextOptions: { reducedMotion: 'reduce' } });

  test('nothing scrolls sideways', async ({ page }) => {
    test.setTimeout(180_000);
    await everywhere(page, async (name) => {
      await expectFits(page);
      if (process.env.LOOK) await page.screenshot({ path: join(process.env.LOOK, `${name}-phone.png`) });
    });
  });
});
