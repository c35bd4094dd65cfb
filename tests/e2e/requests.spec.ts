// Signing requests from a form, an openssl.cnf, or a certificate, judged by OpenSSL.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { run, withFolder } from './judges/run';
import { verifyRequest } from './judges/openssl';
import { expectAccessible } from './support/axe';
import { PATIENCE } from './support/quick_start';
import { Requests } from './support/requests';

for (const [kind, usage] of [
  ['P-256', 'Digital Signature'],
  ['RSA 2048', 'Digital Signature, Key Encipherment'],
]) {
  test(`a server's request with a ${kind} key`, async ({ page }) => {
    test.slow();
    await withFolder(async (folder) => {
      const form = new Requests(page);
      await form.open();
      await form.field('Country (C)').fill('de');
      await form.field('Organization (O)').fill('Bücher + Söhne, "GmbH"');
      await form.field('Common name (CN)').fill('www.example.test');
      await form.button('Add www.example.test to the names').click();
      await expect(form.button('Add www.example.test to the names')).toBeHidden();
      await form.field('Alternative names').press('End');
      await form.field('Alternative names').pressSequentially('\n*.example.test, IP:192.0.2.7 2001:db8::1\nann@example.test');
      await expect(form.chips()).toHaveText(['DNS: www.example.test', 'Wildcard: *.example.test', 'IPv4: 192.0.2.7', 'IPv6: 2001:db8::1', 'E-mail: ann@example.test']);
      await form.choice('Private key').selectOption(`New key: ${kind}`);
      await expect(form.preview()).toContainText('C=DE, O="Bücher + Söhne, \\"GmbH\\"", CN=www.example.test');
      await form.create();

      await expect(form.result()).toContainText('-----BEGIN CERTIFICATE REQUEST-----');
      const request = await form.saved(folder);
      expect((await readFile(request, 'utf8')).trim()).toBe((await form.result().getByLabel('The request as text').innerText()).trim());
      await verifyRequest(request);
      const text = await textOf(request);
      expect(text).toContain('Subject: C=DE, O=Bücher + Söhne, "GmbH", CN=www.example.test');
      expect(text).toContain('DNS:www.example.test, DNS:*.example.test, IP Address:192.0.2.7, IP Address:2001:DB8:0:0:0:0:0:1, email:ann@example.test');
      expect(text).toMatch(new RegExp(`Key Usage: critical\\s+${usage}\n`));
      expect(text).toMatch(/Extended Key Usage:\s+TLS Web Server Authentication\n/);
      expect(text).toMatch(/Basic Constraints: critical\s+CA:FALSE\n/);

      // The new key was the danger; it is the request's, and saved it is none any more.
      await expect(form.result()).toContainText('The new private key is only in this tab');
      const key = await form.save(form.result().getByRole('button', { name: 'Save private key' }), folder, 'key.pem');
      await expect(form.result().getByText('The new private key is only in this tab')).toBeHidden();
      expect(await run('openssl', ['pkey', '-pubout', '-in', key])).toBe(await run('openssl', ['req', '-pubkey', '-noout', '-in', request]));

      // The command that is shown makes the same request of the file that is offered.
      const config = await form.save(form.result().getByRole('button', { name: 'Save as openssl.cnf', exact: true }), folder, 'openssl.cnf');
      expect(await readFile(config, 'utf8')).toContain('www.example.test');
      const shown = form.result().getByRole('region', { name: 'Signing request' });
      await shown.locator('.cw-command > summary').click();
      const lines = (await shown.locator('.cw-command pre').innerText()).trim().split('\n');
      expect(lines).toHaveLength(2);
      const ours = await infoOf(request);
      await run('bash', ['-c', lines[1]], { cwd: folder });
      expect(await infoOf(request)).toEqual(ours);

      // Something else in the form is not in the request.
      await form.field('Organization (O)').fill('Others');
      await expect(form.result()).toContainText('It was made before your last changes to the form.');
    });
  });
}

test("the tutorial's openssl.cnf makes the request that OpenSSL makes of it", async ({ page }) => {
  await withFolder(async (folder) => {
    await writeFile(join(folder, 'openssl.cnf'), TUTORIAL);
    await run('openssl', ['genpkey', '-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256', '-out', 'key.pem'], { cwd: folder });
    await run('openssl', ['req', '-new', '-batch', '-config', 'openssl.cnf', '-key', 'key.pem', '-out', 'theirs.csr'], { cwd: folder });

    const form = new Requests(page);
    await form.open();
    await form.dropConfig(TUTORIAL);
    await expect(page.locator('#request-config-report')).toContainText('The form is filled from the file');
    await expect(form.field('Country (C)')).toHaveValue('CN');
    await expect(form.field('Common name (CN)')).toHaveValue('www.example.test');
    await expect(form.chips()).toHaveCount(8);
    await expect(form.choice('Private key').locator('option:checked')).toHaveText('New key: RSA 3072');
    // What was not understood, with its number, its text and why.
    const remarks = page.getByRole('list', { name: 'Lines that were not used as they stand' }).getByRole('listitem');
    await expect(remarks.filter({ hasText: 'mistyped' })).toContainText(/Line 7\s*mistyped_name\s*= 1/);
    await expect(remarks.filter({ hasText: 'basicConstraints = critical,CA:TRUE' })).toContainText('v3_ca');

    await form.useKey(join(folder, 'key.pem'));
    await form.create();
    const request = await form.saved(folder);
    await verifyRequest(request);
    expect(await textOf(request)).toContain('some text');
    expect(await infoOf(request)).toEqual(await infoOf(join(folder, 'theirs.csr')));

    // Another section takes the place of the extensions only.
    await form.choice('Section with the extensions').selectOption('[v3_ca]');
    await expect(form.preview()).toContainText('an authority');
    await expect(form.chips()).toHaveCount(0);
    await expect(form.field('Common name (CN)')).toHaveValue('www.example.test');
  });
});

test('a list shows what the form says, when what was there comes back', async ({ page }) => {
  const form = new Requests(page);
  await form.open();
  const purpose = form.choice('Purpose');
  await purpose.selectOption('TLS client');
  await form.choice('Private key').selectOption('New key: P-384');
  await form.dropConfig(TUTORIAL);
  const report = page.locator('#request-config-report');
  await expect(report).toContainText('The form is filled from the file');
  await expect(purpose.locator('option:checked')).toHaveText('Other');
  await form.button('Put back what was there before').click();
  await expect(purpose.locator('option:checked')).toHaveText('TLS client');
  await expect(form.choice('Private key').locator('option:checked')).toHaveText('New key: P-384');
  await expect(report, 'it is not filled from the file any more').toBeEmpty();
  await purpose.selectOption('TLS server');
  await form.more();
  await expect(page.getByRole('checkbox', { name: 'TLS server', exact: true })).toBeChecked();
});

test('another section of an openssl.cnf can be undone, and loses no names', async ({ page }) => {
  const form = new Requests(page);
  await form.open();
  await form.dropConfig(TUTORIAL);
  await expect(form.chips()).toHaveCount(8);
  await form.field('Alternative names').fill('typed.example.test');
  const section = form.choice('Section with the extensions');
  await section.selectOption('[v3_ca]');
  await expect(form.chips()).toHaveCount(0);
  await form.button('Put back what was there before').click();
  await expect(form.field('Alternative names')).toHaveValue('typed.example.test');
  await expect(section.locator('option:checked')).toHaveText('[v3_req]');
  await form.button('Clear the form').click();
  await expect(page.locator('#request-config-report')).toBeEmpty();
});

test('an openssl.cnf that cannot be read is said to be so', async ({ page }) => {
  const form = new Requests(page);
  await form.open();
  await page.evaluate(() => {
    File.prototype.arrayBuffer = () => Promise.reject(new DOMException('It was moved.', 'NotFoundError'));
  });
  await form.dropConfig(TUTORIAL);
  await expect(page.locator('#request-config-report')).toContainText('The file could not be read');
  await expect(page.locator('#request-config-report')).toBeFocused();
});

test('a problem that was folded away is unfolded when the form is handed in', async ({ page }) => {
  const form = new Requests(page);
  await form.open();
  await form.field('Alternative names').fill('www.example.test');
  await form.more();
  const purposes = form.field('Other purposes');
  await purposes.fill('no-such-purpose');
  await form.button('Create request').click();
  await expect(purposes).toBeFocused();
  await form.more();
  await expect(purposes).toBeHidden();
  await form.button('Create request').click();
  await expect(purposes).toBeFocused();
});

test('a key that was chosen from a file is said to be chosen as long as it is', async ({ page }) => {
  await withFolder(async (folder) => {
    await run('openssl', ['genpkey', '-algorithm', 'ED25519', '-out', 'own.pem'], { cwd: folder });
    const form = new Requests(page);
    await form.open();
    await form.useKey(join(folder, 'own.pem'));
    await expect(page.getByText('The key from own.pem is chosen')).toBeVisible();
    await form.choice('Private key').selectOption('New key: P-256');
    await expect(page.getByText('The key from own.pem is chosen')).toHaveCount(0);
  });
});

test('a broken openssl.cnf says where, and changes nothing', async ({ page }) => {
  const form = new Requests(page);
  await form.open();
  await form.field('Common name (CN)').fill('kept.example.test');
  await form.dropConfig('[req]\nprompt = no\nthis is no setting\n');
  await expect(page.locator('#request-config-report')).toContainText(/line 3/i);
  await expect(form.field('Common name (CN)')).toHaveValue('kept.example.test');
});

test('an ML-DSA-65 request is made, saved and read back', async ({ page }) => {
  await withFolder(async (folder) => {
    const form = new Requests(page);
    await form.open();
    await form.field('Common name (CN)').fill('quantum.example.test');
    await form.button('Add quantum.example.test to the names').click();
    await form.choice('Private key').selectOption('New key: ML-DSA-65');
    await expect(form.preview()).toContainText('No browser accepts ML-DSA keys');
    await form.create();
    const request = await form.saved(folder);
    // OpenSSL 3.0 knows the algorithm by its number only: that of the key, and that of the signature.
    const parsed = await run('openssl', ['asn1parse', '-in', request]);
    expect(parsed.match(/2\.16\.840\.1\.101\.3\.4\.3\.18/g)).toHaveLength(2);

    await page.reload(); // what is read back is the file
    await page.goto('./#/keys');
    await page.setInputFiles('#open-files', request);
    const card = page.getByRole('article').first();
    await expect(card).toContainText('CN=quantum.example.test');
    await expect(card).toContainText('PKCS #10');
    await expect(card).not.toContainText('signature');
    await card.getByRole('button', { expanded: false }).first().click();
    await expect(card).toContainText(/BEGIN PUBLIC KEY-----\s*MIIHsjALBglghkgBZQMEAxID/); // ML-DSA-65's number
  });
});

test('like this certificate', async ({ page }) => {
  await withFolder(async (folder) => {
    await writeFile(join(folder, 'old.cnf'), OLD);
    await run('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-noenc', '-keyout', 'old.key', '-config', 'old.cnf', '-days', '30', '-out', 'old.crt'], { cwd: folder });
    const form = new Requests(page);
    await form.open();
    await form.startFrom('A certificate or request');
    await page.setInputFiles('#request-like', join(folder, 'old.crt'));
    const report = page.locator('#request-like-report');
    await expect(report).toContainText('subjectKeyIdentifier');
    await expect(report).toContainText('crlDistributionPoints');
    await expect(form.field('Organization (O)')).toHaveValue('Old & Sons');
    await expect(form.chips()).toHaveText(['DNS: old.example.test', 'IPv4: 192.0.2.9']);
    await form.create();
    const request = await form.saved(folder);
    await verifyRequest(request);
    const text = await textOf(request);
    expect(text).toContain('Subject: C=CN, O=Old & Sons, OU=One, CN=old.example.test');
    expect(text).toContain('DNS:old.example.test, IP Address:192.0.2.9');
    expect(text).toMatch(/Extended Key Usage:\s+TLS Web Client Authentication, 1\.2\.3\.4\.5\n/);
    expect(text).not.toContain('CRL Distribution');

    // What was there before comes back.
    await form.button('Put back what was there before').click();
    await expect(form.field('Organization (O)')).toHaveValue('');
  });
});

test('what is wrong is said beside its field, and nothing is lost', async ({ page }) => {
  const form = new Requests(page);
  await form.open();
  await form.button('Create request').click();
  await expect(form.field('Alternative names')).toBeFocused(); // nothing is asked for yet
  await expect(form.problem(form.field('Alternative names'))).not.toBeEmpty();

  const country = form.field('Country (C)');
  await country.fill('Germany');
  await country.blur();
  await expect(form.problem(country)).toContainText('two letters');
  await expect(country).toHaveAttribute('aria-invalid', 'true');

  const names = form.field('Alternative names');
  await names.fill('good.example.test\nbad_name.example.test\nIP:300.1.1.1');
  await names.blur();
  await expect(form.problem(names)).toContainText('Line 2');
  await expect(form.problem(names)).toContainText('underscore');
  await expect(form.problem(names)).toContainText('Line 3');
  await expect(form.chips()).toHaveText(['DNS: good.example.test', /bad_name/, /300\.1\.1\.1/]);

  await form.choice('Type of attribute 2').selectOption('another, by name or OID');
  await form.field('Short name or OID of attribute 2').fill('nonsense');
  await form.field('Value of attribute 2').fill('x');

  await form.more();
  await form.field('Other purposes').fill('1.2.3.4, 9.9.9');
  await form.field('Other purposes').blur();
  await expect(form.problem(form.field('Other purposes'))).toContainText('9.9.9');
  await form.field("Extension’s OID or name").fill('not an oid');
  await form.button('Add the extension').click();
  await expect(form.field("Extension’s OID or name")).toBeFocused();
  await expect(form.problem(form.field("Extension’s OID or name"))).toContainText('not an oid');
  await form.field("Extension’s OID or name").fill('1.2.3.4.5');
  await form.field("Extension’s value").fill('ASN1:NOSUCH:x');
  await form.button('Add the extension').click();
  await expect(form.problem(form.field("Extension’s value"))).toContainText('NOSUCH');

  await form.button('Create request').click();
  await expect(country).toBeFocused(); // the first from the top
  await expect(form.problem(form.field('Short name or OID of attribute 2'))).toContainText('nonsense');
  await expect(form.result()).toBeHidden();

  // Elsewhere and back: all of it is still there.
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('link', { name: 'Requests' }).click();
  await expect(country).toHaveValue('Germany');
  await expect(names).toHaveValue('good.example.test\nbad_name.example.test\nIP:300.1.1.1');
  await expect(form.field("Extension’s value")).toHaveValue('ASN1:NOSUCH:x');
});

test('extensions, uses and attributes of all kinds', async ({ page }) => {
  await withFolder(async (folder) => {
    const form = new Requests(page);
    await form.open();
    await form.field('Paste a whole subject').fill('CN=ann,OU=Two+UID=7,O=Acme\\, Inc.,C=US');
    await form.field('Paste a whole subject').press('Enter');
    await expect(form.field('Organization (O)')).toHaveValue('Acme, Inc.');
    await form.button('Move attribute 2 down').click();
    await expect(form.field('Organization (O)')).toBeFocused(); // it went along
    const join = form.button('Attribute 5: together with the one before');
    await join.click();
    await expect(form.preview()).toContainText(/CN=ann \+ O=|" \+ CN=ann/);
    await join.click();
    await expect(join).toHaveAttribute('aria-pressed', 'false');
    await form.button('Remove attribute 5').click();
    await form.button('Add an attribute').click();
    await expect(form.choice('Type of attribute 5')).toBeFocused();
    await form.choice('Type of attribute 5').selectOption('Common name (CN)');
    await form.field('Common name (CN)').fill('ann');
    await form.field('Alternative names').fill('dirName:/C=US/O=Acme, Inc./CN=x\notherName:1.2.3.4;UTF8:text, with a comma\nUPN:ann@example.test\nRID:1.2.3.4, URI:https://example.test/a,b');
    await expect(form.chips()).toHaveCount(5);

    await form.more();
    await page.getByRole('checkbox', { name: 'Content commitment' }).check();
    await page.getByRole('checkbox', { name: 'TLS client' }).check();
    await form.field('Other purposes').fill('1.3.6.1.4.1.311.20.2.2, 1.2.3.4.5');
    await form.choice('Basic constraints').selectOption('an authority');
    await form.field('Path length').fill('3');
    for (const [oid, value] of [['1.2.3.4.6', '05:00'], ['1.2.3.4.7', 'ASN1:UTF8String:héllo'], ['crlDistributionPoints', 'URI:http://example.test/ca.crl']]) {
      await form.field('Extension’s OID or name').fill(oid);
      await form.field('Extension’s value').fill(value);
      await form.field('Extension’s value').press('Enter');
      await expect(form.field('Extension’s value')).toHaveValue('');
    }
    await form.button('Remove 1.2.3.4.6').click();
    await form.field('Challenge password').fill('say friend');
    await form.field('Unstructured name').fill('router');
    await page.getByText('Signature', { exact: true }).click();
    await form.choice('Signed with').selectOption('ECDSA with SHA-512');
    await form.create();
    const request = await form.saved(folder);
    await verifyRequest(request);
    const text = await textOf(request);
    // The part of two attributes was passed as one.
    expect(text).toMatch(/Subject: C=US, (OU=Two ?\+ ?UID=7|UID=7 ?\+ ?OU=Two), O=Acme, Inc\., CN=ann/);
    expect(text).toContain('DirName:/C=US/O=Acme, Inc./CN=x');
    expect(text).toMatch(/othername: ?UPN::?ann@example\.test/);
    expect(text).toContain('Registered ID:1.2.3.4, URI:https://example.test/a,b');
    expect(text).toMatch(/Key Usage: critical\s+Digital Signature, Non Repudiation\n/);
    expect(text).toContain('TLS Web Server Authentication, TLS Web Client Authentication, Microsoft Smartcard Login, 1.2.3.4.5');
    expect(text).toContain('CA:TRUE, pathlen:3');
    expect(text).toContain('http://example.test/ca.crl');
    expect(text).toContain('1.2.3.4.7');
    expect(text).not.toContain('1.2.3.4.6');
    expect(text).toMatch(/challengePassword\s*:\s*say friend/);
    expect(text).toMatch(/unstructuredName\s*:\s*router/);
    expect(text).toContain('Signature Algorithm: ecdsa-with-SHA512');
  });
});

test('a public authority is asked for domain names only', async ({ page }) => {
  await withFolder(async (folder) => {
    const form = new Requests(page);
    await form.open();
    await form.choice('Purpose').selectOption('Public CA (ACME)');
    await expect(form.field('Organization (O)')).toBeHidden();
    const names = form.field('Alternative names');
    await names.fill('bücher.example.test\n*.example.test\n192.0.2.7');
    await names.blur();
    await expect(form.problem(names)).toContainText('192.0.2.7');
    await form.button('Create request').click();
    await expect(names).toBeFocused();
    await names.fill('bücher.example.test\n*.example.test');
    await form.field('E-mail address').fill('ann@example.test');
    await form.create();
    const request = await form.saved(folder);
    await verifyRequest(request);
    const text = await textOf(request);
    expect(text).toContain('Subject: CN=xn--bcher-kva.example.test, emailAddress=ann@example.test');
    expect(text).toContain('DNS:xn--bcher-kva.example.test, DNS:*.example.test');
    expect(text).not.toContain('Key Usage');

    // SHA-1 is there for old RSA systems, and says who refuses it. OpenSSL does not.
    await form.choice('Private key').selectOption('New key: RSA 2048');
    await page.getByText('Signature', { exact: true }).click();
    await form.choice('Signed with').selectOption('RSA with SHA-1');
    await expect(form.preview()).toContainText('public authorities refuse');
    await form.create();
    const old = await form.saved(folder);
    await verifyRequest(old);
    expect(await textOf(old)).toContain('Signature Algorithm: sha1WithRSAEncryption');
  });
});

test('numbers are words to the extensions that take them, and DER is known by its length', async ({ page }) => {
  await withFolder(async (folder) => {
    const form = new Requests(page);
    await form.open();
    await form.field('Alternative names').fill('a.example.test');
    await form.more();
    for (const [oid, value] of [['tlsfeature', '5'], ['inhibitAnyPolicy', '10'], ['policyConstraints', '30:03:80:01:00'], ['1.2.3.4.6', '0c:01:41']]) {
      await form.field('Extension’s OID or name').fill(oid);
      await form.field('Extension’s value').fill(value);
      await form.field('Extension’s value').press('Enter');
      await expect(form.field('Extension’s value'), oid).toHaveValue('');
    }
    await form.field('Extension’s OID or name').fill('1.2.3.4.9');
    await form.field('Extension’s value').fill('0c:02:41');
    await form.field('Extension’s value').press('Enter');
    await expect(form.problem(form.field('Extension’s value'))).toContainText('does not begin with a whole DER value');
    // The same twice is refused before it is there.
    await form.field('Extension’s OID or name').fill('tlsfeature');
    await form.field('Extension’s value').press('Enter');
    await expect(form.problem(form.field('Extension’s OID or name'))).toContainText('tlsfeature is among the extensions already');

    await form.choice('Basic constraints').selectOption('an authority');
    await form.field('Path length').fill('300');
    await form.field('Path length').blur();
    await expect(form.problem(form.field('Path length'))).toContainText('Between 0 and 255.');
    await form.field('Path length').fill('3x');
    await expect(form.problem(form.field('Path length'))).toContainText('Give a whole number.');
    await form.field('Path length').fill('255');
    await form.create();
    const text = await textOf(await form.saved(folder));
    expect(text).toContain('status_request');
    expect(text).toMatch(/Inhibit Any Policy:[^\n]*\n\s+10\n/);
    expect(text).toContain('pathlen:255');
  });
});

test('a locked key is sent to the Keys page, and a file without a key is named', async ({ page }) => {
  await withFolder(async (folder) => {
    await run('openssl', ['genpkey', '-algorithm', 'ED25519', '-aes256', '-pass', 'pass:secret enough', '-out', 'locked.pem'], { cwd: folder });
    const form = new Requests(page);
    await form.open();
    await form.field('Common name (CN)').fill('kept.example.test');
    await page.getByText('Use a key that you have').click();
    await page.setInputFiles('#request-key-file', { name: 'nothing.txt', mimeType: 'text/plain', buffer: Buffer.from('hello') });
    await expect(page.getByText('There is no private key in this')).toBeVisible();
    await page.setInputFiles('#request-key-file', join(folder, 'locked.pem'));
    await page.getByRole('link', { name: /on the Keys page/ }).click();
    const card = page.getByRole('article').filter({ hasText: 'locked.pem' });
    await card.getByLabel('Password', { exact: true }).fill('secret enough');
    await card.getByRole('button', { name: 'Open', exact: true }).or(card.getByRole('button', { name: 'Unlock', exact: true })).first().click();
    await expect(page.getByRole('article').filter({ hasText: 'Ed25519' })).toBeVisible(PATIENCE);
    await page.getByRole('link', { name: 'Requests' }).click();
    await expect(form.field('Common name (CN)')).toHaveValue('kept.example.test');
    await form.choice('Private key').selectOption('Your key: Ed25519, locked.pem');
    await form.create();
    const request = await form.saved(folder);
    await verifyRequest(request);
    const own = await run('openssl', ['pkey', '-pubout', '-in', join(folder, 'locked.pem'), '-passin', 'pass:secret enough']);
    expect(await run('openssl', ['req', '-pubkey', '-noout', '-in', request])).toBe(own);
    await expect(form.result()).not.toContainText('only in this tab');
  });
});

test('by keyboard alone', async ({ page }) => {
  const form = new Requests(page);
  await form.open();
  const { keyboard } = page;
  await tabTo(page, 'Common name (CN)');
  await keyboard.type('localhost');
  await tabTo(page, 'Add localhost to the names');
  await keyboard.press('Enter');
  await expect(form.chips()).toHaveText(['DNS: localhost']);
  await tabTo(page, 'Private key');
  await keyboard.press('ArrowDown');
  await expect(form.choice('Private key').locator('option:checked')).toHaveText('New key: P-384');
  await tabTo(page, 'Create request');
  await keyboard.press('Enter');
  await expect(form.result().getByRole('heading', { level: 2 })).toBeFocused(PATIENCE);
  await tabTo(page, 'Save request (PEM)');
  const download = page.waitForEvent('download');
  await keyboard.press('Space');
  expect((await download).suggestedFilename()).toBe('request.csr');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme, viewport: { width: 360, height: 740 }, contextOptions: { reducedMotion: 'reduce' } });

    test('axe finds nothing on a phone, and nothing scrolls sideways', async ({ page }) => {
      test.slow();
      const form = new Requests(page);
      await form.open();
      await test.step('empty', () => expectNothing(page));
      await form.dropConfig(TUTORIAL);
      await expect(form.chips()).toHaveCount(8);
      await form.more();
      await test.step('filled', () => expectNothing(page));
      await form.field('Country (C)').fill('Germany');
      await form.field('Alternative names').fill('bad_name.example.test x');
      await form.button('Create request').click();
      await expect(form.field('Country (C)')).toHaveAttribute('aria-invalid', 'true');
      await test.step('with errors', () => expectNothing(page));
      await form.field('Country (C)').fill('DE');
      await form.field('Alternative names').fill('good.example.test');
      await form.choice('Private key').selectOption('New key: P-256');
      await form.create();
      await test.step('made', () => expectNothing(page));
    });
  });
}

async function textOf(request: string): Promise<string> {
  return run('openssl', ['req', '-noout', '-text', '-nameopt', 'utf8,sep_comma_plus_space', '-in', request]);
}

/** What is signed: everything but the signature, octet for octet. */
async function infoOf(request: string): Promise<string> {
  const pem = await readFile(request, 'utf8');
  const der = Buffer.from(pem.replace(/-----[^-]*-----/g, ''), 'base64');
  const inner = der.subarray(header(der));
  return inner.subarray(0, header(inner) + length(inner)).toString('hex');
}

function header(der: Buffer): number {
  return der[1] < 0x80 ? 2 : 2 + (der[1] & 0x7f);
}

function length(der: Buffer): number {
  return der[1] < 0x80 ? der[1] : der.readUIntBE(2, der[1] & 0x7f);
}

async function tabTo(page: Page, name: string): Promise<void> {
  for (let stops = 0; stops < 120; stops += 1) {
    await page.keyboard.press('Tab');
    const focused = page.locator(':focus');
    const names = await focused.evaluate((element) => {
      const labels = [...((element as HTMLInputElement).labels ?? [])].map((label) => label.textContent ?? '');
      return [element.getAttribute('aria-label'), ...labels, element.textContent];
    });
    if (names.some((found) => found?.trim() === name)) return;
  }
  throw new Error(`Tab never reaches ${name}`);
}

async function expectNothing(page: Page): Promise<void> {
  await expectAccessible(page);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(wide).toBeLessThanOrEqual(0);
  const main = await page.locator('.pf-v6-c-page__main').evaluate((element) => element.scrollWidth - element.clientWidth);
  expect(main).toBeLessThanOrEqual(0);
}

/** Of the kind that tutorials have people write, with everything that such files use. */
const TUTORIAL = String.raw`# A server's request
domain = example.test

[ req ]
default_bits       = 3072
default_md         = sha256
mistyped_name      = 1
prompt             = yes            # -batch takes the defaults
utf8               = yes
string_mask        = utf8only
distinguished_name = req_distinguished_name
req_extensions     = v3_req

[ req_distinguished_name ]
countryName                 = Country Name (2 letter code)
countryName_default         = CN
countryName_min             = 2
countryName_max             = 2
stateOrProvinceName         = State or Province Name
stateOrProvinceName_default = 广东
organizationName            = Organization
organizationName_default    = Acme, \
Limited
commonName                  = Host name
commonName_default          = www.$domain
commonName_max              = 64
emailAddress                = E-mail
emailAddress_default        = admin@$domain

[ v3_req ]
basicConstraints = CA:FALSE
keyUsage         = nonRepudiation, digitalSignature, keyEncipherment
extendedKeyUsage = critical, 1.2.3.4.9, serverAuth, clientAuth
subjectAltName   = @alt_names
1.2.3.4.5        = ASN1:UTF8String:some text
1.2.3.4.6        = critical,DER:05:00

[ v3_ca ]
basicConstraints = critical,CA:TRUE

[ alt_names ]
DNS.1       = www.@{default::domain}
DNS.2       = *.$domain
IP.1        = 192.0.2.7
email.1     = ann@$domain
URI.1       = https://$domain/a
RID.1       = 1.2.3.4
otherName.1 = 1.3.6.1.4.1.311.20.2.3;UTF8:ann@$domain
dirName.1   = directory

[ directory ]
C  = CN
O  = Acme
CN = somebody
`.replace('@{', '${');

/** A certificate of old, with what a new request must not ask for. */
const OLD = `[req]
prompt = no
distinguished_name = dn
x509_extensions = ext

[dn]
C = CN
O = Old & Sons
OU = One
CN = old.example.test

[ext]
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
keyUsage = critical,digitalSignature
extendedKeyUsage = clientAuth,1.2.3.4.5
subjectAltName = DNS:old.example.test,IP:192.0.2.9
crlDistributionPoints = URI:http://old.example.test/ca.crl
`;
