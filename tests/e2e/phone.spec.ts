// At the width of a small phone, with a finger.
import { expect, test } from '@playwright/test';
import { expectFits } from './support/fits';
import { QuickStart } from './support/quick_start';
import { LANGUAGES, LOCALE } from './support/words';

test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

for (const language of LANGUAGES) {
  test.describe(LOCALE[language], () => {
    test.use({ locale: LOCALE[language] });

    test('nothing scrolls sideways and everything can be touched', async ({ page }) => {
      const form = new QuickStart(page, language);
      await form.open();
      await expectFits(page);

      const longest = `${'x'.repeat(63)}.${'y'.repeat(63)}.${'z'.repeat(63)}.example`;
      await form.fill({ serverNames: `bad_name ${longest} 2001:db8:1111:2222:3333:4444:5555:6666`, organization: 'W'.repeat(64), days: 'x', password: 'weak' });
      await form.button('create').tap();
      await expect(form.field('serverNames')).toBeFocused();
      await expectFits(page);

      await form.fill({ serverNames: `${longest} localhost`, authorityName: 'M'.repeat(64), clientEmail: `${'m'.repeat(64)}@${'x'.repeat(60)}.example`, days: '397' });
      await form.button('create').tap();
      await form.finished();
      await expect(page.getByRole('heading', { level: 2, name: form.words.results })).toBeInViewport();
      await expectFits(page);
      await form.downloadAll();

      await page.goto('./#/settings');
      await expect(page.getByRole('heading', { level: 1, name: form.words.settings })).toBeVisible();
      await expectFits(page);
    });

    test('the navigation opens, leads, and closes', async ({ page }) => {
      const form = new QuickStart(page, language);
      await form.open();
      const menu = form.button('navigation');
      const navigation = page.getByRole('navigation', { name: form.words.navigation });
      await expect(navigation).toBeHidden();
      await expect(menu).toHaveAttribute('aria-expanded', 'false');
      await menu.tap();
      await expect(menu).toHaveAttribute('aria-expanded', 'true');
      await expect(navigation.getByRole('link', { name: form.words.settings })).toBeInViewport({ ratio: 1 });
      await expectFits(page);
      await navigation.getByRole('link', { name: form.words.settings }).tap();
      await expect(page.getByRole('heading', { level: 1, name: form.words.settings })).toBeInViewport();
      await expect(navigation).toBeHidden();
      await menu.tap();
      await expect(navigation).toBeInViewport();
      await menu.tap();
      await expect(navigation).toBeHidden();
      await menu.tap();
      await navigation.getByRole('link', { name: form.words.settings }).tap(); // where one is already
      await expect(navigation, 'it closes also when one chooses the page one is on').toBeHidden();
    });
  });
}
