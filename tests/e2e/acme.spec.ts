// An ACME account by hand: its key, a challenge, a signed message; each judged from outside.
import { createHash, createPublicKey, generateKeyPairSync, verify } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { run, withFolder } from './judges/run';
import { expectAccessible } from './support/axe';
import { AcmePage, TOKEN } from './support/acme';
import { expectFits } from './support/fits';
import { QuickStart } from './support/quick_start';
import { LANGUAGES, LOCALE } from './support/words';
import { crash, engine } from './support/workers';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

const NEW_ACCOUNT = '{"nonce":"oFvnlFP1wIhRlYS2jTaXbA","url":"https://ca.example/acme/new-acct"}';
const sha256 = (text: string) => createHash('sha256').update(text).digest('base64url');
const decoded = (text: string) => Buffer.from(text, 'base64url').toString();
const shell = (command: string, folder: string) => run('bash', ['-c', command], { cwd: folder });

/** RFC 7638, written down once more. */
function thumbprint(jwk: Record<string, unknown>): string {
  const names = jwk.kty === 'RSA' ? ['e', 'kty', 'n'] : ['crv', 'kty', 'x', 'y'];
  return sha256(JSON.stringify(Object.fromEntries(names.map((name) => [name, jwk[name]]))));
}

test('an RSA account from its key to a new account, as openssl sees it', async ({ page }) => {
  test.slow();
  const acme = new AcmePage(page);
  await acme.open();
  await expect(page.getByText('None yet.')).toBeVisible();
  await expect(acme.field('Token')).toHaveCount(0);
  await expect(page.getByRole('combobox', { name: 'Key type' }).locator('option').first()).toHaveText('RSA 4096'); // as tutorials have it
  await acme.create('RSA 2048');
  await expect(acme.account()).toContainText('Not saved yet');
  await expect(acme.account().getByText('Account key', { exact: true })).toBeVisible();

  const jwk = await acme.jwk();
  expect(Object.keys(jwk).sort()).toEqual(['e', 'kty', 'n']); // nothing private
  const print = thumbprint({ ...jwk });
  expect(await acme.value('Thumbprint (RFC 7638)')).toBe(print);

  await withFolder(async (folder) => {
    // Saved as any private key, without a password.
    await page.getByText('Save this key').click();
    const form = acme.account().locator('form');
    const { bytes } = await acme.save(form.locator('button[type=submit]'));
    await writeFile(join(folder, 'key.pem'), bytes);
    await run('openssl', ['pkey', '-check', '-noout', '-in', join(folder, 'key.pem')], { says: /Key is valid/ });
    await run('openssl', ['pkey', '-pubout', '-in', 'key.pem', '-out', 'pub.pem'], { cwd: folder });
    await expect(acme.account()).not.toContainText('Not saved yet');
    const modulus = await run('openssl', ['rsa', '-in', 'key.pem', '-noout', '-modulus'], { cwd: folder });
    expect(modulus.trim().toLowerCase()).toBe(`modulus=${Buffer.from(jwk.n ?? '', 'base64url').toString('hex')}`);
    // The commands beside it: one makes such a key, the other the thumbprint.
    const commands = acme.account().locator('details.cw-command');
    await expect(commands).toHaveCount(2);
    await commands.first().locator('summary').click();
    expect(await commands.first().locator('pre').innerText()).toBe('openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out key.pem');
    await commands.last().locator('summary').click();
    expect(await shell(await commands.last().locator('pre').innerText(), folder)).toBe(print);

    // A challenge, both ways.
    await acme.field('Token').fill(` ${TOKEN} `);
    await acme.field('Domain').fill('www.example.org');
    await page.getByRole('button', { name: 'Show what to publish' }).click();
    await expect(page.getByRole('heading', { name: 'Publish one of these' })).toBeFocused();
    const authorization = `${TOKEN}.${print}`;
    expect(await acme.value('Path')).toBe(`/.well-known/acme-challenge/${TOKEN}`);
    expect(await acme.value('Content (key authorization)')).toBe(authorization);
    expect(await acme.value('Record name')).toBe('_acme-challenge.www.example.org');
    expect(await acme.value('TXT value')).toBe(sha256(authorization));
    expect(await acme.value('Line for a zone file')).toBe(`_acme-challenge.www.example.org. 300 IN TXT "${sha256(authorization)}"`);
    await page.getByRole('button', { name: 'Copy TXT value' }).click();
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(sha256(authorization));
    const http = page.getByRole('region', { name: 'On the web server' });
    const dns = page.getByRole('region', { name: 'Among the domain’s names' });
    const file = await acme.save(http.getByRole('button', { name: 'Save the file to publish' }));
    expect(file.name).toBe(TOKEN);
    expect(file.bytes.toString()).toBe(authorization); // and no newline
    await shell(await acme.command(http), folder);
    expect(await shell(`cat ${TOKEN}`, folder)).toBe(authorization);
    expect(await shell(await acme.command(dns), folder)).toBe(sha256(authorization));
    expect(await acme.command(dns, /Check/)).toBe('dig +short TXT _acme-challenge.www.example.org');
    expect(await acme.command(http, /Check/)).toBe(`curl -sL http://www.example.org/.well-known/acme-challenge/${TOKEN}`);

    // A message, verified by the public key alone.
    const message = await acme.sign(NEW_ACCOUNT, '{"termsOfServiceAgreed":true}');
    expect(JSON.parse(decoded(message.protected))).toEqual({ ...JSON.parse(NEW_ACCOUNT), alg: 'RS256', jwk });
    expect(decoded(message.protected).startsWith(NEW_ACCOUNT.slice(0, -1))).toBe(true); // as it was written
    expect(decoded(message.payload)).toBe('{"termsOfServiceAgreed":true}');
    await writeFile(join(folder, 'input'), `${message.protected}.${message.payload}`);
    await writeFile(join(folder, 'signature'), Buffer.from(message.signature, 'base64url'));
    await run('openssl', ['dgst', '-sha256', '-verify', 'pub.pem', '-signature', 'signature', 'input'], { cwd: folder, says: /Verified OK/ });
    await expect(page.locator('.cw-notes li')).toHaveCount(2); // alg and jwk were added
    // RSA has one signature only: the command gives the same.
    expect(await shell(await acme.command(page.getByRole('region', { name: 'Sign a message' })), folder)).toBe(message.signature);
    const saved = await acme.save(page.getByRole('button', { name: 'Save as message.json' }));
    expect(saved.name).toBe('message.json');
    expect(JSON.parse(saved.bytes.toString())).toEqual(message);

    // POST-as-GET, by an account that is there already.
    const asking = await acme.sign('{"kid":"https://ca.example/acct/1","nonce":"n","url":"https://ca.example/order/1","alg":"RS256"}', '');
    expect(asking.payload).toBe('');
    await expect(page.locator('.cw-notes li')).toHaveCount(0);
  });
});

test('a P-256 account signs as JOSE has it, and a token with a hyphen first is no option', async ({ page }) => {
  const acme = new AcmePage(page);
  await acme.open();
  await acme.create('P-256');
  const jwk = await acme.jwk();
  const key = createPublicKey({ key: jwk as never, format: 'jwk' });
  const message = await acme.sign(NEW_ACCOUNT, '{}');
  const input = Buffer.from(`${message.protected}.${message.payload}`);
  const signature = Buffer.from(message.signature, 'base64url');
  expect(signature).toHaveLength(64);
  expect(verify('sha256', input, { key, dsaEncoding: 'ieee-p1363' }, signature)).toBe(true);
  input[3] ^= 1;
  expect(verify('sha256', input, { key, dsaEncoding: 'ieee-p1363' }, signature)).toBe(false);

  const token = `-${TOKEN.slice(1)}`;
  await acme.field('Token').fill(token);
  await acme.field('Domain').fill('*.bücher.example');
  await expect(page.locator('#domain-help')).toContainText('xn--bcher-kva.example');
  await page.getByRole('button', { name: 'Show what to publish' }).click();
  expect(await acme.value('Record name')).toBe('_acme-challenge.xn--bcher-kva.example');
  await expect(page.getByText('Path', { exact: true })).toHaveCount(0); // no HTTP for wildcards
  const dns = page.getByRole('region', { name: 'Among the domain’s names' });
  await withFolder(async (folder) => {
    expect(await shell(await acme.command(dns), folder)).toBe(sha256(`${token}.${thumbprint({ ...jwk })}`));
  });

  // Another token makes what was to be published stale.
  await acme.field('Token').fill(TOKEN);
  await expect(page.getByRole('heading', { name: 'Publish one of these' })).toHaveCount(0);
  // What was typed is there when one comes back.
  await page.getByRole('link', { name: 'Random', exact: true }).click();
  await page.getByRole('link', { name: 'ACME', exact: true }).click();
  await expect(acme.field('Token')).toHaveValue(TOKEN);
  await expect(acme.field('Domain')).toHaveValue('*.bücher.example');
  await expect(acme.field('Protected header')).toHaveValue(NEW_ACCOUNT);
  await expect(acme.account()).toContainText('P-256 account key');
});

test('mistakes are told beside their fields', async ({ page }) => {
  const acme = new AcmePage(page);
  await acme.open();
  await acme.create('P-256');
  const answer = page.getByRole('button', { name: 'Show what to publish' });
  await expect(acme.field('Token')).toHaveAttribute('aria-invalid', 'false'); // nothing was done yet
  await answer.click();
  await expect(acme.field('Token')).toBeFocused();
  await acme.problem(acme.field('Token'));
  expect(await acme.problem(acme.field('Domain'))).toBe('Fill this in.');
  await acme.field('Token').fill('abc/def');
  expect(await acme.problem(acme.field('Token'))).toContain('/');
  await acme.field('Token').fill('abcdef');
  await expect(page.locator('#token-help')).toContainText('22 characters');
  await acme.field('Domain').fill('bad_name.example');
  expect(await acme.problem(acme.field('Domain'))).toContain('underscore');
  await answer.click();
  await expect(acme.field('Domain')).toBeFocused();
  await acme.field('Domain').fill('good.example');
  await answer.click();
  await expect(page.getByRole('heading', { name: 'Publish one of these' })).toBeFocused();

  const header = acme.field('Protected header');
  const sign = page.getByRole('button', { name: 'Sign the message' });
  await sign.click(); // the example as it stands
  await expect(page.getByText('A part of the example still stands')).toBeVisible();
  for (const [text, says] of [
    ['{"nonce":', /JSON/],
    ['[]', /JSON/],
    ['{"nonce":"a","nonce":"b"}', /nonce/],
    ['{"alg":"RS256"}', /ES256/],
    ['{"jwk":{},"kid":"x"}', /kid/],
    ['{"crit":["x"]}', /crit/],
    ['{"jwk":{"kty":"EC"}}', /jwk/],
  ] as const) {
    await header.fill(text);
    await sign.click();
    expect(await acme.problem(header)).toMatch(says);
    await expect(header).toBeFocused();
    await expect(header).toHaveValue(text);
    await expect(page.locator('pre[aria-labelledby=signed]')).toHaveCount(0);
  }
  await acme.sign('{}', 'no JSON');
  await expect(page.locator('.cw-notes li')).toHaveCount(5); // alg and jwk added; no nonce, no url; not JSON
});

test('keys that are there already: files, the desk, and what is none', async ({ page }) => {
  const acme = new AcmePage(page);
  await acme.open();
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-384' });
  const pem = privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
  await acme.drop({ name: 'pub.pem', text: publicKey.export({ format: 'pem', type: 'spki' }).toString() });
  await expect(page.getByText('pub.pem is not a private key')).toBeVisible();
  await expect(page.getByText('None yet.')).toBeVisible();
  await acme.drop({ name: 'old.pem', text: generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey.export({ format: 'pem', type: 'pkcs8' }).toString() });
  await expect(page.locator('.pf-v6-c-alert')).toContainText('RSA 1024');
  await expect(page.getByText('None yet.')).toBeVisible();

  // JWK, as Certbot keeps it.
  await acme.drop({ name: 'private_key.json', text: JSON.stringify(privateKey.export({ format: 'jwk' })) });
  await expect(acme.account()).toContainText('P-384 account key');
  await expect(page.getByRole('heading', { name: 'Your account key' })).toBeFocused();
  const expected = thumbprint({ ...publicKey.export({ format: 'jwk' }) });
  expect(await acme.value('Thumbprint (RFC 7638)')).toBe(expected);
  await expect(acme.account()).not.toContainText('Not saved yet'); // it came from a file

  // Under a password.
  const locked = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  const secret = locked.export({ format: 'pem', type: 'pkcs8', cipher: 'aes-256-cbc', passphrase: 'let me in' }).toString();
  await acme.drop({ name: 'locked.pem', text: secret });
  const password = page.locator('input[id^=unlock-]');
  await password.fill('wrong');
  await password.press('Enter');
  await expect(password).toHaveAttribute('aria-invalid', 'true');
  await password.fill('let me in');
  await password.press('Enter');
  await expect(acme.account()).toContainText('RSA 2048 account key');

  // A certificate beside the key is no mistake; what holds no key is one, also when it was locked.
  await withFolder(async (folder) => {
    const openssl = (line: string) => run('openssl', line.split(' '), { cwd: folder });
    await openssl('req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout both.key -out both.crt -subj /CN=x -days 9');
    await openssl('pkcs12 -export -nokeys -in both.crt -out none.p12 -passout pass:open');
    const both = await Promise.all(['both.key', 'both.crt'].map((name) => readFile(join(folder, name), 'utf8')));
    await acme.drop({ name: 'both.pem', text: both.join('') });
    await expect(acme.account()).toContainText('P-256 account key');
    await expect(page.locator('#account-opened')).toHaveText('');
    await page.locator('input[type=file]').setInputFiles(join(folder, 'none.p12'));
    await password.fill('open');
    await password.press('Enter');
    await expect(page.locator('#account-opened')).toContainText('none.p12 is not a private key');
    await expect(page.locator('#account-opened')).toBeFocused();
    await acme.remove();
  });

  // Two accounts: each has its own answers.
  await page.getByLabel('Account key in use').selectOption({ index: 0 });
  expect(await acme.value('Thumbprint (RFC 7638)')).toBe(expected);

  // From the desk: the Keys page tells the account keys apart.
  await page.goto('./#/keys');
  await page.locator('input[type=file]').setInputFiles({ name: 'other.pem', mimeType: 'text/plain', buffer: Buffer.from(pem.replace(/\n/g, '\r\n')) });
  const card = (file: string) => page.locator('article .cw-item-words', { hasText: file });
  await expect(card('other.pem')).toBeVisible();
  await expect(card('private_key.json').getByText('Account key', { exact: true })).toBeVisible();
  for (const file of ['pub.pem', 'other.pem']) await expect(card(file).getByText('Account key', { exact: true })).toHaveCount(0);
  await page.goto('./#/acme');
  await page.getByLabel('Or a key that is open here').selectOption({ index: await optionOf(page, 'other.pem') });
  await page.getByRole('button', { name: 'Use as account key' }).click();
  await expect(page.getByLabel('Account key in use').locator('option')).toHaveCount(3);
  await page.getByRole('button', { name: /^Remove: / }).click();
  await expect(page.getByLabel('Account key in use').locator('option')).toHaveCount(2);
});

test('the key that the list shows is the one that is taken, and a new one is in use', async ({ page }) => {
  const acme = new AcmePage(page);
  const keys = ['P-256', 'P-384', 'P-521'].map((namedCurve) => generateKeyPairSync('ec', { namedCurve }).privateKey);
  const files = keys.map((key, index) => ({ name: `${'abc'[index]}.pem`, mimeType: 'text/plain', buffer: Buffer.from(key.export({ format: 'pem', type: 'pkcs8' })) }));
  await page.goto('./#/keys');
  await page.locator('input[type=file]').setInputFiles(files);
  await expect(page.getByRole('article')).toHaveCount(3);
  await page.goto('./#/acme');
  const list = page.getByLabel('Or a key that is open here');
  for (const left of [2, 1]) {
    if (left === 2) await list.selectOption({ index: await optionOf(page, 'c.pem') });
    const shown = (await list.locator('option:checked').innerText()).split(' · ')[1];
    await page.getByRole('button', { name: 'Use as account key' }).click();
    await expect(list.locator('option')).toHaveCount(left);
    const used = page.locator('#account-used').locator('option:checked');
    if (left === 2) await expect(acme.account()).toContainText('P-521 account key');
    else await expect(used).toContainText(shown);
  }

  // One that was chosen gives way to one that is made, and can be chosen again.
  await acme.create('RSA 2048');
  await page.getByLabel('Account key in use').selectOption({ index: 0 });
  await expect(acme.account()).not.toContainText('RSA 2048');
  await page.getByRole('link', { name: 'Random', exact: true }).click();
  await page.getByRole('link', { name: 'ACME', exact: true }).click();
  await expect(acme.account(), 'the choice stays').not.toContainText('RSA 2048');
});

test('after a crash nothing of a lost account is shown under another', async ({ page }) => {
  const form = new QuickStart(page);
  await form.openAndSettle();
  const acme = new AcmePage(page);
  await acme.open();
  await acme.create('P-256');
  await acme.field('Token').fill(TOKEN);
  await acme.field('Domain').fill('www.example.org');
  await page.getByRole('button', { name: 'Show what to publish' }).click();
  const published = page.getByRole('heading', { name: 'Publish one of these' });
  await expect(published).toBeFocused();
  await acme.sign(NEW_ACCOUNT, '{}');
  await crash(await engine(page));
  await expect(page.locator('#trouble')).toContainText('stopped unexpectedly');
  await acme.create('P-256');
  await expect(acme.field('Token')).toHaveValue(TOKEN);
  await expect(published).toHaveCount(0);
  await expect(page.locator('pre[aria-labelledby=signed]')).toHaveCount(0);
  await page.getByRole('button', { name: 'Show what to publish' }).click();
  await expect(published).toBeFocused();
  expect(await acme.value('Content (key authorization)')).toBe(`${TOKEN}.${await acme.value('Thumbprint (RFC 7638)')}`);
});

async function optionOf(page: Page, text: string): Promise<number> {
  const options = await page.getByLabel('Or a key that is open here').locator('option').allInnerTexts();
  return options.findIndex((option) => option.includes(text));
}

for (const language of LANGUAGES) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test.describe(`${LOCALE[language]}, ${colorScheme}, on a phone`, () => {
      test.use({ locale: LOCALE[language], colorScheme, viewport: { width: 360, height: 740 }, contextOptions: { reducedMotion: 'reduce' } });

      test('axe finds nothing, and nothing scrolls sideways', async ({ page }) => {
        await page.goto('./#/acme');
        await expect(page.locator('#page-title')).toContainText('ACME');
        await look(page);
        await page.locator('#account-type').selectOption('P-256');
        await page.locator('form').filter({ has: page.locator('#account-type') }).locator('button[type=submit]').click();
        await expect(page.locator('#account-name')).toBeVisible();
        await page.locator('#token').fill('a b');
        const forms = page.locator('form.cw-narrow');
        await forms.first().locator('button[type=submit]').click();
        await page.locator('#header').fill('{');
        await forms.last().locator('button[type=submit]').click();
        await expect(page.locator('#header')).toHaveAttribute('aria-invalid', 'true');
        await look(page);
        await page.locator('#token').fill(TOKEN);
        await page.locator('#domain').fill('www.a-rather-long-name-for-a-domain.example');
        await forms.first().locator('button[type=submit]').click();
        await page.locator('#header').fill(NEW_ACCOUNT);
        await forms.last().locator('button[type=submit]').click();
        await expect(page.locator('#answers')).toBeVisible();
        await expect(page.locator('#signed')).toBeVisible();
        for (const details of await page.locator('details').all()) await details.evaluate((it: HTMLDetailsElement) => (it.open = true));
        await look(page);
      });
    });
  }
}

async function look(page: Page): Promise<void> {
  await expectAccessible(page);
  await expectFits(page);
}
