// What cannot go into a certificate is said beside its field, with what to do.
import { expect, test, type Locator } from '@playwright/test';
import { QuickStart, type Field } from './support/quick_start';
import { LANGUAGES, LOCALE, type Language } from './support/words';

interface Case {
  what: string;
  field: Field;
  typed: string;
  /** A definite fault is said while one types, what may become right only when the field is left. */
  said: 'typing' | 'leaving';
  en: string;
  zh: string;
}

const long = (length: number) => 'x'.repeat(length);

const cases: Case[] = [
  // the server's names
  ...[
    { what: 'part over 63', typed: `${long(64)}.example`, said: 'typing', en: 'has a part of 64 characters; at most 63', zh: '有一段长 64 个字符' },
    { what: 'name over 253', typed: `${`${long(60)}.`.repeat(4)}${long(30)}`, said: 'typing', en: 'has 274 characters; at most 253', zh: '有 274 个字符；最多允许 253 个' },
    { what: 'underscore', typed: 'my_host.example', said: 'typing', en: '“my_host.example” has an underscore', zh: '“my_host.example”含有下划线' },
    { what: 'leading hyphen', typed: '-host.example', said: 'typing', en: 'begins or ends with a hyphen', zh: '以连字符开头或结尾' },
    { what: 'trailing hyphen', typed: 'host-.example', said: 'leaving', en: 'begins or ends with a hyphen', zh: '以连字符开头或结尾' },
    { what: 'strange character', typed: 'ho$t.example', said: 'typing', en: 'has the character $', zh: '含有字符 $' },
    { what: 'web address', typed: 'https://host.example/', said: 'typing', en: 'is a web address', zh: '是网址' },
    { what: 'port', typed: 'host.example:443', said: 'typing', en: 'has a port', zh: '带有端口' },
    { what: 'two dots', typed: 'host..example', said: 'leaving', en: 'nothing before or between its dots', zh: '没有内容' },
    { what: 'wildcard too high', typed: '*.com', said: 'leaving', en: '“*.com” is too wide', zh: '“*.com”范围太大' },
    { what: 'wildcard in the second part', typed: 'www.*.example', said: 'leaving', en: 'a star can only be the whole first part', zh: '星号只能是完整的第一段' },
    { what: 'wildcard in part', typed: 'w*.example.com', said: 'leaving', en: 'a star can only be the whole first part', zh: '星号只能是完整的第一段' },
    { what: 'IPv4 out of range', typed: '192.0.2.256', said: 'leaving', en: '“192.0.2.256” is not an IP address', zh: '“192.0.2.256”不是 IP 地址' },
    { what: 'IPv4 too short', typed: '192.0.2', said: 'leaving', en: 'is not an IP address', zh: '不是 IP 地址' },
    { what: 'IPv6 with a strange digit', typed: '2001:db8::g', said: 'leaving', en: 'is not an IP address', zh: '不是 IP 地址' },
    { what: 'number as the last part', typed: 'host.123', said: 'leaving', en: 'ends in a number', zh: '以数字段结尾' },
    { what: 'broken international name', typed: 'xn--a-ecp.example', said: 'leaving', en: 'is not a valid international domain name', zh: '不是有效的国际化域名' },
    { what: 'one bad among good', typed: 'good.example, bad_.example, fine.example', said: 'typing', en: '“bad_.example” has an underscore', zh: '“bad_.example”含有下划线' },
    { what: 'nothing', typed: '', said: 'leaving', en: 'Give at least one name', zh: '请至少填写一个' },
    { what: 'commas only', typed: ' , ,\n', said: 'leaving', en: 'Give at least one name', zh: '请至少填写一个' },
  ].map((one) => ({ field: 'serverNames', ...one }) as Case),
  // RFC 5280's upper bounds
  ...(['authorityName', 'organization', 'clientName'] as Field[]).map(
    (field): Case => ({ what: 'too long', field, typed: long(65), said: 'typing', en: '65 characters, but a certificate holds at most 64', zh: '有 65 个字符，但证书此处最多容纳 64 个' }),
  ),
  { what: 'too long, counted in characters', field: 'organization', typed: '组'.repeat(65), said: 'typing', en: '65 characters', zh: '有 65 个字符' },
  { what: 'invisible character', field: 'authorityName', typed: 'a\u202eb', said: 'typing', en: 'The character U+202E cannot stand here', zh: '此处不能有字符 U+202E' },
  { what: 'nothing', field: 'authorityName', typed: '', said: 'leaving', en: 'Fill this in', zh: '请填写' },
  { what: 'blanks', field: 'clientName', typed: '   ', said: 'leaving', en: 'Fill this in', zh: '请填写' },
  { what: 'three letters', field: 'country', typed: 'DEU', said: 'typing', en: 'A country is two letters', zh: '国家/地区是两个字母' },
  { what: 'digits', field: 'country', typed: 'D1', said: 'typing', en: 'A country is two letters', zh: '国家/地区是两个字母' },
  { what: 'one letter', field: 'country', typed: 'D', said: 'leaving', en: 'A country is two letters', zh: '国家/地区是两个字母' },
  { what: 'letters of another script', field: 'country', typed: '中国', said: 'typing', en: 'A country is two letters', zh: '国家/地区是两个字母' },
  { what: 'no @', field: 'clientEmail', typed: 'ann.example.test', said: 'leaving', en: 'An e-mail address has an @', zh: '电子邮件地址含有 @' },
  { what: 'two @', field: 'clientEmail', typed: 'ann@b@example.test', said: 'leaving', en: 'has only one @', zh: '只有一个 @' },
  { what: 'nothing before the @', field: 'clientEmail', typed: '@example.test', said: 'leaving', en: 'missing before the @', zh: '@ 前面缺少内容' },
  { what: 'nothing after the @', field: 'clientEmail', typed: 'ann@', said: 'leaving', en: 'missing after the @', zh: '@ 后面缺少内容' },
  { what: 'blank before the @', field: 'clientEmail', typed: 'ann b@example.test', said: 'leaving', en: 'The character “space”', zh: '@ 前面不能有字符 “空格”' },
  { what: 'two dots', field: 'clientEmail', typed: 'ann..b@example.test', said: 'leaving', en: 'a dot too many', zh: '多了一个点' },
  { what: 'no domain', field: 'clientEmail', typed: 'ann@exa_mple.test', said: 'leaving', en: 'is not a domain name', zh: '不是域名' },
  { what: 'too long', field: 'clientEmail', typed: `${long(65)}@example.test`, said: 'leaving', en: 'longer than e-mail addresses may be', zh: '超出了电子邮件地址允许的长度' },
  // numbers
  ...(['years', 'days'] as Field[]).flatMap((field) =>
    ['', 'ten', '1.5', '-', '1e3', '0x10'].map(
      (typed): Case => ({ what: `“${typed}”`, field, typed, said: 'leaving', en: 'Give a whole number', zh: '请输入整数' }),
    ),
  ),
  ...(['years', 'days'] as Field[]).flatMap((field) =>
    ['-1', '99999999999', '０'].map(
      (typed): Case => ({ what: `“${typed}”`, field, typed, said: 'leaving', en: 'Between 1 and', zh: '在 1 到' }),
    ),
  ),
  { what: 'none', field: 'years', typed: '0', said: 'leaving', en: 'Between 1 and', zh: '在 1 到' },
  { what: 'too many', field: 'years', typed: '9000', said: 'leaving', en: 'Between 1 and', zh: '在 1 到' },
  { what: 'none', field: 'days', typed: '0', said: 'leaving', en: 'Between 1 and', zh: '在 1 到' },
  { what: 'longer than the authority', field: 'days', typed: '3660', said: 'leaving', en: 'This would outlast the authority', zh: '这会比证书颁发机构更晚到期' },
  { what: "the authority's in other letters", field: 'clientName', typed: 'MY private  ca', said: 'leaving', en: 'would have the same name', zh: '名称相同' },
  { what: "the authority's", field: 'clientName', typed: '  My private CA ', said: 'leaving', en: 'would have the same name', zh: '名称相同' },
  { what: 'longer than OpenSSL reads', field: 'password', typed: long(1024), said: 'typing', en: 'OpenSSL reads at most 1023 bytes', zh: 'OpenSSL 最多读取 1023 个字节' },
];

for (const language of LANGUAGES) {
  test.describe(LOCALE[language], () => {
    test.use({ locale: LOCALE[language] });

    test('every fault is said beside its field, and gone when it is mended', async ({ page }) => {
      test.slow();
      const form = new QuickStart(page, language);
      await form.open();
      for (const one of cases) await test.step(`${one.field}: ${one.what}`, () => expectFault(form, one));
    });

    test('certificates that would outlast an authority made shorter', async ({ page }) => {
      const form = new QuickStart(page, language);
      await form.open();
      await form.fill({ serverNames: 'localhost', years: '1' });
      await form.field('years').blur();
      await expect(page.getByText(/This would outlast|更晚到期/)).toBeVisible({ timeout: 2_000 });
    });
  });
}

// A field that was left once says everything at once, so each case has a fresh page.
test('a definite fault is said while one types, another when the field is left', async ({ page }) => {
  test.slow();
  const form = new QuickStart(page);
  for (const { what, field, typed, said, en } of cases) {
    await test.step(`${field}: ${what}`, async () => {
      await form.open();
      if (field !== 'serverNames') await form.fill({ serverNames: 'localhost' });
      await form.field(field).fill(typed);
      await expect(form.field(field)).toBeFocused();
      const place = await problem(form.field(field));
      if (said === 'leaving') {
        await painted(form);
        expect(await place.innerText()).toBe('');
        await form.field(field).blur();
      }
      await expect(place).toContainText(en);
      await page.goto('about:blank');
    });
  }
});

test('a finished name is judged while the next is typed', async ({ page }) => {
  const form = new QuickStart(page);
  await form.open();
  const input = form.field('serverNames');
  await input.pressSequentially('*.com');
  await painted(form);
  await expect(await problem(input)).toHaveText('');
  await input.pressSequentially(', b');
  await expect(await problem(input)).toContainText('“*.com” is too wide');
});

test('the longest that fits is taken', async ({ page }) => {
  const form = new QuickStart(page);
  await form.open();
  const name = [long(63), long(63), long(63), long(61)].join('.');
  await form.create({
    serverNames: `localhost ${name}`,
    authorityName: '根'.repeat(64),
    organization: long(64),
    clientName: long(64),
    clientEmail: `${long(64)}@${long(63)}.${long(63)}.${long(61)}`,
    password: 'p'.repeat(1023),
  });
  expect(await form.fact('authority', 'subject')).toBe(`O=${long(64)}, CN=${'根'.repeat(64)}`);
  expect(await form.fact('server', 'names')).toContain(name);
});

test('the focus goes to the first wrong field, and nothing typed is lost', async ({ page }) => {
  const form = new QuickStart(page);
  await form.open();
  await form.fill({ serverNames: 'bad_name', authorityName: '', organization: 'Testers', country: 'D', clientEmail: 'ann', days: 'x', password: 'secret', keyType: 'P-384' });
  const typed = await form.typed();
  await form.button('create').click();
  // From the top of the page to the bottom, each mended where the focus is.
  for (const [field, mended] of [['serverNames', 'good.example'], ['authorityName', 'Root'], ['country', 'DE'], ['clientEmail', 'ann@example.test'], ['days', '30']] as [Field, string][]) {
    await expect.soft(form.field(field), `the first wrong field is ${field}`).toBeFocused();
    await expect(form.field(field)).toHaveAttribute('aria-invalid', 'true');
    await expect(form.trouble()).toHaveCount(0);
    await expect(form.results()).toHaveCount(0);
    if (field === 'serverNames') expect(await form.typed()).toEqual(typed);
    await form.field(field).fill(mended);
    await form.button('create').click();
  }
  await form.finished();
  await expect(form.keyType('P-384')).toBeChecked();
  expect(await form.typed()).toEqual(['good.example', 'Root', 'Testers', 'DE', 'My client', 'ann@example.test', '10', '30', 'secret']);
});

test('an empty form says that a server name is wanted', async ({ page }) => {
  const form = new QuickStart(page);
  await form.open();
  await form.button('create').click();
  await expect(form.field('serverNames')).toBeFocused();
  await expect(await problem(form.field('serverNames'))).toHaveText(/Give at least one name/);
});

test('another page and back loses nothing', async ({ page }) => {
  const form = new QuickStart(page);
  await form.open();
  await form.fill({ serverNames: 'bad_name good.example', organization: 'Testers', password: 'secret' });
  const typed = await form.typed();
  const navigation = page.getByRole('navigation', { name: form.words.navigation });
  await navigation.getByRole('link', { name: form.words.settings }).click();
  await expect(page.getByRole('heading', { level: 1, name: form.words.settings })).toBeFocused();
  await navigation.getByRole('link', { name: form.words.quickStart }).click();
  await expect(page.getByRole('heading', { level: 1, name: form.words.quickStart })).toBeFocused();
  expect(await form.typed()).toEqual(typed);
});

const NAMES: [string, Record<Language, string>][] = [
  ['host.example.test', { en: 'DNS: host.example.test', zh: '域名: host.example.test' }],
  ['*.example.test', { en: 'Wildcard: *.example.test', zh: '通配符: *.example.test' }],
  ['192.0.2.1', { en: 'IPv4: 192.0.2.1', zh: 'IPv4: 192.0.2.1' }],
  ['2001:DB8:0:0::1', { en: 'IPv6: 2001:db8::1', zh: 'IPv6: 2001:db8::1' }],
  ['bücher.example', { en: 'IDN: bücher.example (xn--bcher-kva.example)', zh: '国际化域名: bücher.example (xn--bcher-kva.example)' }],
  ['例子.测试', { en: 'IDN: 例子.测试 (xn--fsqu00a.xn--0zwm56d)', zh: '国际化域名: 例子.测试 (xn--fsqu00a.xn--0zwm56d)' }],
  ['xn--bcher-kva.test', { en: 'IDN: bücher.test (xn--bcher-kva.test)', zh: '国际化域名: bücher.test (xn--bcher-kva.test)' }],
  ['bad_name', { en: 'Not a name: bad_name', zh: '无法识别: bad_name' }],
];

for (const language of LANGUAGES) {
  test.describe(LOCALE[language], () => {
    test.use({ locale: LOCALE[language] });

    test('names are recognised as one types, by line, comma or blank', async ({ page }) => {
      const form = new QuickStart(page, language);
      await form.open();
      for (const separator of ['\n', ', ', ' ', '；']) {
        await form.field('serverNames').fill(NAMES.map(([typed]) => typed).join(separator));
        await expect(form.chips()).toHaveText(NAMES.map(([, chip]) => chip[language]));
      }
    });

    test('names that stand there twice are folded, and it is said', async ({ page }) => {
      const form = new QuickStart(page, language);
      await form.open();
      const note = page.getByRole('status').filter({ hasText: { en: /merged/, zh: /已合并/ }[language] });
      await form.fill({ serverNames: 'a.test, A.TEST. ,b.test,bücher.test,xn--bcher-kva.test,::1,0:0::1' });
      await expect(form.chips()).toHaveCount(4);
      await expect(note).toContainText({ en: '3 repeated names were merged', zh: '有 3 个重复的名称' }[language]);
      await form.fill({ serverNames: 'a.test\na.test' });
      await expect(note).toContainText({ en: 'One repeated name was merged', zh: '有 1 个重复的名称' }[language]);
      await form.fill({ serverNames: 'a.test' });
      await expect(note).toHaveCount(0);
      await form.create({ serverNames: 'a.test b.test a.test' });
      expect((await form.fact('server', 'names')).split('\n')).toEqual(['a.test', 'b.test']);
    });
  });
}

/** Whatever the last key press changed is in the page by now. */
async function painted({ page }: QuickStart): Promise<void> {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

/** What is said beside a field, in the place that its description names. */
async function problem(field: Locator): Promise<Locator> {
  const places = (await field.getAttribute('aria-describedby'))?.split(' ') ?? [];
  const place = places.find((id) => id.endsWith('-problem'));
  expect(place).toBeDefined();
  return field.page().locator(`[aria-live]#${place}`);
}

const MENDED: Record<Field, string> = {
  ...{ serverNames: 'localhost', authorityName: 'My private CA', organization: '', country: '' },
  ...{ clientName: 'My client', clientEmail: '', years: '10', days: '397', password: '' },
};

async function expectFault(form: QuickStart, { field, typed, said, ...texts }: Case): Promise<void> {
  // Rules between fields need all others to be good.
  await form.fill({ serverNames: 'localhost', authorityName: 'My private CA' });
  const input = form.field(field);
  const place = await problem(input);
  await input.fill(typed);
  if (said === 'leaving') await input.blur();
  await expect(place).toContainText(texts[form.language]);
  await expect(input).toHaveAttribute('aria-invalid', 'true');
  expect(await description(input)).toContain(texts[form.language]);
  await input.fill(MENDED[field]);
  await expect(place).toHaveText('');
  await expect(input).toHaveAttribute('aria-invalid', 'false');
}

// As the browser computes it for a screen reader.
async function description(input: Locator): Promise<string> {
  const session = await input.page().context().newCDPSession(input.page());
  const { root } = await session.send('DOM.getDocument');
  const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector: `#${await input.getAttribute('id')}` });
  const { nodes } = await session.send('Accessibility.getPartialAXTree', { nodeId, fetchRelatives: false });
  await session.detach();
  return nodes[0].description?.value ?? '';
}
