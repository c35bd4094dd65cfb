// axe finds nothing: WCAG 2.2, A and AA, in every state of the page.
import { expect, test } from '@playwright/test';
import { expectAccessible } from './support/axe';
import { QuickStart } from './support/quick_start';
import { LANGUAGES, LOCALE } from './support/words';
import { stall } from './support/workers';

for (const language of LANGUAGES) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test.describe(`${LOCALE[language]}, ${colorScheme}`, () => {
      // Without motion no colour is caught on its way to another.
      test.use({ locale: LOCALE[language], colorScheme, contextOptions: { reducedMotion: 'reduce' } });

      test('axe finds nothing', async ({ page }) => {
        test.slow();
        const form = new QuickStart(page, language);
        await form.open();
        await test.step('empty', () => expectAccessible(page));

        await form.fill({ serverNames: 'bad_name good.test *.good.test bücher.test ::1', country: 'X', clientEmail: 'ann', days: 'x', authorityName: '', password: 'weak' });
        await form.button('create').click();
        await expect(form.field('days')).toHaveAttribute('aria-invalid', 'true');
        await test.step('with errors', () => expectAccessible(page));

        await stall(page);
        await form.fill({ serverNames: 'good.test', country: '', clientEmail: '', days: '30', authorityName: 'Root' });
        await form.button('create').click();
        await expect(form.button('cancel')).toBeVisible();
        await test.step('at work', () => expectAccessible(page));

        await form.button('cancel').click();
        await expect(form.trouble()).toBeVisible();
        await test.step('cancelled', () => expectAccessible(page));

        await form.create();
        await test.step('with results', () => expectAccessible(page));

        await page.goto('./#/settings');
        await expect(page.getByRole('heading', { level: 1, name: form.words.settings })).toBeVisible();
        await test.step('settings', () => expectAccessible(page));

        await page.goto('./#/nowhere');
        await expect(page.getByRole('main').getByRole('link', { name: form.words.quickStart })).toBeVisible();
        await test.step('no such page', () => expectAccessible(page));
      });
    });
  }
}

test.describe('at phone width', () => {
  test.use({ viewport: { width: 360, height: 740 }, contextOptions: { reducedMotion: 'reduce' } });

  test('axe finds nothing with the navigation open', async ({ page }) => {
    const form = new QuickStart(page);
    await form.open();
    await form.button('navigation').click();
    await expect(page.getByRole('link', { name: form.words.settings })).toBeInViewport();
    await expectAccessible(page);
  });
});
