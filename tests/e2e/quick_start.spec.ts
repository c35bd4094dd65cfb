// One form, one click, a complete certificate set that everybody accepts.
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import * as gnutls from './judges/gnutls';
import * as handshake from './judges/handshake';
import * as java from './judges/java';
import * as nss from './judges/nss';
import * as openssl from './judges/openssl';
import { Refused, run, withFolder } from './judges/run';
import type { CertificateSet, Member } from './judges/set';
import * as zip from './judges/zip';
import { FILES, KEYS, QuickStart, type Filled, type KeyType, type Role } from './support/quick_start';
import { LANGUAGES, LOCALE, type Language } from './support/words';

const ROLES: Role[] = ['authority', 'server', 'client'];
const MINUTES = 5 * 60_000;

const FULL: Filled = {
  serverNames: 'www.example.test, *.example.test\n192.0.2.7\n2001:db8::7 bücher.example',
  authorityName: 'Our Root 根',
  organization: 'Beispiel GmbH',
  country: 'de',
  clientName: 'Ann Client',
  clientEmail: 'ann@example.test',
  years: '20',
  days: '90',
  password: 'correct horse, battery & 夹子',
};

for (const language of LANGUAGES) {
  test.describe(`first visit with a browser in ${LOCALE[language]}`, () => {
    test.use({ locale: LOCALE[language], timezoneId: 'UTC' });

    for (const theme of ['light', 'dark'] as const) {
      test(`only the server's name gives a whole set, theme ${theme} as the system`, async ({ page }) => {
        await page.emulateMedia({ colorScheme: theme });
        const form = new QuickStart(page, language);
        await form.open();
        await expect(page.locator('html')).toHaveAttribute('lang', { en: 'en', zh: 'zh-Hans' }[language]);
        expect(await isDark(form)).toBe(theme === 'dark');
        await form.create({ serverNames: 'localhost' });
        for (const role of ROLES) await expect(form.card(role)).toBeVisible();
        expect(await form.fact('server', 'subject')).toBe('CN=localhost');
        expect(await form.fact('authority', 'key')).toBe('P-256');
        expect(await isDark(form)).toBe(theme === 'dark');
      });
    }

    test('the theme switch wins over the system, and is remembered', async ({ page }) => {
      await page.emulateMedia({ colorScheme: 'light' });
      const form = new QuickStart(page, language);
      await form.open();
      await form.theme('dark').click();
      await expect(form.theme('dark')).toHaveAttribute('aria-pressed', 'true');
      await expect(form.theme('system')).toHaveAttribute('aria-pressed', 'false');
      expect(await isDark(form)).toBe(true);
      await form.create({ serverNames: 'localhost' });
      page.on('dialog', (dialog) => dialog.accept()); // "leave without saving?"
      await page.reload();
      await expect(form.theme('dark')).toHaveAttribute('aria-pressed', 'true');
      expect(await isDark(form)).toBe(true);
      await page.emulateMedia({ colorScheme: 'dark' });
      await form.theme('light').click();
      expect(await isDark(form)).toBe(false);
      await form.theme('system').click();
      expect(await isDark(form)).toBe(true);
      await page.emulateMedia({ colorScheme: 'light' }); // it follows at once
      await expect.poll(() => isDark(form)).toBe(false);
    });

    test('every field goes into the certificates', async ({ page }) => {
      const form = new QuickStart(page, language);
      await form.open();
      await form.fill(FULL);
      const preview = page.getByRole('complementary', { name: form.words.preview });
      await expect(preview).toContainText('C=DE, O=Beispiel GmbH, CN=Our Root 根');
      await expect(preview).toContainText('bücher.example (xn--bcher-kva.example)');
      await form.create();
      await withFolder(async (folder) => {
        const set = await form.unpacked(folder, FULL.password);
        await expectFull(set);
        await expectCards(form, set);
        // The reader's language, and always the commands.
        const readme = await readFile(join(set.folder, 'README.txt'), 'utf8');
        expect(readme).toContain({ en: 'Your certificates', zh: '您的证书' }[language]);
        expect(readme).toContain('openssl verify');
      });
    });
  });
}

test('the preview says why it is empty', async ({ page }) => {
  const form = new QuickStart(page);
  await form.open();
  const preview = page.getByRole('complementary', { name: form.words.preview });
  await expect(preview).toContainText('Name the server');
  await form.fill({ serverNames: 'localhost', country: 'X' });
  await expect(preview).not.toContainText('Name the server');
  await expect(preview).toContainText('no more mistakes');
  await form.fill({ country: 'DE' });
  await expect(preview).toContainText('C=DE');
});

test('the language is changed in the masthead, remembered, and loses nothing that was typed', async ({ page }) => {
  const english = new QuickStart(page, 'en');
  const chinese = new QuickStart(page, 'zh');
  await english.open();
  await english.fill({ ...FULL, keyType: 'P-384' });
  const typed = await english.typed();
  await page.getByRole('combobox', { name: 'Language' }).selectOption({ label: '简体中文' });
  await expect(chinese.button('create')).toBeVisible();
  await expect(page).toHaveTitle(/证书颁发机构/);
  expect(await chinese.typed()).toEqual(typed);
  await expect(chinese.keyType('P-384')).toBeChecked();
  await page.reload();
  await expect(chinese.button('create')).toBeVisible();
});

test('the masthead shows the language that was chosen in the settings', async ({ page }) => {
  const english = new QuickStart(page, 'en');
  await english.open();
  const masthead = page.getByRole('banner').getByRole('combobox');
  await masthead.selectOption({ label: '简体中文' });
  await masthead.selectOption({ label: 'English' });
  await page.goto('./#/settings');
  await page.locator('#settings-language').selectOption({ label: '简体中文' });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('设置');
  await expect(masthead.locator('option:checked')).toHaveText('简体中文');
});

const KEY_TYPES: [KeyType, RegExp][] = [
  ['P-256', /ASN1 OID: prime256v1/],
  ['P-384', /ASN1 OID: secp384r1/],
  ['RSA 2048', /Public-Key: \(2048 bit\)/],
  ['RSA 3072', /Public-Key: \(3072 bit\)/],
];

test.describe('for each key type', () => {
  test.use({ timezoneId: 'UTC' });

  for (const [keyType, inOpenssl] of KEY_TYPES) {
    test(`${keyType}: cards and files say what OpenSSL says`, async ({ page }) => {
      const form = new QuickStart(page);
      await form.open();
      await form.create({ serverNames: 'a.example.test b.example.test', keyType });
      for (const role of ROLES) expect(await form.fact(role, 'key')).toBe(keyType);
      await withFolder(async (folder) => {
        const set = await form.unpacked(folder);
        await expectCards(form, set);
        for (const role of ROLES) expect(await openssl.read(set[role].certificate, 'text')).toMatch(inOpenssl);
      });
    });
  }
});

test('RSA 4096 says how far it is and can be cancelled', async ({ page }) => {
  const form = new QuickStart(page);
  // Without our own search there is time to cancel.
  await form.open('./?kernel=none');
  await form.fill({ serverNames: 'localhost', keyType: 'RSA 4096' });
  await form.button('create').click();
  await expect(page.getByText(/^Making (three keys|keys:)/)).toBeVisible();
  await expect(page.getByRole('progressbar', { name: form.words.progress })).toBeVisible();
  await form.button('cancel').click();
  await expect(form.trouble()).toContainText('Cancelled');
  await expect(form.results()).toBeHidden();
});

test('a password can be looked at, and its strength is said', async ({ page }) => {
  const form = new QuickStart(page);
  await form.open();
  const password = form.field('password');
  for (const [text, hint] of [['abc', 'Weak'], ['1234567890123456', 'Weak'], ['qwertyuiopasdfghjkl', 'Weak'], ['kd7tbm2pz9', 'Fair'], ['correct horse battery staple', 'Strong'], ['密码密码密码abcdefghij', 'plain Latin']]) {
    await password.fill(text);
    await expect(page.getByRole('status').filter({ hasText: hint })).toBeVisible();
  }
  await expect(password).toHaveAttribute('type', 'password');
  await form.button('showPassword').click();
  await expect(password).toHaveAttribute('type', 'text');
  await expect(form.button('showPassword')).toHaveAttribute('aria-pressed', 'true');
});

test.describe('the files', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  for (const password of [undefined, 'secret enough']) {
    test(`each download and each copy is what the ZIP has, ${password ? 'encrypted' : 'not encrypted'}`, async ({ page }) => {
      const form = new QuickStart(page);
      await form.open();
      await form.create({ serverNames: 'localhost', ...(password && { password }) });
      await withFolder(async (folder) => {
        const set = await form.unpacked(folder);
        for (const name of FILES) {
          const zipped = await readFile(join(set.folder, name));
          expect(await form.download(name), name).toEqual(zipped);
          const copy = page.getByRole('button', { name: `Copy ${name}`, exact: true });
          if (KEYS.includes(name)) {
            await expect(copy).toHaveCount(0);
            continue;
          }
          await page.evaluate(() => navigator.clipboard.writeText(''));
          await copy.click();
          await expect.poll(() => page.evaluate(() => navigator.clipboard.readText()), name).toBe(zipped.toString());
        }
        // Nothing private stands in the page, not even unseen.
        expect(await page.content()).not.toMatch(/PRIVATE KEY-----/);
      });
    });
  }

  test('the archive has their names, their permissions and the time of now', async ({ page }) => {
    const form = new QuickStart(page);
    await form.open();
    await form.create({ serverNames: 'localhost' });
    const entries = await zip.list(await form.downloadAll());
    expect(entries.map((entry) => entry.name).sort()).toEqual([...FILES, 'README.txt'].sort());
    for (const { name, mode, time, size } of entries) {
      expect([name, mode]).toEqual([name, KEYS.includes(name) ? 0o600 : 0o644]);
      expect(size, name).toBeGreaterThan(0);
      expect(Math.abs(Date.parse(`${time}Z`) - Date.now()), name).toBeLessThan(MINUTES);
    }
  });

  test.describe('in New York', () => {
    test.use({ timezoneId: 'America/New_York' });

    test('are not from the future', async ({ page }) => {
      const form = new QuickStart(page);
      await form.open();
      await form.create({ serverNames: 'localhost' });
      await withFolder(async (folder) => {
        await run('unzip', ['-q', '-d', folder, await form.downloadAll()], { env: { TZ: 'America/New_York' } });
        const { mtimeMs } = await stat(join(folder, 'cacert.pem'));
        expect(Math.abs(mtimeMs - Date.now())).toBeLessThan(MINUTES);
      });
    });
  });
});

test.describe('everybody accepts', () => {
  const HOST = 'www.example.test';
  const serverNames = `${HOST}, 127.0.0.1, ::1`;
  const sets: Filled[] = [
    { serverNames, keyType: 'P-256' },
    { serverNames, keyType: 'P-384', organization: 'Testers', country: 'CN', clientEmail: 'ann@example.test' },
    { serverNames, keyType: 'RSA 2048', password: FULL.password },
  ];
  for (const filled of sets) {
    test(`a ${filled.keyType} set, ${filled.password ? 'encrypted' : 'not encrypted'}`, async ({ page }) => {
      test.slow(); // Java takes its time
      const form = new QuickStart(page);
      await form.open();
      await form.create(filled);
      await withFolder(async (folder) => {
        const set = await form.unpacked(folder, filled.password);
        await openssl.judge(set);
        await gnutls.judge(set, [HOST, '127.0.0.1', '::1']);
        await nss.judge(set);
        await handshake.judgeOpenssl(set, HOST);
        await handshake.judgeNginx(set, HOST);
        await java.judge(set);
        for (const { key } of [set.authority, set.server, set.client]) await expectSealed(key, filled.password);
      });
    });
  }
});

/** What the page looks like, not what it calls itself. */
function isDark({ page }: QuickStart): Promise<boolean> {
  return page.evaluate(() => {
    // the first part of the page, from the heading upwards, that is painted at all
    let part: Element | null = document.querySelector('h1');
    const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;
    for (; part; part = part.parentElement) {
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = getComputedStyle(part).backgroundColor;
      canvas.fillRect(0, 0, 1, 1);
      const [red, green, blue, alpha] = canvas.getImageData(0, 0, 1, 1).data;
      if (alpha > 0) return red + green + blue < 3 * 128;
    }
    return false;
  });
}

/** Cards say of each certificate what OpenSSL reads in its file. */
async function expectCards(form: QuickStart, set: CertificateSet): Promise<void> {
  for (const role of ROLES) {
    const { certificate } = set[role];
    const subject = (await openssl.read(certificate, 'subject')).split(',').reverse().join(', '); // RFC 2253 starts at the end
    expect(await form.fact(role, 'subject'), role).toBe(subject);
    expect(await form.fact(role, 'serial'), role).toBe(await openssl.read(certificate, 'serial'));
    expect(await form.fact(role, 'fingerprint'), role).toBe(await openssl.read(certificate, 'fingerprint'));
    const [from, until] = [await date(certificate, 'startdate', form.language), await date(certificate, 'enddate', form.language)];
    expect(await form.fact(role, 'valid'), role).toBe({ en: `${from} to ${until}`, zh: `${from} 至 ${until}` }[form.language]);
    const names = await altNames(certificate);
    // An international name is shown in both forms, the certificate's in brackets.
    const shown = async () => (await form.fact(role, 'names')).split('\n').map((name) => name.replace(/^.* \((xn--.*)\)$/, '$1'));
    if (names.length > 0) expect(await shown(), role).toEqual(names);
  }
}

async function date(certificate: string, which: 'startdate' | 'enddate', language: Language): Promise<string> {
  const day = new Date(await openssl.read(certificate, which));
  const [year, month] = [day.getUTCFullYear(), day.toLocaleString('en-US', { month: 'long', timeZone: 'UTC' })];
  if (language === 'zh') return `${year}年${day.getUTCMonth() + 1}月${day.getUTCDate()}日`;
  return `${month} ${day.getUTCDate()}, ${year}`;
}

/** The names in a certificate, written as people write them. */
async function altNames(certificate: string): Promise<string[]> {
  const text = await openssl.read(certificate, 'text');
  const list = text.match(/Subject Alternative Name:.*\n\s*(.*)/)?.[1];
  const names = list?.split(', ').map((name) => name.replace(/^(DNS|IP Address|email):/, '')) ?? [];
  return names.map((name) => (/^[0-9A-F:]+$/.test(name) ? new URL(`http://[${name}]`).hostname.slice(1, -1) : name));
}

async function expectFull(set: CertificateSet): Promise<void> {
  const { authority, server, client } = set;
  expect(await openssl.read(authority.certificate, 'subject')).toBe('CN=Our Root 根,O=Beispiel GmbH,C=DE');
  expect(await openssl.read(server.certificate, 'subject')).toBe('CN=www.example.test,O=Beispiel GmbH,C=DE');
  expect(await openssl.read(client.certificate, 'subject')).toBe('CN=Ann Client,O=Beispiel GmbH,C=DE');
  const names = ['www.example.test', '*.example.test', '192.0.2.7', '2001:db8::7', 'xn--bcher-kva.example'];
  expect(await altNames(server.certificate)).toEqual(names);
  expect(await altNames(client.certificate)).toEqual(['ann@example.test']);
  expect(await lifetimeInDays(authority)).toBeCloseTo(20 * 365.25, -1);
  expect(await lifetimeInDays(client)).toBeCloseTo(90, 0);
  for (const { key } of [authority, server, client]) await expectSealed(key, FULL.password);
  await openssl.judge(set);
}

async function lifetimeInDays({ certificate }: Member): Promise<number> {
  const [from, until] = [await openssl.read(certificate, 'startdate'), await openssl.read(certificate, 'enddate')];
  return (Date.parse(until) - Date.parse(from)) / 86_400_000;
}

/** With a password the key opens with that one only, and nowhere stands in plain. */
async function expectSealed(key: string, password: string | undefined): Promise<void> {
  const text = await readFile(key, 'utf8');
  if (password === undefined) {
    expect(text).toMatch(/^-----BEGIN PRIVATE KEY-----/);
    return;
  }
  expect(text).toMatch(/^-----BEGIN ENCRYPTED PRIVATE KEY-----/);
  expect(text).not.toMatch(/BEGIN (RSA |EC )?PRIVATE KEY/);
  await run('openssl', ['asn1parse', '-in', key], { says: /aes-256-cbc/ });
  for (const wrong of ['', 'wrong']) {
    const { args, env } = openssl.passphrase(wrong);
    await expect(run('openssl', ['pkey', '-noout', '-in', key, ...args], { env })).rejects.toThrow(Refused);
  }
}

test.describe('what a hurried hand does', () => {
  for (const width of [360, 1280]) {
    test(`a double click on Create makes one set, ${width} px wide`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      const form = new QuickStart(page);
      await form.openAndSettle();
      await form.fill({ serverNames: 'localhost', keyType: 'RSA 2048' });
      for (const offset of [10, 60, 120]) await test.step(`${offset} px in`, async () => {
        await form.button('create').scrollIntoViewIfNeeded();
        const { x, y, height } = (await form.button('create').boundingBox())!;
        await page.mouse.dblclick(x + offset, y + height / 2);
        await form.finished();
        await expect(form.trouble()).toHaveCount(0);
      });
    });
  }

  test('Enter pressed twice makes one set', async ({ page }) => {
    const form = new QuickStart(page);
    await form.openAndSettle();
    await form.fill({ serverNames: 'localhost', keyType: 'RSA 2048' });
    await form.field('organization').press('Enter');
    await page.keyboard.press('Enter');
    await form.finished();
    await expect(form.trouble()).toHaveCount(0);
  });

  test('typing an IPv6 address letter by letter is no fault', async ({ page }) => {
    const form = new QuickStart(page);
    await form.open();
    for (const address of ['2001:db8::1', '::1', 'fe80::1:2']) {
      await form.field('serverNames').fill('');
      for (const letter of address) {
        await page.keyboard.type(letter);
        await expect(form.field('serverNames')).toHaveAttribute('aria-invalid', 'false');
      }
    }
  });

  test('results that the form no longer describes say so', async ({ page }) => {
    const form = new QuickStart(page);
    await form.openAndSettle();
    const stale = page.getByText('made before your last changes');
    await form.create({ serverNames: 'before.test' });
    await expect(stale).toHaveCount(0);
    await form.fill({ serverNames: 'after.test' });
    await expect(stale).toBeVisible();
    await form.create();
    await expect(stale).toHaveCount(0);
  });

  test('a password that is typed afterwards protects nothing, and that is said', async ({ page }) => {
    const form = new QuickStart(page);
    await form.openAndSettle();
    const stale = page.getByText('made before your last changes');
    await form.create({ serverNames: 'localhost' });
    await form.fill({ password: 'too late' });
    await expect(stale).toBeVisible();
    await form.create();
    await expect(stale).toHaveCount(0);
    expect((await form.download('key.pem')).toString()).toContain('ENCRYPTED PRIVATE KEY');
  });

  test('closing the tab over keys that were not all saved is asked about', async ({ page }) => {
    const form = new QuickStart(page);
    await form.openAndSettle();
    const asks = () => page.evaluate(() => !dispatchEvent(new Event('beforeunload', { cancelable: true })));
    expect(await asks()).toBe(false);
    await form.create({ serverNames: 'localhost' });
    expect(await asks()).toBe(true);
    for (const name of ['cacert.pem', 'key.pem', 'clientkey.pem']) await form.download(name);
    expect(await asks(), 'the authority\'s key is still to be saved').toBe(true);
    await form.download('cakey.pem');
    await expect.poll(asks).toBe(false);
    await form.create();
    expect(await asks()).toBe(true);
    await form.downloadAll();
    await expect.poll(asks).toBe(false);
  });

  test('a thousand names are all used, and the page stays short', async ({ page }) => {
    const form = new QuickStart(page);
    await form.openAndSettle();
    const names = Array.from({ length: 1_000 }, (_, index) => `host-${index}.example.test`);
    await form.fill({ serverNames: names.join('\n') });
    await expect(form.chips()).toHaveCount(61);
    await expect(form.chips().last()).toContainText('940 more');
    await form.create();
    await withFolder(async (folder) => {
      await run('unzip', ['-q', '-d', folder, await form.downloadAll()]);
      const text = await run('openssl', ['x509', '-in', join(folder, 'servercert.pem'), '-noout', '-ext', 'subjectAltName']);
      expect(text.match(/DNS:/g)).toHaveLength(1_000);
    });
  });
});
