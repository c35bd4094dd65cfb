// A tab, its renderer or its engine dies at any moment, or the disk is full: what the page said is issued, stays issued.
import { chromium, expect, test, type BrowserContext, type Page } from '@playwright/test';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromeArguments, findChrome } from '../../tools/chromium.mjs';
import { withFolder } from './judges/run';
import { Kept, type Row } from './support/kept';
import { PATIENCE } from './support/quick_start';
import { Vault } from './support/vault';
import { crash, engine } from './support/workers';

const PASSPHRASE = 'correct horse battery staple';
const CA = 'Killed root';
/** Another finds other moments. */
const SEED = Number(process.env.KILLED_SEED || 6);

/** How a tab can end: closed, with its process gone, or without its engine; or the whole browser is closed. */
const ENDS = ['tab', 'renderer', 'engine', 'browser'] as const;
type End = (typeof ENDS)[number];

/** A browser whose storage is on the disk, in a folder of its own. */
class Profile {
  private context?: BrowserContext;

  constructor(
    readonly folder: string,
    readonly baseURL: string,
  ) {}

  async page(): Promise<Page> {
    this.context ??= await chromium.launchPersistentContext(join(this.folder, 'profile'), {
      executablePath: findChrome(),
      args: chromeArguments,
      baseURL: this.baseURL,
    });
    return this.context.newPage();
  }

  async close(): Promise<void> {
    await this.context?.close();
    this.context = undefined;
  }

  /** The way to end a page without a word of warning, at once when it is called. */
  async killer(page: Page, end: End): Promise<() => Promise<void>> {
    const doomed = end === 'engine' ? await engine(page) : undefined;
    return async () => {
      if (end === 'browser') return this.close();
      if (doomed) await crash(doomed).catch(() => {});
      if (end === 'renderer') await crashRenderer(page);
      await page.close({ runBeforeUnload: false });
    };
  }
}

async function crashRenderer(page: Page): Promise<void> {
  const gone = page.waitForEvent('crash', PATIENCE);
  const session = await page.context().newCDPSession(page);
  // It never answers.
  session.send('Page.crash').catch(() => {});
  await gone;
}

/** A page with the vault open and the authority shown. */
async function opened(profile: Profile): Promise<Kept> {
  const page = await profile.page();
  const kept = new Kept(page, profile.folder);
  await kept.open();
  const vault = new Vault(page);
  await vault.unlock(PASSPHRASE);
  await vault.expectSign('open');
  await kept.expectAuthority(CA);
  return kept;
}

async function withAuthority(baseURL: string | undefined, work: (profile: Profile) => Promise<void>): Promise<void> {
  await withFolder(async (folder) => {
    const profile = new Profile(folder, baseURL ?? '');
    try {
      const page = await profile.page();
      await new Vault(page).set(PASSPHRASE);
      const kept = new Kept(page, folder);
      await kept.createRoot(CA);
      await kept.count('1000');
      await page.close();
      await work(profile);
    } finally {
      await profile.close();
    }
  });
}

/** Every row is whole, and no number is there twice. */
function expectSound(rows: Row[]): void {
  for (const row of rows) expect(row).toEqual({ serial: expect.stringMatching(/^[0-9a-f]+$/), name: expect.stringMatching(/\.test$/), state: 'good' });
  expect(new Set(rows.map(({ serial }) => serial)).size, 'no serial number twice').toBe(rows.length);
  expect(new Set(rows.map(({ name }) => name)).size).toBe(rows.length);
}

test('sixty certificates one by one, while tabs, engines and browsers die at any moment', async ({ baseURL }) => {
  test.setTimeout(400_000);
  const chance = dice(SEED);
  await withAuthority(baseURL, async (profile) => {
    const acknowledged = new Map<string, string>();
    let [made, round] = [0, 0];
    while (made < 60) {
      const end = ENDS[round % ENDS.length];
      const kept = await opened(profile);
      await kept.tab('Issue');
      for (let left = 4 + Math.floor(chance() * 8); left > 0; left -= 1) {
        const name = `host-${made}.test`;
        acknowledged.set(name, await kept.issue(name));
        made += 1;
      }
      // One more, of which the page may or may not get to say that it is issued.
      const name = `host-${made}.test`;
      made += 1;
      await kept.fill(name);
      const before = await kept.acknowledged();
      const watched = await watch(kept, before);
      const kill = await profile.killer(kept.page, end);
      const clicked = kept.button('Issue the certificate').click({ noWaitAfter: true });
      await new Promise((resolve) => setTimeout(resolve, chance() * 400));
      await Promise.all([clicked.catch(() => {}), kill()]);
      if (watched.serial) acknowledged.set(name, watched.serial);

      const again = await opened(profile);
      const rows = await again.table();
      expectSound(rows);
      const there = new Map(rows.map(({ serial, name }) => [name, serial]));
      for (const [name, serial] of acknowledged) expect(there.get(name), `${name}, which the page said is issued (seed ${SEED}, round ${round}: ${end})`).toBe(serial);
      // What was stored before the page could say so is issued, too: its number is not given again.
      for (const { serial, name } of rows) acknowledged.set(name, serial);
      await again.page.close();
      round += 1;
    }
    expect(round).toBeGreaterThanOrEqual(4);
  });
});

test('a table of hundreds, whose tab, engine and browser die in the midst', async ({ baseURL }) => {
  test.setTimeout(400_000);
  const chance = dice(SEED + 1);
  await withAuthority(baseURL, async (profile) => {
    const all = new Map<string, string>();
    let midst = 0;
    for (const [round, end] of ENDS.entries()) {
      const names = Array.from({ length: ROWS }, (_, index) => `row-${round}-${index}.test`);
      const kept = await opened(profile);
      const done = await progress(kept.page);
      const kill = await profile.killer(kept.page, end);
      await startTable(kept, profile.folder, names);
      const enough = Math.floor(chance() * 0.6 * ROWS) + 1;
      await expect.poll(done, { timeout: 60_000, intervals: [20] }).toBeGreaterThanOrEqual(enough);
      await new Promise((resolve) => setTimeout(resolve, chance() * 150));
      await kill();
      const acknowledged = done();

      const again = await opened(profile);
      const rows = await again.table();
      expectSound(rows);
      const there = new Map(rows.map(({ serial, name }) => [name, serial]));
      for (const [name, serial] of all) expect(there.get(name), `${name} of a round before`).toBe(serial);
      const mine = names.filter((name) => there.has(name));
      expect(mine.length, `what the page said is issued (seed ${SEED}, ${end})`).toBeGreaterThanOrEqual(acknowledged);
      expect(mine, 'in the table’s order, none left out').toEqual(names.slice(0, mine.length));
      expect(rows).toHaveLength(all.size + mine.length);
      if (mine.length < names.length) midst += 1;
      for (const name of mine) all.set(name, there.get(name) ?? '');
      await again.tab('Issue');
      const next = await again.issue(`after-${round}.test`);
      expect([...all.values()], 'no number is given once more').not.toContain(next);
      all.set(`after-${round}.test`, next);
      await again.page.close();
    }
    expect(midst, 'it was killed in the midst').toBeGreaterThan(0);
  });
});

test('without room a clear message, nothing is lost, and with room again it goes on', async ({ baseURL }) => {
  test.setTimeout(180_000);
  await withAuthority(baseURL, async (profile) => {
    const kept = await opened(profile);
    const { page } = kept;
    await kept.tab('Issue');
    const known = [{ serial: await kept.issue('before.test'), name: 'before.test', state: 'good' }];
    const session = await page.context().newCDPSession(page);
    const origin = new URL(page.url()).origin;
    await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });

    // One certificate. The browser reckons the room anew twice a minute only.
    const trouble = page.locator('#trouble').filter({ visible: true });
    let tried = 0;
    await expect(async () => {
      tried += 1;
      const name = `tried-${tried}.test`;
      const before = await kept.acknowledged();
      await kept.fill(name);
      await kept.button('Issue the certificate').click();
      await expect(async () => {
        const serial = await kept.acknowledged();
        expect((await trouble.count()) > 0 || serial !== before).toBe(true);
      }).toPass({ timeout: 15_000 });
      if ((await trouble.count()) === 0) known.push({ serial: await kept.acknowledged(), name, state: 'good' });
      await expect(trouble).toBeVisible({ timeout: 500 });
    }).toPass({ timeout: 90_000, intervals: [1_500] });
    await expect(trouble).toContainText('There is no room left, and nothing was written.');
    await expect(trouble, 'no advice that does not help').not.toContainText('Change the form');
    await expect(trouble).toBeFocused();
    await expect(page.getByRole('textbox', { name: 'Alternative names', exact: true }), 'nothing typed is lost').toHaveValue(`tried-${tried}.test`);
    await new Vault(page).expectSign('open');

    // A table: what is refused can be tried again as it is.
    await startTable(kept, profile.folder, ['table-0.test', 'table-1.test']);
    await expect(trouble).toContainText('There is no room left', PATIENCE);
    const issue = kept.button('Issue 2 certificates');
    await expect(issue).toBeVisible();
    expect(bySerial(await kept.table())).toEqual(bySerial(known));

    await session.send('Storage.overrideQuotaForOrigin', { origin });
    await kept.tab('Issue');
    await expect(async () => {
      known.push({ serial: await kept.issue('after.test'), name: 'after.test', state: 'good' });
    }).toPass({ timeout: 90_000 });
    await expect(trouble).toHaveCount(0);
    await page.close();
    const again = await opened(profile);
    expect(bySerial(await again.table())).toEqual(bySerial(known));
  });
});

/** What the page says of one certificate, told as soon as it stands there: a page that is dead cannot be asked. */
async function watch(kept: Kept, before: string): Promise<{ serial: string }> {
  const watched = { serial: '' };
  const name = `heard${before}x${Math.random().toString(36).slice(2)}`;
  await kept.page.exposeFunction(name, (text: string) => {
    const serial = text.replace(/[^0-9a-f]/gi, '').toLowerCase().replace(/^0+/, '');
    if (serial !== before) watched.serial = serial;
  });
  await kept.page.evaluate((name) => {
    const look = () => {
      const terms = [...document.querySelectorAll('.cw-results dt')].filter((it) => it.textContent === 'Serial number');
      const text = terms[0]?.nextElementSibling?.textContent;
      if (text) (window as any)[name](text);
    };
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true });
  }, name);
  return watched;
}

/** How many rows of a table the page has said are issued. */
async function progress(page: Page): Promise<() => number> {
  let done = 0;
  await page.exposeFunction('heardOfRows', (text: string) => {
    done = Math.max(done, Number(/^(\d+) of \d+ issued$/.exec(text)?.[1] ?? 0));
  });
  await page.evaluate(() => {
    const look = () => {
      const says = document.querySelector('#working [role="status"]')?.textContent;
      if (says) (window as any).heardOfRows(says);
    };
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  return () => done;
}

async function startTable(kept: Kept, folder: string, names: string[]): Promise<void> {
  await kept.tab('From a table');
  const path = join(folder, 'table.csv');
  await writeFile(path, `name\n${names.join('\n')}\n`);
  await kept.page.locator('#batch-table').setInputFiles(path);
  const issue = kept.button(`Issue ${names.length} certificates`);
  await expect(issue).toBeVisible({ timeout: 30_000 });
  await issue.click();
}

function bySerial(rows: Row[]): Row[] {
  return [...rows].sort((one, other) => parseInt(one.serial, 16) - parseInt(other.serial, 16));
}

/** The same moments every time (mulberry32). */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
}

const ROWS = 600;
