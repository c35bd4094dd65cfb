// RSA keys by our own search for primes: sound, whichever way they were found, and given up when asked.
import { expect, test, type Page } from '@playwright/test';
import { run, withFolder } from './judges/run';
import { KEYS, QuickStart } from './support/quick_start';
import { crash, searchers, searching } from './support/workers';

const MINUTES = 5 * 60_000;
/** The hidden setting. */
const WAYS = { fused: '?kernel=fused', portable: '?kernel=portable' };
/** Two times 34 sets are 204 keys. */
const SETS = 34;

for (const [kernel, address] of Object.entries(WAYS)) {
  test(`a hundred RSA 2048 keys by the ${kernel} kernel pass OpenSSL's check and look alike`, async ({ page }) => {
    test.setTimeout(MINUTES);
    const form = new QuickStart(page);
    await form.openAndSettle(`./${address}`);
    await form.fill({ serverNames: 'localhost', keyType: 'RSA 2048' });
    const moduli = new Set<string>();
    const formats = new Set<string>();
    for (let round = 0; round < SETS; round += 1) {
      await form.create();
      await withFolder(async (folder) => {
        const set = await form.unpacked(folder);
        for (const { key } of [set.authority, set.server, set.client]) {
          const { modulus, format } = await check(key);
          moduli.add(modulus);
          formats.add(format);
        }
      });
    }
    expect(moduli.size, 'no key comes twice').toBe(SETS * KEYS.length);
    // The same for either kernel: nothing tells which one made a key.
    expect([...formats]).toEqual(['2048 bit, e 65537 (0x10001), primes 1024 1024, p > q, exponents as they should be']);
  });
}

test('the page chooses a kernel by itself, and none where the browser lacks the instructions', async ({ page, browser }) => {
  const form = new QuickStart(page);
  await form.openAndSettle();
  await form.create({ serverNames: 'localhost', keyType: 'RSA 2048' });
  expect(await count(page)).toBe(await searchers(page));

  const old = await browser.newPage();
  await old.addInitScript(() => {
    // As in a browser without SIMD: what has such instructions is not valid.
    const validate = WebAssembly.validate;
    WebAssembly.validate = (bytes) => (bytes.byteLength < 100 ? false : validate(bytes));
  });
  const slow = new QuickStart(old);
  await slow.openAndSettle();
  await slow.create({ serverNames: 'localhost', keyType: 'RSA 2048' });
  expect(await slow.fact('server', 'key')).toBe('RSA 2048');
  expect(await count(old), 'the key workers did it alone').toBe(0);
  await old.close();
});

test('a search says how much of the expected work is done', async ({ page }) => {
  const form = new QuickStart(page);
  await form.openAndSettle(`./${WAYS.portable}`);
  await form.fill({ serverNames: 'localhost', keyType: 'RSA 4096' });
  await form.button('create').click();
  await expect(page.getByText(/^Searching for primes: \d+ % of the expected work is done\./)).toBeVisible();
  await form.finished();
  expect(await form.fact('server', 'key')).toBe('RSA 4096');
  await withFolder(async (folder) => {
    const set = await form.unpacked(folder);
    await run('openssl', ['rsa', '-check', '-noout', '-in', set.server.key], { says: /RSA key ok/ });
  });
});

test.describe('a search out of luck', () => {
  test.use({ serviceWorkers: 'block' });

  test('says so, goes on, and can be cancelled', async ({ page }) => {
    await change(page, unlucky);
    const form = new QuickStart(page);
    await form.open();
    await form.fill({ serverNames: 'localhost', keyType: 'RSA 2048' });
    await form.button('create').click();
    await expect(page.getByText(/^Searching for primes: \d{3,} % of the expected work is done\. It is a matter of chance/)).toBeVisible();
    await expect(page.getByRole('progressbar', { name: form.words.progress })).toHaveAttribute('value', /^2\.9/);
    await form.button('cancel').click();
    await expect(form.trouble()).toContainText('Cancelled');
  });
});

test.describe('in a slow search', () => {
  test.use({ serviceWorkers: 'block' });
  test.beforeEach(({ page }) => change(page, slowly));

  test('Cancel frees the workers, and the next search has its own', async ({ page }) => {
    const form = new QuickStart(page);
    await form.open();
    const all = await searchers(page);
    expect(await count(page), 'none before it is needed').toBe(0);
    await form.fill({ serverNames: 'localhost', keyType: 'RSA 4096' });
    for (let round = 0; round < 3; round += 1) {
      await form.button('create').click();
      await expect.poll(() => count(page)).toBe(all);
      await form.button('cancel').click();
      await expect(form.trouble()).toContainText('Cancelled');
      await expect.poll(() => count(page)).toBe(0);
    }
    await form.create({ keyType: 'RSA 2048' });
    await expect.poll(() => count(page)).toBe(all);
    // They wait for the next set, and are not started once more.
    await form.create();
    expect(await count(page)).toBe(all);
  });

  test('a searcher that dies is replaced, and the set is still made', async ({ page }) => {
    const form = new QuickStart(page);
    await form.open();
    await form.fill({ serverNames: 'localhost', keyType: 'RSA 2048' });
    await form.button('create').click();
    await expect.poll(() => count(page)).toBe(await searchers(page));
    await crash((await searching(page))[0]);
    await expect(page.getByText('A key worker stopped unexpectedly')).toBeVisible();
    await form.finished();
    expect(await form.fact('client', 'key')).toBe('RSA 2048');
  });
});

/** Has the searchers run this first: their script is changed on its way. */
async function change(page: Page, first: () => void): Promise<void> {
  await page.route(/searcher-\w+-\w+\.js$/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `(${first})();${await response.text()}` });
  });
}

/** Runs in a searcher: what it finds, which makes a longer message, it reports as still seeking. */
function unlucky(): void {
  const post = self.postMessage;
  self.postMessage = (report: Uint8Array, transfer: any) => {
    if (report.byteLength < 64) return post.call(self, report, transfer);
    // The hunt in one octet, the number of tests in one or two, then what came of them.
    const tests = report[1] < 128 ? 1 : 2;
    post.call(self, Uint8Array.of(...report.subarray(0, 1 + tests), 0));
  };
}

/** Runs in a searcher: between two steps it waits. */
function slowly(): void {
  const post = MessagePort.prototype.postMessage;
  MessagePort.prototype.postMessage = function (message: unknown) {
    setTimeout(() => post.call(this, message), 50);
  };
}

/** How many there are. */
const count = async (page: Page) => (await searching(page)).length;

/** OpenSSL proves both primes once more. What it says of the key's form is the same for every key. */
async function check(key: string): Promise<{ modulus: string; format: string }> {
  await run('openssl', ['rsa', '-check', '-noout', '-in', key], { says: /RSA key ok/ });
  const text = await run('openssl', ['rsa', '-text', '-noout', '-in', key]);
  const number = (name: string) => BigInt(`0x${text.match(new RegExp(`^${name}:((?:\\n +[0-9a-f:]+)+)`, 'm'))![1].replace(/[:\s]/g, '')}`);
  const bits = (value: bigint) => value.toString(2).length;
  const [n, d, p, q] = ['modulus', 'privateExponent', 'prime1', 'prime2'].map(number);
  const right = p * q === n && number('exponent1') === d % (p - 1n) && number('exponent2') === d % (q - 1n) && (number('coefficient') * q) % p === 1n;
  const exponent = text.match(/publicExponent: (.*)/)![1];
  const format = `${bits(n)} bit, e ${exponent}, primes ${bits(p)} ${bits(q)}, p ${p > q ? '>' : '<'} q, exponents ${right ? 'as they should be' : 'wrong'}`;
  return { modulus: n.toString(16), format };
}
