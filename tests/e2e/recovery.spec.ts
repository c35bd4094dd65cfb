// A worker that dies is noticed, replaced, and spoken of; nothing that was typed goes with it.
import { expect, test } from '@playwright/test';
import { QuickStart, type Filled } from './support/quick_start';
import { crash, crashAtEveryOrder, crashAtNextOrder, engine, keyWorkers, stall } from './support/workers';
import { LANGUAGES, LOCALE } from './support/words';

const FILLED: Filled = { serverNames: 'localhost', organization: 'Testers', password: 'secret', keyType: 'P-384' };

const SAYS = {
  restarted: { en: 'stopped unexpectedly and was started again', zh: '意外停止，已重新启动' },
  idle: { en: 'Nothing was in it. Go on as before.', zh: '其中没有内容，可以照常继续。' },
  atWork: { en: 'What was in the making was not finished', zh: '正在生成的内容没有完成' },
  lost: { en: 'What was not saved went with it', zh: '未保存的内容也随之丢失' },
  open: { en: 'What lay open here went with it', zh: '这里打开的内容已随之消失' },
  keyWorker: { en: 'A key worker stopped unexpectedly', zh: '一个密钥工作线程意外停止' },
};

for (const language of LANGUAGES) {
  test.describe(LOCALE[language], () => {
    test.use({ locale: LOCALE[language] });

    test('the engine dies while idle', async ({ page }) => {
      const form = new QuickStart(page, language);
      await form.openAndSettle();
      await form.fill(FILLED);
      const typed = await form.typed();
      await crash(await engine(page));
      await expect(form.trouble()).toContainText(SAYS.restarted[language]);
      await expect(form.trouble()).toContainText(SAYS.idle[language]);
      expect(await form.typed()).toEqual(typed);
      await form.create();
      await expect(form.trouble()).toHaveCount(0);
    });

    test('the engine dies at work', async ({ page }) => {
      const form = new QuickStart(page, language);
      await form.openAndSettle();
      await stall(page);
      await form.fill(FILLED);
      const typed = await form.typed();
      await form.button('create').click();
      await expect(form.button('cancel')).toBeVisible();
      await crash(await engine(page));
      await expect(form.trouble()).toContainText(SAYS.atWork[language]);
      await expect(form.trouble()).toBeFocused();
      await expect(form.button('cancel')).toHaveCount(0);
      expect(await form.typed()).toEqual(typed);
      await form.create();
      expect(await form.fact('client', 'key')).toBe('P-384');
    });

    test('the engine dies with a set that was not saved', async ({ page }) => {
      const form = new QuickStart(page, language);
      await form.openAndSettle();
      await form.create(FILLED);
      const serial = await form.fact('server', 'serial');
      await crash(await engine(page));
      await expect(form.trouble()).toContainText(SAYS.lost[language]);
      await expect(form.results()).toHaveCount(0); // nothing is offered that is no longer there
      await form.create();
      expect(await form.fact('server', 'serial')).not.toBe(serial);
      expect((await form.download('key.pem')).toString()).toContain('ENCRYPTED PRIVATE KEY');
    });

    test('a key worker dies over an RSA key: it is said, and the set is still made', async ({ page }) => {
      const form = new QuickStart(page, language);
      await form.openAndSettle();
      const [first] = await keyWorkers(page);
      await crashAtNextOrder(first);
      await form.fill({ ...FILLED, keyType: 'RSA 3072' });
      await form.button('create').click();
      await expect(page.getByRole('status').filter({ hasText: SAYS.keyWorker[language] })).toBeVisible();
      await form.finished();
      expect(await form.fact('server', 'key')).toBe('RSA 3072');
      await expect(form.trouble()).toHaveCount(0);
    });
  });
}

test('the engine dies with a set that was saved', async ({ page }) => {
  const form = new QuickStart(page);
  await form.openAndSettle();
  await form.create(FILLED);
  await form.downloadAll();
  await crash(await engine(page));
  await expect(form.trouble()).toContainText(SAYS.restarted.en);
  await expect(form.trouble()).not.toContainText(SAYS.lost.en);
  await expect(form.trouble()).not.toContainText(SAYS.idle.en);
  await expect(form.trouble()).toContainText(SAYS.open.en);
});

test('the engine dies with files that were opened', async ({ page }) => {
  await page.goto('./#/keys');
  await page.locator('#open-files').setInputFiles({ name: 'nothing.txt', mimeType: 'text/plain', buffer: Buffer.from('hello') });
  await expect(page.getByRole('article')).toHaveCount(1);
  await crash(await engine(page));
  await expect(page.locator('#trouble')).toContainText(SAYS.open.en);
  await expect(page.locator('#trouble')).not.toContainText(SAYS.idle.en);
  await expect(page.getByRole('article')).toHaveCount(0);
});

test('the engine may die again and again, as long as it works in between', async ({ page }) => {
  const form = new QuickStart(page);
  await form.openAndSettle();
  await form.fill({ serverNames: 'localhost' });
  for (let round = 0; round < 4; round += 1) {
    await crash(await engine(page));
    await expect(form.trouble()).toContainText(SAYS.restarted.en);
    await form.create();
    await expect(form.trouble()).toHaveCount(0);
  }
});

test('key workers that keep dying end the work, with words', async ({ page }) => {
  const form = new QuickStart(page);
  await form.openAndSettle();
  const mend = await crashAtEveryOrder(await engine(page));
  await form.fill(FILLED);
  const typed = await form.typed();
  await form.button('create').click();
  await expect(form.trouble()).toContainText('The key workers keep stopping');
  expect(await form.typed()).toEqual(typed);
  await mend();
  await form.create();
});

test('an idle key worker that dies is not missed', async ({ page }) => {
  const form = new QuickStart(page);
  await form.openAndSettle();
  const [first] = await keyWorkers(page);
  const gone = first.waitForEvent('close');
  await crash(first);
  await gone;
  await form.create({ serverNames: 'localhost' });
  await expect(form.trouble()).toHaveCount(0);
});

test('an engine that is not there is said, and asking again says it again', async ({ page }) => {
  await page.route(/engine-[^/]*\.js$/, (route) => route.fulfill({ status: 404 }));
  const form = new QuickStart(page);
  await form.open();
  await expect(form.trouble()).toContainText('cannot run in this browser');
  await form.fill({ serverNames: 'localhost' });
  await form.button('create').click();
  await expect(form.trouble()).toContainText('cannot run in this browser');
  await expect(form.button('create'), 'nothing is left waiting').toBeVisible();
  await expect(form.field('serverNames')).toHaveValue('localhost');

  // Where nothing is made in the long run, too.
  await page.goto('./#/random');
  await page.getByRole('button', { name: 'Make a passphrase' }).click();
  await expect(page.locator('#trouble')).toContainText('cannot run in this browser');
  await expect(page.locator('#trouble')).toContainText('The browser says: ');
});

test.describe('in Chinese', () => {
  test.use({ locale: LOCALE.zh });

  test('an engine that stops at every start is said in the reader’s language', async ({ page }) => {
    await page.route(/engine-[^/]*\.js$/, (route) => route.fulfill({ contentType: 'text/javascript', body: 'throw new Error("boom");' }));
    const form = new QuickStart(page, 'zh');
    await form.open();
    await expect(form.trouble()).toContainText('程序多次启动，每次都意外停止。');
    await expect(form.trouble()).not.toContainText(/[a-z] [a-z]/);
  });
});
