// Keys and files from elsewhere, opened, converted and saved; judged by the programs that made or read them.
import { createHash, createPrivateKey } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { createSecureContext } from 'node:tls';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { attempt, run, withFolder } from './judges/run';
import { expectAccessible } from './support/axe';
import { KeysPage } from './support/keys_page';

const PASSWORD = 'open sesame';
const MODERN = 'PKCS #12 for current systems (.p12)';
const OLDER = 'PKCS #12 for Apple, Android and older Windows (.p12)';
const TRUSTSTORE = 'Java truststore (.p12)';

const openssl = (folder: string, line: string) => run('openssl', line.split(' '), { cwd: folder });

/** A key under a password as the tutorials make it. */
async function lockedKey(folder: string): Promise<void> {
  await run('openssl', ['genrsa', '-aes256', '-traditional', '-passout', `pass:${PASSWORD}`, '-out', 'locked.key', '2048'], { cwd: folder });
}

/** A key, its certificate, and a key that has nothing to do with them. */
async function keyAndCertificate(folder: string): Promise<void> {
  await openssl(folder, 'req -x509 -newkey rsa:2048 -nodes -keyout own.key -out own.crt -subj /CN=own.test -days 30');
  await openssl(folder, 'genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out other.key');
}

/** The public half of a key file, as OpenSSL sees it. */
const publicHalf = (file: string, ...options: string[]) => run('openssl', ['pkey', '-in', file, '-pubout', ...options]);

test('the page is usable before the engine is there, and what was asked is done when it is', async ({ page }) => {
  let arrive = () => {};
  const there = new Promise<void>((resolve) => (arrive = resolve));
  await page.route(/engine-.*\.wasm$/, async (route) => {
    await there;
    await route.continue();
  });
  await page.goto('./#/keys');
  await page.getByRole('combobox', { name: 'Key type' }).selectOption('Ed25519');
  await page.getByRole('button', { name: 'Create key' }).click();
  await expect(page.getByRole('button', { name: 'Cancel' })).toBeVisible();
  await expect(page.getByRole('article')).toHaveCount(0);
  arrive();
  await expect(page.getByRole('article')).toHaveAccessibleName('Private key, Ed25519');
});

test('a password is taken off a key from a tutorial', async ({ page }) => {
  await withFolder(async (folder) => {
    await lockedKey(folder);
    const keys = new KeysPage(page, folder);
    await keys.open();
    await keys.drop('locked.key');
    const locked = keys.from('locked.key');
    await expect(locked.getByRole('heading')).toHaveText('Locked with a password: traditional encrypted PEM');
    await expect(locked.getByRole('heading'), 'what was opened has the focus').toBeFocused();

    const field = locked.getByLabel('Password', { exact: true });
    await field.fill('sesame');
    await field.press('Enter');
    await expect(field).toHaveAttribute('aria-invalid', 'true');
    await expect(field).toHaveAccessibleDescription(/^.*Wrong password: .*traditional encrypted PEM, encrypted with .*AES-256-CBC.*try again\./);
    await expect(field).toBeFocused();
    await expect(field, 'nothing typed is lost').toHaveValue('sesame');

    await field.fill(PASSWORD);
    await locked.getByRole('button', { name: 'Unlock', exact: true }).click();
    const card = keys.from('locked.key');
    await expect(card.getByRole('heading', { level: 3 })).toHaveText('Private key, RSA 2048');
    await expect(card.getByRole('heading', { level: 3 })).toBeFocused();
    await keys.showAll(card);
    await expect(card).toContainText('Without a password, whoever gets the file can use the key.');
    const saved = await keys.savePrivate(card, 'PKCS #8, PEM');
    await run('openssl', ['rsa', '-check', '-noout', '-in', saved, '-passin', 'pass:'], { says: /RSA key ok/ });
    expect(await publicHalf(saved)).toBe(await publicHalf(join(folder, 'locked.key'), '-passin', `pass:${PASSWORD}`));
  });
});

test('a new key is saved under a password and in every form', async ({ page }) => {
  await withFolder(async (folder) => {
    const keys = new KeysPage(page, folder);
    await keys.open();
    const card = await keys.make('P-256');
    await expect(card).toContainText('Not saved yet');
    await keys.showAll(card);

    await card.getByLabel('Password for the file', { exact: true }).fill(PASSWORD);
    await card.getByText('More choices', { exact: true }).click();
    const rounds = card.getByLabel('Rounds', { exact: true });
    await rounds.fill('5');
    await card.getByRole('button', { name: 'Save private key', exact: true }).click();
    await expect(rounds).toHaveAttribute('aria-invalid', 'true');
    await expect(rounds).toHaveAccessibleDescription(/Between 10000 and 10000000\./);
    await expect(rounds).toBeFocused();
    await expect(card).toContainText('Not saved yet');
    await rounds.fill('20000');

    const locked = await keys.savePrivate(card, 'PKCS #8, PEM', PASSWORD);
    expect(await run('openssl', ['asn1parse', '-in', locked])).toContain(':4E20');
    await expect(card).not.toContainText('Not saved yet');
    expect(await readFile(locked, 'utf8')).toMatch(/^-----BEGIN ENCRYPTED PRIVATE KEY-----/);
    expect((await attempt('openssl', ['pkey', '-noout', '-in', locked, '-passin', 'pass:wrong'])).code).not.toBe(0);
    const own = await publicHalf(locked, '-passin', `pass:${PASSWORD}`);

    const traditional = await keys.savePrivate(card, 'SEC 1, PEM');
    expect(await readFile(traditional, 'utf8')).toMatch(/^-----BEGIN EC PRIVATE KEY-----/);
    expect(await publicHalf(traditional)).toBe(own);
    const hidden = await keys.savePrivate(card, 'SEC 1, PEM', PASSWORD);
    expect(await readFile(hidden, 'utf8')).toContain('Proc-Type: 4,ENCRYPTED');
    expect(await publicHalf(hidden, '-passin', `pass:${PASSWORD}`)).toBe(own);
    expect(await publicHalf(await keys.savePrivate(card, 'PKCS #8, DER'), '-inform', 'DER')).toBe(own);
    expect(await publicHalf(await keys.savePrivate(card, 'SEC 1, DER'), '-inform', 'DER')).toBe(own);

    const jwk = JSON.parse(await readFile(await keys.savePrivate(card, 'JSON Web Key (JWK)'), 'utf8'));
    const pem = join(folder, 'from-jwk.pem');
    await writeFile(pem, createPrivateKey({ key: jwk, format: 'jwk' }).export({ type: 'pkcs8', format: 'pem' }));
    expect(await publicHalf(pem)).toBe(own);

    const ssh = await run('ssh-keygen', ['-y', '-f', await keys.savePrivate(card, 'OpenSSH')]);
    const line = join(folder, 'id.pub');
    await writeFile(line, ssh);
    expect(await run('ssh-keygen', ['-e', '-m', 'PKCS8', '-f', line])).toBe(own);
  });
});

test('rounds that are refused are shown, also where they were folded away', async ({ page }) => {
  await withFolder(async (folder) => {
    const keys = new KeysPage(page, folder);
    await keys.open();
    const card = await keys.make('P-256');
    await keys.showAll(card);
    const password = card.getByLabel('Password for the file', { exact: true });
    await password.fill(PASSWORD);
    const more = card.getByText('More choices', { exact: true });
    await more.click();
    const rounds = card.getByLabel('Rounds', { exact: true });
    await rounds.fill('5');
    await more.click();
    await expect(rounds).toBeHidden();
    await card.getByRole('button', { name: 'Save private key', exact: true }).click();
    await expect(rounds).toBeFocused();
    await expect(rounds).toHaveAccessibleDescription(/Between 10000 and 10000000\./);
    await rounds.fill('20000');
    await card.getByLabel('Encryption', { exact: true }).selectOption('AES-128-CBC, PBKDF2 with HMAC-SHA-256');
    await keys.save(card.getByRole('button', { name: 'Save private key', exact: true }), 'key.pem');
    await expect(card).toContainText('Saved as key.pem');
    await expect(password, 'without it, a second click would save the key in plain').toHaveValue(PASSWORD);
    await password.fill(`${PASSWORD} and more`);
    await expect(card).not.toContainText('Saved as key.pem');
    await password.fill(PASSWORD);
    await keys.save(card.getByRole('button', { name: 'Save private key', exact: true }), 'key.pem');
    await expect(card).toContainText('Saved as key.pem');
    await card.getByLabel('Form of the private key', { exact: true }).selectOption('OpenSSH');
    await expect(card).not.toContainText('Saved as key.pem');
  });
});

test('the public half and the fingerprints are those of other programs', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await withFolder(async (folder) => {
    await openssl(folder, 'genpkey -algorithm ED25519 -out ed.pem');
    await openssl(folder, 'pkey -in ed.pem -pubout -outform DER -out ed.der');
    const keys = new KeysPage(page, folder);
    await keys.open();
    await keys.drop('ed.pem');
    const card = keys.from('ed.pem');
    await keys.showAll(card);
    await card.getByRole('button', { name: 'Copy Public key', exact: true }).click();
    await expect(card.getByRole('button', { name: 'Copy Public key', exact: true })).toHaveText('Copied');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await publicHalf(join(folder, 'ed.pem')));

    await card.getByLabel('Form of the public key', { exact: true }).selectOption({ label: 'OpenSSH' });
    const line = await keys.save(card.getByRole('button', { name: 'Save public key', exact: true }));
    const listed = await run('ssh-keygen', ['-l', '-f', line]);
    expect(await fact(card, 'OpenSSH')).toBe(listed.split(' ')[1]);

    const der = await readFile(join(folder, 'ed.der'));
    const colons = (digest: string) => createHash(digest).update(der).digest('hex').toUpperCase().replace(/..(?!$)/g, '$&:');
    expect(await fact(card, 'SPKI SHA-256')).toBe(colons('sha256'));
    expect(await fact(card, 'SPKI SHA-1')).toBe(colons('sha1'));
    const { x } = createPrivateKey(await readFile(join(folder, 'ed.pem'))).export({ format: 'jwk' });
    const thumbprint = createHash('sha256').update(`{"crv":"Ed25519","kty":"OKP","x":"${x}"}`).digest('base64url');
    expect(await fact(card, 'JWK (RFC 7638)')).toBe(thumbprint);
  });
});

test('secret numbers are shown only after the question', async ({ page }) => {
  await withFolder(async (folder) => {
    await openssl(folder, 'genrsa -out plain.pem 2048');
    const keys = new KeysPage(page, folder);
    await keys.open();
    await keys.drop('plain.pem');
    const card = keys.from('plain.pem');
    await keys.showAll(card);
    const numbers = card.locator('pre[aria-label="Numbers of the key"]');
    await expect(numbers).toBeHidden();
    await card.getByRole('button', { name: 'Show the numbers', exact: true }).click();
    const whole = await openssl(folder, 'pkey -in plain.pem -noout -text');
    const modulus = whole.slice(whole.indexOf('modulus:'), whole.indexOf('publicExponent'));
    const secret = /privateExponent:\s+((?:[0-9a-f]{2}:){8})/.exec(whole)![1];
    const plain = (text: string) => text.replace(/\s/g, '');
    await expect(numbers).toBeVisible();
    expect(plain(await numbers.innerText())).toContain(plain(modulus));
    expect(plain(await numbers.innerText())).not.toContain(secret);

    await card.getByRole('button', { name: 'Show the secret numbers, too', exact: true }).click();
    await expect(card).toContainText('Whoever sees them, on the screen or in a picture of it, has the key.');
    expect(plain(await numbers.innerText())).not.toContain(secret);
    await card.getByRole('button', { name: 'Show them', exact: true }).click();
    await expect(numbers).toContainText(secret.slice(0, 12));
    expect((await numbers.innerText()).trimEnd(), 'word by word what OpenSSL prints').toBe(whole.trimEnd());
    await card.getByRole('button', { name: 'Hide the numbers', exact: true }).click();
    await expect(numbers).toBeHidden();

    await card.getByRole('button', { name: 'Check the key', exact: true }).click();
    await expect(card).toContainText('The key is sound');
  });
});

test('what belongs together is told from what does not', async ({ page }) => {
  await withFolder(async (folder) => {
    await keyAndCertificate(folder);
    const keys = new KeysPage(page, folder);
    await keys.open();
    await keys.drop('own.key', 'own.crt', 'other.key'); // several at once
    await expect(keys.cards()).toHaveCount(3);
    const belongs = /Belongs together, for it has the same key: /;
    await expect(keys.from('own.key')).toContainText(/same key: Certificate: .*own\.test/);
    await expect(keys.from('own.crt')).toContainText(/same key: Private key, RSA 2048: own\.key/);
    await expect(keys.from('other.key')).toContainText('Belongs to nothing else here: the others have other keys.');
    await expect(keys.from('other.key')).not.toContainText(belongs);

    await keys.from('own.key').getByRole('button', { name: /^Remove: Private key/ }).click();
    await expect(keys.cards()).toHaveCount(2);
    await expect(page.getByRole('heading', { name: 'Your keys and files', exact: true })).toBeFocused();
    await expect(keys.from('own.crt')).not.toContainText(belongs);
    await page.getByRole('button', { name: 'Remove all', exact: true }).click();
    await expect(keys.cards()).toHaveCount(0);
    await expect(page.getByRole('main')).toContainText('Nothing yet.');
  });
});

test('an openssl.cnf is sent to the page that it belongs to', async ({ page }) => {
  const keys = new KeysPage(page, '');
  await keys.open();
  const config = '[ req ]\ndistinguished_name = dn\n[ dn ]\nCN = a.example\n';
  await page.locator('#open-files').setInputFiles({ name: 'mine.txt', mimeType: 'text/plain', buffer: Buffer.from(config) });
  await expect(keys.cards()).toContainText('This is an openssl.cnf');
  await expect(keys.cards()).toHaveAccessibleName('Configuration file: mine.txt');
  await keys.cards().getByRole('link', { name: 'Go to the requests' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Requests' })).toBeFocused();
});

test('a file that went away before it was read is named, and not called empty', async ({ page }) => {
  await withFolder(async (folder) => {
    await writeFile(join(folder, 'gone.pem'), 'hello');
    let arrive = () => {};
    const there = new Promise<void>((resolve) => (arrive = resolve));
    await page.route(/engine-.*\.wasm$/, async (route) => {
      await there;
      await route.continue();
    });
    const keys = new KeysPage(page, folder);
    await keys.open();
    await keys.drop('gone.pem');
    await rm(join(folder, 'gone.pem'));
    arrive();
    await expect(keys.cards()).toContainText('The browser cannot read gone.pem');
  });
});

test('text is dragged into a field, and files are caught everywhere', async ({ page }) => {
  await page.goto('./#/requests');
  const isTaken = (kind: 'text' | 'file') =>
    page.getByRole('textbox', { name: 'Alternative names' }).evaluate((field, kind) => {
      const dataTransfer = new DataTransfer();
      if (kind === 'text') dataTransfer.setData('text/plain', 'www.example.test');
      else dataTransfer.items.add(new File(['hello'], 'nothing.txt'));
      // What is not prevented is the browser's, which puts text into the field.
      const events = ['dragover', 'drop'].map((type) => new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }));
      return events.map((event) => !field.dispatchEvent(event));
    }, kind);
  expect(await isTaken('text')).toEqual([false, false]);
  expect(await isTaken('file')).toEqual([true, true]);
  await expect(page.getByRole('article')).toContainText('nothing.txt');
});

test('a key that was never saved is not removed without a question', async ({ page }) => {
  await withFolder(async (folder) => {
    const keys = new KeysPage(page, folder);
    await keys.open();
    const card = await keys.make('P-256');
    await card.getByRole('button', { name: /^Remove: / }).click();
    await expect(card).toContainText('It cannot be brought back.');
    await card.getByRole('button', { name: 'Keep it', exact: true }).click();
    await expect(keys.cards()).toHaveCount(1);
    await card.getByRole('button', { name: /^Remove: / }).click();
    await card.getByRole('button', { name: 'Remove anyway', exact: true }).click();
    await expect(keys.cards()).toHaveCount(0);
  });
});

test('PKCS #12 files open where they are meant for', async ({ page }) => {
  await withFolder(async (folder) => {
    await keyAndCertificate(folder);
    const keys = new KeysPage(page, folder);
    await keys.open();
    await keys.drop('own.key', 'own.crt');
    await expect(keys.cards()).toHaveCount(2);
    const pass = ['-passin', `pass:${PASSWORD}`];

    await page.getByLabel('For whom', { exact: true }).selectOption({ label: OLDER });
    await expect(page.getByRole('region', { name: 'Put together in one file' })).toContainText('Its encryption is weak');
    const older = await keys.saveTogether(OLDER, PASSWORD);
    const info = await attempt('openssl', ['pkcs12', '-info', '-noout', '-in', older, ...pass]);
    expect(info.code, info.stderr).toBe(0);
    expect(info.stderr).toMatch(/MAC: sha1/i);
    expect(info.stderr).toMatch(/pbeWithSHA1And3-KeyTripleDES-CBC/);
    for (const legacy of [[], ['-legacy']]) {
      const inside = await run('openssl', ['pkcs12', ...legacy, '-nodes', '-nocerts', '-in', older, ...pass]);
      await writeFile(join(folder, 'inside.pem'), inside);
      expect(await publicHalf(join(folder, 'inside.pem'))).toBe(await publicHalf(join(folder, 'own.key')));
    }

    // As the page says: OpenSSL 3 without more ado, and Node.js.
    createSecureContext({ pfx: await readFile(older), passphrase: PASSWORD });

    const modern = await keys.saveTogether(MODERN, PASSWORD);
    await run('openssl', ['pkcs12', '-noout', '-in', modern, ...pass]);
    await run('keytool', ['-list', '-v', '-keystore', modern, '-storepass', PASSWORD], { says: /PrivateKeyEntry[\s\S]*CN=own\.test/ });

    const truststore = await keys.saveTogether(TRUSTSTORE, PASSWORD);
    const listed = await run('keytool', ['-list', '-keystore', truststore, '-storepass', PASSWORD]);
    expect(listed).toContain('trustedCertEntry');
    expect(listed).not.toContain('PrivateKeyEntry');

    await keys.drop(basename(older)); // and back again
    const locked = keys.from(basename(older));
    await locked.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await locked.getByRole('button', { name: 'Unlock', exact: true }).click();
    await expect(keys.cards()).toHaveCount(4);
    await expect(keys.from(basename(older))).toHaveCount(2);

    await page.getByRole('region', { name: 'Put together in one file' }).getByLabel('Password', { exact: true }).fill('Öffne dich');
    await expect(page.getByRole('main')).toContainText('Java up to version 17 opens no PKCS #12 file');
  });
});

test('only a key with its certificate goes into a file by itself', async ({ page }) => {
  await withFolder(async (folder) => {
    await keyAndCertificate(folder);
    const keys = new KeysPage(page, folder);
    await keys.open();
    const form = page.getByRole('region', { name: 'Put together in one file' });
    const own = form.getByRole('checkbox', { name: 'Private key, RSA 2048: own.key', exact: true });
    const other = form.getByRole('checkbox', { name: 'Private key, P-256: other.key', exact: true });
    await keys.drop('own.key', 'other.key');
    await expect(own).not.toBeChecked();
    await expect(other).not.toBeChecked();
    await expect(form).toContainText('Nothing chosen fits into such a file.');
    await keys.drop('own.crt');
    await expect(own, 'its certificate is there now').toBeChecked();
    await expect(other).not.toBeChecked();
    await expect(form.getByRole('checkbox', { name: /^Certificate: / })).toBeChecked();

    // What was put in or left out by hand stays so.
    await other.check();
    await own.uncheck();
    await keys.drop('own.crt');
    await expect(form.getByRole('checkbox')).toHaveCount(4);
    await expect(other).toBeChecked();
    await expect(own).not.toBeChecked();
    await other.uncheck();
    await own.check();

    await keys.saveTogether(MODERN, PASSWORD);
    await expect(form).toContainText('Saved as bundle.p12');
    const password = form.getByLabel('Password', { exact: true });
    await expect(password, 'it is kept no longer than it is needed').toHaveValue('');
    await form.getByLabel('Name in the file', { exact: true }).fill('mine');
    await expect(form).not.toContainText('Saved as bundle.p12');
    await form.getByRole('button', { name: 'Save the file', exact: true }).click();
    await expect(password).toBeFocused();
    await expect(password).toHaveAttribute('aria-invalid', 'true');
  });
});

test('what is broken, foreign or locked is called so', async ({ page }) => {
  await withFolder(async (folder) => {
    await openssl(folder, 'genrsa -out whole.pem 2048');
    await openssl(folder, 'rsa -in whole.pem -outform DER -out whole.der');
    await writeFile(join(folder, 'cut.der'), (await readFile(join(folder, 'whole.der'))).subarray(0, 600));
    await writeFile(join(folder, 'letter.txt'), 'Dear Ann, the key is under the mat.\n');
    await writeFile(join(folder, 'empty.pem'), '');
    await openssl(folder, 'genpkey -algorithm X25519 -out foreign.pem');
    const keys = new KeysPage(page, folder);
    await keys.open();
    await keys.drop('cut.der', 'letter.txt', 'empty.pem', 'foreign.pem');
    await expect(keys.cards()).toHaveCount(4);
    await expect(keys.from('cut.der')).toContainText(/Damaged file .*its end is missing\. It should have \d+ bytes and has 600\./);
    await expect(keys.from('letter.txt')).toContainText('This is no key, certificate or request in any form known here.');
    await expect(keys.from('empty.pem')).toContainText('The file is empty.');
    await expect(keys.from('foreign.pem')).toContainText(/Not supported: this .* is not damaged, but it is made with X25519 \(1\.3\.101\.110\)/);
  });
});

test('a pasted text is read, too', async ({ page }) => {
  await withFolder(async (folder) => {
    await openssl(folder, 'genpkey -algorithm ED25519 -out ed.pem');
    const keys = new KeysPage(page, folder);
    await keys.open();
    await page.getByRole('button', { name: 'Paste text', exact: true }).click();
    await page.getByLabel('Text to be read', { exact: true }).fill(await readFile(join(folder, 'ed.pem'), 'utf8'));
    await page.getByRole('button', { name: 'Read it', exact: true }).click();
    await expect(page.getByRole('heading', { name: 'Private key, Ed25519', exact: true })).toBeFocused();
  });
});

test.describe('in Chinese', () => {
  test.use({ locale: 'zh-CN' });

  test('a wrong password is said to be wrong, a right one opens', async ({ page }) => {
    await withFolder(async (folder) => {
      await lockedKey(folder);
      const keys = new KeysPage(page, folder);
      await keys.open();
      await keys.drop('locked.key');
      const field = keys.cards().getByLabel('密码', { exact: true });
      await field.fill('sesame');
      await field.press('Enter');
      await expect(keys.cards()).toContainText(/密码错误：打不开此 传统加密 PEM（加密方式：.*AES-256-CBC.*）。/);
      await field.fill(PASSWORD);
      await field.press('Enter');
      await expect(keys.cards().getByRole('heading', { level: 3 })).toHaveText('私钥，RSA 2048');
    });
  });
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`at phone width, ${colorScheme}`, () => {
    test.use({ viewport: { width: 360, height: 740 }, colorScheme, contextOptions: { reducedMotion: 'reduce' } });

    test('axe finds nothing and nothing scrolls sideways', async ({ page }) => {
      test.slow();
      await withFolder(async (folder) => {
        await lockedKey(folder);
        await keyAndCertificate(folder);
        await writeFile(join(folder, `${'long'.repeat(30)}.txt`), 'no key');
        const keys = new KeysPage(page, folder);
        await keys.open();
        await expectNothing(page);
        await keys.drop('locked.key', 'own.key', 'own.crt', `${'long'.repeat(30)}.txt`);
        await expect(keys.cards()).toHaveCount(4);
        await keys.from('locked.key').getByRole('button', { name: 'Unlock', exact: true }).click();
        const card = keys.from('own.key');
        await keys.showAll(card);
        await card.getByRole('button', { name: 'Show the numbers', exact: true }).click();
        await card.getByRole('button', { name: 'Show the secret numbers, too', exact: true }).click();
        await card.getByLabel('Password for the file', { exact: true }).fill('weak');
        for (const details of await page.locator('details').all()) await details.evaluate((it) => it.setAttribute('open', ''));
        await expectNothing(page);
      });
    });
  });
}

async function fact(card: Locator, name: string): Promise<string> {
  const term = card.locator('dt').getByText(name, { exact: true });
  return (await term.locator('xpath=following-sibling::dd[1]/span[1]').innerText()).trim();
}

async function expectNothing(page: Page): Promise<void> {
  await expectAccessible(page);
  const wider = await page.evaluate(() =>
    [...document.querySelectorAll('main *')].filter((it) => it.getBoundingClientRect().right > innerWidth + 1 && !it.closest('pre')).map((it) => it.outerHTML.slice(0, 120)),
  );
  expect(wider, 'it fits').toEqual([]);
}
