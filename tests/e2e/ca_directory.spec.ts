// An authority that `openssl ca` made goes on here, and back again.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { attempt, run, withFolder } from './judges/run';
import { unpack } from './judges/zip';
import { AuthoritiesPage } from './support/authorities';
import { expectAccessible } from './support/axe';
import { PATIENCE } from './support/quick_start';

const PASSWORD = 'open sesame';

const CONFIG = `[ca]
default_ca = here
[here]
dir = .
database = $dir/index.txt
new_certs_dir = $dir/newcerts
serial = $dir/serial
crlnumber = $dir/crlnumber
certificate = $dir/cacert.pem
private_key = $dir/private/cakey.pem
default_md = sha256
default_days = 90
default_crl_days = 30
policy = any
[any]
commonName = supplied
`;

/** A directory as the tutorials make it, with two certificates, the second of them revoked. */
async function directory(folder: string, password?: string): Promise<string> {
  const ca = join(folder, 'demoCA');
  await mkdir(join(ca, 'newcerts'), { recursive: true });
  await mkdir(join(ca, 'private'));
  const openssl = (...args: string[]) => run('openssl', args, { cwd: ca });
  await writeFile(join(ca, 'openssl.cnf'), CONFIG);
  await writeFile(join(ca, 'index.txt'), '');
  await writeFile(join(ca, 'serial'), '1000\n');
  await writeFile(join(ca, 'crlnumber'), '05\n');
  const protection = password ? ['-passout', `pass:${password}`] : ['-nodes'];
  await openssl('req', '-x509', '-newkey', 'rsa:2048', ...protection, '-keyout', 'private/cakey.pem', '-out', 'cacert.pem', '-subj', '/CN=Demo CA', '-days', '900');
  for (const name of ['one.test', 'two.test']) {
    await openssl('req', '-newkey', 'rsa:2048', '-nodes', '-keyout', `${name}.key`, '-out', `${name}.csr`, '-subj', `/CN=${name}`);
    await openssl('ca', '-config', 'openssl.cnf', '-batch', '-notext', ...(password ? ['-passin', `pass:${password}`] : []), '-in', `${name}.csr`, '-out', `${name}.crt`);
  }
  await openssl('ca', '-config', 'openssl.cnf', ...(password ? ['-passin', `pass:${password}`] : []), '-revoke', 'two.test.crt', '-crl_reason', 'superseded');
  return ca;
}

test('a directory of openssl ca is taken in as a folder, and goes back so that openssl ca goes on', async ({ page }) => {
  await withFolder(async (folder) => {
    const ca = await directory(folder);
    const authorities = new AuthoritiesPage(page, folder);
    await authorities.open();
    await authorities.openImport();
    await page.locator('#import-folder').setInputFiles(ca);
    await expect(page.getByText(/^demoCA is chosen, with \d+ files\.$/)).toBeVisible();
    await page.getByRole('button', { name: 'Take in the directory', exact: true }).click();
    await expect(page.getByText('One authority came in')).toBeVisible(PATIENCE);
    await expect(page.getByText('2 certificates that it issued came along.')).toBeVisible();
    await expectAccessible(page);

    await page.getByRole('button', { name: /^Demo CA/ }).first().click();
    await authorities.tab('Settings');
    await expect(page.getByRole('radio', { name: 'Counted' }), 'serial numbers are counted on').toBeChecked();
    await expect(page.getByRole('textbox', { name: 'Next serial number' })).toHaveValue('1002');

    await authorities.tab('Files');
    const part = page.getByRole('form', { name: 'Directory for openssl ca' });
    await part.getByRole('button', { name: 'Save the directory (ZIP)', exact: true }).click();
    await expect(page.getByText('Save the private key in clear?'), 'in clear it asks once').toBeVisible();
    const archive = await authorities.save(page.getByRole('button', { name: 'Save it in clear', exact: true }));
    const out = join(folder, 'out');
    await unpack(archive, out);
    const found = (await run('find', [out, '-name', 'index.txt'])).trim().split('\n');
    expect(found).toHaveLength(1);
    const home = join(found[0], '..');
    expect(await readFile(join(home, 'index.txt'), 'utf8')).toMatch(/^R\t.*\tsuperseded|^R\t[^\n]*superseded/m);
    const openssl = (...args: string[]) => run('openssl', args, { cwd: home });
    await openssl('req', '-newkey', 'rsa:2048', '-nodes', '-keyout', 'x.key', '-out', 'x.csr', '-subj', '/CN=three.test');
    await openssl('ca', '-config', 'openssl.cnf', '-batch', '-in', 'x.csr', '-out', 'x.crt');
    expect(await openssl('x509', '-in', 'x.crt', '-noout', '-serial')).toBe('serial=1002\n');
    await run('openssl', ['verify', '-CAfile', join(ca, 'cacert.pem'), join(home, 'x.crt')], { says: /OK/ });
  });
});

test('an encrypted key asks for its password, and nothing chosen is lost', async ({ page }) => {
  await withFolder(async (folder) => {
    const ca = await directory(folder, PASSWORD);
    await run('zip', ['-q', '-r', '../demo.zip', '.'], { cwd: ca });
    const authorities = new AuthoritiesPage(page, folder);
    await authorities.open();
    await authorities.openImport();
    await page.locator('#import-zip').setInputFiles(join(folder, 'demo.zip'));
    await expect(page.getByText('demo.zip is chosen.')).toBeVisible();
    const password = page.getByLabel('Password of its private key', { exact: true });
    await password.fill('sesame');
    await page.getByRole('button', { name: 'Take in the directory', exact: true }).click();
    await expect(password).toHaveAttribute('aria-invalid', 'true', PATIENCE);
    await expect(password).toHaveAccessibleDescription(/Wrong password/);
    await expect(password).toBeFocused();
    await expect(password).toHaveValue('sesame');
    await password.fill(PASSWORD);
    await page.getByRole('button', { name: 'Take in the directory', exact: true }).click();
    await expect(page.getByText('One authority came in')).toBeVisible(PATIENCE);
  });
});

test('what is no directory is refused in words', async ({ page }) => {
  await withFolder(async (folder) => {
    await writeFile(join(folder, 'no.zip'), 'PK, or perhaps not');
    const authorities = new AuthoritiesPage(page, folder);
    await authorities.open();
    await authorities.openImport();
    await page.locator('#import-zip').setInputFiles(join(folder, 'no.zip'));
    await page.getByRole('button', { name: 'Take in the directory', exact: true }).click();
    await expect(page.getByText('This ZIP archive cannot be read')).toBeVisible(PATIENCE);
    await expect(page.getByText('no.zip is chosen.')).toBeVisible();
  });
});

test('certificate and key make an authority, an encrypted one after its password', async ({ page }) => {
  await withFolder(async (folder) => {
    const ca = await directory(folder, PASSWORD);
    const authorities = new AuthoritiesPage(page, folder);
    await authorities.open();
    await authorities.openImport();
    await page.locator('#import-files').setInputFiles([join(ca, 'cacert.pem'), join(ca, 'private/cakey.pem')]);
    const part = authorities.part('Certificate and key');
    const password = part.getByLabel('Password', { exact: true });
    await password.fill(PASSWORD);
    await part.getByRole('button', { name: 'Unlock', exact: true }).click();
    await part.getByRole('button', { name: 'Take in the 2 that are ticked', exact: true }).click();
    await expect(part).toContainText('One authority came in', PATIENCE);
    await expect(part).toContainText('Demo CA');
  });
});

test('a PKCS #12 file and the key under a password open with OpenSSL', async ({ page }) => {
  await withFolder(async (folder) => {
    const authorities = new AuthoritiesPage(page, folder);
    await authorities.open();
    await authorities.createRoot('Files CA');
    await authorities.tab('Files');
    const bundle = page.getByRole('form', { name: 'Key and certificate as PKCS #12' });
    await bundle.getByRole('button', { name: 'Save as PKCS #12 (.p12)', exact: true }).click();
    await expect(bundle.getByLabel('Password', { exact: true })).toHaveAttribute('aria-invalid', 'true');
    await bundle.getByLabel('Password', { exact: true }).fill(PASSWORD);
    const p12 = await authorities.save(bundle.getByRole('button', { name: 'Save as PKCS #12 (.p12)', exact: true }));
    await run('openssl', ['pkcs12', '-in', p12, '-passin', `pass:${PASSWORD}`, '-noenc'], { says: /Files CA/ });
    const key = page.getByRole('form', { name: 'Private key', exact: true });
    await key.getByLabel('Password for the file', { exact: true }).fill(PASSWORD);
    const saved = await authorities.save(key.getByRole('button', { name: 'Save the authority’s private key', exact: true }));
    expect(await readFile(saved, 'utf8')).toMatch(/^-----BEGIN ENCRYPTED PRIVATE KEY-----/);
    await run('openssl', ['pkey', '-in', saved, '-passin', `pass:${PASSWORD}`, '-noout']);
    expect((await attempt('openssl', ['pkey', '-in', saved, '-passin', 'pass:wrong', '-noout'])).code).not.toBe(0);
  });
});

test('an authority is removed only when its name is typed', async ({ page }) => {
  await withFolder(async (folder) => {
    const authorities = new AuthoritiesPage(page, folder);
    await authorities.open();
    await authorities.createRoot('Short-lived CA');
    await authorities.tab('Settings');
    await page.getByRole('button', { name: 'Remove this authority', exact: true }).click();
    const name = page.getByRole('textbox', { name: 'To remove it, type its name' });
    await name.fill('Another CA');
    await page.getByRole('button', { name: 'Remove for good', exact: true }).click();
    await expect(name).toHaveAccessibleDescription(/This is not its name\./);
    await expect(name).toBeFocused();
    await name.fill('Short-lived CA');
    await page.getByRole('button', { name: 'Remove for good', exact: true }).click();
    await expect(page.getByRole('button', { name: /^Short-lived CA/ })).toHaveCount(0, PATIENCE);
  });
});

test('settings are refused beside their fields, and kept when they are good', async ({ page }) => {
  await withFolder(async (folder) => {
    const authorities = new AuthoritiesPage(page, folder);
    await authorities.open();
    await authorities.createRoot('Settings CA');
    await authorities.tab('Settings');
    const lists = page.getByRole('textbox', { name: 'Revocation list', exact: true });
    await lists.fill('http://pki.test/ca.crl\npki.test/ca.crl');
    await page.getByRole('button', { name: 'Save the settings', exact: true }).click();
    await expect(lists).toHaveAccessibleDescription(/Line 2: “pki\.test\/ca\.crl” has no scheme\./);
    await expect(lists).toBeFocused();
    await lists.fill('http://pki.test/ca.crl');
    await page.getByRole('radio', { name: 'Counted' }).check();
    await page.getByRole('textbox', { name: 'Next serial number' }).fill('1000');
    await page.getByRole('button', { name: 'Save the settings', exact: true }).click();
    await expect(page.getByText('The settings are saved')).toBeVisible(PATIENCE);
    await authorities.tab('Files');
    await authorities.tab('Settings');
    await expect(page.getByRole('textbox', { name: 'Next serial number' })).toHaveValue('1000');
    await expect(lists).toHaveValue('http://pki.test/ca.crl');
    await expectAccessible(page);
  });
});
