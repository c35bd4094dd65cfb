// What a screen reader is told, and where the focus goes when what had it is gone.
import { expect, test, type Page } from '@playwright/test';
import { run, withFolder } from './judges/run';
import { KeysPage } from './support/keys_page';
import { PATIENCE, QuickStart } from './support/quick_start';
import { Requests } from './support/requests';
import { LANGUAGES, LOCALE } from './support/words';

const openssl = (folder: string, line: string) => run('openssl', line.split(' '), { cwd: folder });

test('what will be said has a place before, which takes no room', async ({ page }) => {
  const keys = new KeysPage(page, '');
  const form = new QuickStart(page);
  await form.open();
  await expectPlaces(page, 10); // each field's problem, the password's strength, the trouble
  await keys.open();
  await keys.showAll(await keys.make('P-256'));
  await page.getByText('Put together in one file').waitFor();
  await expectPlaces(page, 6);
  for (const [address, least] of [['random', 4], ['acme', 3], ['requests', 8]] as const) {
    await page.goto(`./#/${address}`);
    await page.locator('#page-title').waitFor();
    await expectPlaces(page, least);
  }
});

/** Every place of this page that is still empty is in the accessibility tree, and moves nothing. */
async function expectPlaces(page: Page, least: number): Promise<void> {
  const places = await page.evaluate(() => {
    const all = [...document.querySelectorAll('main :is([aria-live], [role="status"])')];
    const empty = all.filter((it) => !it.textContent && !it.closest('[hidden], details:not([open])'));
    return empty.map((it) => {
      const { width, height } = it.getBoundingClientRect();
      const isShown = it.checkVisibility({ visibilityProperty: true });
      return { what: it.outerHTML, isShown, width: it.matches('.pf-v6-screen-reader') ? 0 : width, height: it.matches('.pf-v6-screen-reader') ? 0 : height };
    });
  });
  expect(places.length).toBeGreaterThanOrEqual(least);
  for (const { what, ...place } of places) expect(place, what).toEqual({ isShown: true, width: 0, height: 0 });
}

test('an empty place leaves no gap in a form', async ({ page }) => {
  await page.goto('./#/keys');
  const keys = new KeysPage(page, '');
  await keys.make('P-256');
  const bundle = page.getByRole('region', { name: 'Put together in one file' });
  await bundle.getByRole('checkbox').check();
  const [button, command] = [bundle.getByRole('button', { name: 'Save the file' }), bundle.getByText('The same with OpenSSL')];
  const gap = async () => (await command.boundingBox())!.y - ((await button.boundingBox())!.y + (await button.boundingBox())!.height);
  const before = await gap();
  await bundle.locator('[aria-live]').last().evaluate((it) => it.remove());
  expect(await gap()).toBeCloseTo(before, 1);
});

for (const language of LANGUAGES) {
  test.describe(LOCALE[language], () => {
    test.use({ locale: LOCALE[language] });

    test('each page has a title of its own', async ({ page }) => {
      await page.goto('./');
      await expect(page).toHaveTitle({ en: 'Certwright: your own certificate authority', zh: 'Certwright：您自己的证书颁发机构' }[language]);
      for (const [address, en, zh] of [['keys', 'Keys', '密钥'], ['requests', 'Requests', '证书签名请求'], ['acme', 'ACME', 'ACME 账户'], ['random', 'Random', '随机数'], ['settings', 'Settings', '设置'], ['nowhere', 'There is nothing here', '这里没有内容']]) {
        await page.goto(`./#/${address}`);
        await expect(page).toHaveTitle(`${{ en, zh }[language]} · Certwright`);
      }
    });

    test('how serious a notice is, is said in words', async ({ page }) => {
      await page.goto('./#/keys');
      const drop = (name: string, text: string) => page.locator('#open-files').setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
      await drop('nothing.txt', 'hello');
      await expect(page.getByRole('article').locator('.pf-v6-c-alert__title')).toHaveText({ en: /^Problem: This is no key/, zh: /^问题：\s*这不是/ }[language]);
    });
  });
}

test('"Keep it" brings the focus back', async ({ page }) => {
  const keys = new KeysPage(page, '');
  await keys.open();
  const card = await keys.make('P-256');
  const remove = card.getByRole('button', { name: /^Remove: / });
  await remove.click();
  await card.getByRole('button', { name: 'Keep it', exact: true }).click();
  await expect(remove).toBeFocused();
  const all = page.getByRole('button', { name: 'Remove all', exact: true });
  await all.click();
  await page.getByRole('button', { name: 'Keep it', exact: true }).click();
  await expect(all).toBeFocused();
});

test('the question about the secret numbers can be answered both ways, and the focus stays', async ({ page }) => {
  const keys = new KeysPage(page, '');
  await keys.open();
  const card = await keys.make('P-256');
  await keys.showAll(card);
  await card.getByRole('button', { name: 'Show the numbers', exact: true }).click();
  const opener = card.getByRole('button', { name: 'Show the secret numbers, too', exact: true });
  await opener.click();
  await card.getByRole('button', { name: 'Keep them hidden', exact: true }).click();
  await expect(opener).toBeFocused();
  const numbers = card.getByRole('group', { name: 'Numbers of the key', exact: true });
  await expect(numbers).toContainText(/priv:\s+\[hidden\]/);
  await opener.click();
  await card.getByRole('button', { name: 'Show them', exact: true }).click();
  await expect(numbers).toBeFocused();
  await expect(numbers).not.toContainText('[hidden]');
});

test('an extension that is removed leaves the focus near', async ({ page }) => {
  const form = new Requests(page);
  await form.open();
  await form.more();
  for (const [oid, value] of [['1.2.3.4.6', '05:00'], ['1.2.3.4.7', '05:00']]) {
    await form.field('Extension’s OID or name').fill(oid);
    await form.field('Extension’s value').fill(value);
    await form.field('Extension’s value').press('Enter');
    await expect(form.field('Extension’s value')).toHaveValue('');
  }
  await form.button('Remove 1.2.3.4.6').click();
  await expect(page.getByRole('heading', { name: 'Other extensions' })).toBeFocused();
  await form.button('Remove 1.2.3.4.7').click();
  await expect(page.getByRole('heading', { name: 'Any other extension' })).toBeFocused();
});

test('a pasted text in which nothing is found leaves the focus on what is said of it', async ({ page }) => {
  const form = new Requests(page);
  await form.open();
  await form.startFrom('A certificate or request');
  await paste(page, '#request-like', 'hello');
  const report = page.locator('#request-like-report');
  await expect(report).toContainText('There is no certificate and no request in this');
  await expect(report).toBeFocused();

  await page.goto('./#/acme');
  await paste(page, '#open-account', 'hello');
  const opened = page.locator('#account-opened');
  await expect(opened).toContainText('This is no key');
  await expect(opened).toBeFocused();

  await page.goto('./#/keys');
  await paste(page, '#open-files', 'hello');
  await expect(page.getByRole('heading', { name: 'Not readable' }).last()).toBeFocused();
});

test('a pasted text is gone when its box is folded, and when it was read', async ({ page }) => {
  await page.goto('./#/keys');
  const opener = page.getByRole('button', { name: 'Paste text', exact: true });
  const field = page.getByRole('textbox', { name: 'Text to be read', exact: true });
  await opener.click();
  await field.fill('-----BEGIN PRIVATE KEY-----');
  await opener.click();
  await expect(field).toHaveCount(0);
  await opener.click();
  await expect(field).toHaveValue('');
  await field.fill('hello');
  await page.getByRole('button', { name: 'Read it', exact: true }).click();
  await opener.click();
  await expect(field).toHaveValue('');
});

test('things that are alike have names that differ', async ({ page }) => {
  await withFolder(async (folder) => {
    const keys = new KeysPage(page, folder);
    await keys.open();
    for (const count of [1, 2]) {
      await page.getByRole('button', { name: 'Create key', exact: true }).click();
      await expect(keys.cards()).toHaveCount(count, PATIENCE);
    }
    for (const days of [30, 60]) await openssl(folder, `req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout ${days}.key -out ${days}.crt -subj /CN=renewed.test -days ${days}`);
    await openssl(folder, 'genrsa -aes256 -traditional -passout pass:secret -out one.key 2048');
    await openssl(folder, 'genrsa -aes256 -traditional -passout pass:secret -out two.key 2048');
    await keys.drop('30.crt', '60.crt', 'one.key', 'two.key');
    await expect(keys.cards()).toHaveCount(6);

    await expectDifferent(page, 'article', 6);
    const remove = page.getByRole('button', { name: /^Remove: / });
    expect(new Set(await names(remove)).size).toBe(6);
    await expect(remove.first()).toHaveAccessibleName(/^Remove: Private key, P-256 · [\w-]{8}…$/);
    const headings = page.getByRole('article').getByRole('heading', { level: 3, name: /^Private key/ });
    expect(new Set(await headings.allInnerTexts()).size).toBe(2);
    const boxes = page.getByRole('region', { name: 'Put together in one file' }).getByRole('checkbox');
    expect(new Set(await names(boxes)).size).toBe(4);
    await expect(boxes.last()).toHaveAccessibleName(/^Certificate: .*renewed\.test · until .*\d{4}$/);

    // What must be called the same says of what it is.
    for (const name of ['Save, convert, look inside', 'Unlock']) {
      const all = page.getByRole('button', { name, exact: true });
      expect(new Set(await descriptions(all)).size).toBe(await all.count());
    }
    const passwords = page.getByRole('article').getByLabel('Password', { exact: true });
    expect(new Set(await descriptions(passwords)).size).toBe(2);
    await expect(passwords.first()).toHaveAccessibleDescription(/one\.key/);
    for (const card of (await keys.cards().all()).slice(0, 2)) await keys.showAll(card);
    const copy = page.getByRole('button', { name: 'Copy The same with OpenSSL', exact: true });
    await page.locator('details.cw-command').evaluateAll((all) => all.forEach((it) => it.setAttribute('open', '')));
    const said = await descriptions(copy);
    expect(said.length).toBeGreaterThan(6);
    expect(new Set(said).size, said.join('\n')).toBe(said.length);
    const commands = page.getByRole('group', { name: 'The same with OpenSSL', exact: true });
    await expect(commands).toHaveCount(said.length);

    await page.goto('./#/requests');
    const form = new Requests(page);
    const yours = (await form.choice('Private key').locator('option').allInnerTexts()).filter((it) => it.startsWith('Your key'));
    expect(new Set(yours).size).toBe(2);
    await form.startFrom('A certificate or request');
    const like = await form.choice('Or one that is open already').locator('option').allInnerTexts();
    expect(new Set(like).size).toBe(2);
  });
});

async function expectDifferent(page: Page, role: 'article', count: number): Promise<void> {
  const all = await names(page.getByRole(role));
  expect(all).toHaveLength(count);
  expect(new Set(all).size, all.join('\n')).toBe(count);
}

/** What each is called: by its own name, its label, or its text. */
async function names(of: ReturnType<Page['getByRole']>): Promise<string[]> {
  return Promise.all((await of.all()).map((it) => it.evaluate((element) => {
    const label = (element as HTMLInputElement).labels?.[0]?.textContent;
    return (element.getAttribute('aria-label') ?? label ?? element.textContent ?? '').trim();
  })));
}

async function descriptions(of: ReturnType<Page['getByRole']>): Promise<string[]> {
  return Promise.all((await of.all()).map((it) => it.evaluate((element) => {
    const ids = (element.getAttribute('aria-describedby') ?? '').split(' ');
    return ids.map((id) => document.getElementById(id)?.textContent ?? '').join(' ').trim();
  })));
}

async function paste(page: Page, zone: string, text: string): Promise<void> {
  const place = page.locator('.cw-drop', { has: page.locator(zone) });
  await place.getByRole('button', { name: 'Paste text', exact: true }).click();
  await place.getByRole('textbox').fill(text);
  await place.getByRole('button', { name: 'Read it', exact: true }).click();
}
