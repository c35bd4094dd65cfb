// At the width of a small phone, with a finger.
import { expect, test, type Page } from '@playwright/test';
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

async function expectFits(page: Page): Promise<void> {
  const faults = await page.evaluate(() => {
    const found: string[] = [];
    const say = (what: string, element: Element) => found.push(`${what}: ${element.outerHTML.slice(0, 160)}`);
    const width = document.documentElement.clientWidth;
    if (width !== 360 || visualViewport?.scale !== 1) found.push(`the page is ${width} wide, scaled by ${visualViewport?.scale}`);
    for (const element of document.querySelectorAll('html, body, body *')) {
      if (!element.checkVisibility()) continue;
      const style = getComputedStyle(element);
      const scrolls = element === document.documentElement || ['auto', 'scroll'].includes(style.overflowX);
      const typedInto = element.matches('textarea, input');
      if (scrolls && !typedInto && element.scrollWidth > element.clientWidth) say('scrolls sideways', element);
      const { left, right, width: own } = element.getBoundingClientRect();
      if (own > 0 && right > width + 0.5) say('goes beyond the right edge', element);
      if (own > 1 && left < -0.5 && !element.closest('.pf-v6-c-skip-to-content')) say('goes beyond the left edge', element);
    }
    // WCAG 2.2, 2.5.8: a control with its label is one target; links within sentences are excepted.
    for (const control of document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea')) {
      if (!control.checkVisibility() || control.closest('.pf-v6-c-skip-to-content')) continue;
      const parts = [control, ...((control as HTMLInputElement).labels ?? [])].map((part) => part.getBoundingClientRect());
      const wide = Math.max(...parts.map((part) => part.right)) - Math.min(...parts.map((part) => part.left));
      const high = Math.max(...parts.map((part) => part.bottom)) - Math.min(...parts.map((part) => part.top));
      if (wide < 24 || high < 24) say(`a target of ${Math.round(wide)} by ${Math.round(high)}`, control);
    }
    return found;
  });
  expect(faults).toEqual([]);
}
