// Nothing scrolls sideways on a small phone, and everything can be touched.
import { expect, type Page } from '@playwright/test';

export async function expectFits(page: Page): Promise<void> {
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
      if (control.matches('input[type=file][tabindex="-1"]')) continue; // the button beside it opens it
      const parts = [control, ...((control as HTMLInputElement).labels ?? [])].map((part) => part.getBoundingClientRect());
      const wide = Math.max(...parts.map((part) => part.right)) - Math.min(...parts.map((part) => part.left));
      const high = Math.max(...parts.map((part) => part.bottom)) - Math.min(...parts.map((part) => part.top));
      if (wide < 24 || high < 24) say(`a target of ${Math.round(wide)} by ${Math.round(high)}`, control);
    }
    return found;
  });
  expect(faults).toEqual([]);
}
