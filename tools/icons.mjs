// Draws the PNG icons from www/icons/mark.svg in Chromium. Run it after changing the mark and commit
// what it writes; the build only copies.
import { readFileSync, writeFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { chromeArguments, findChrome } from './chromium.mjs';

const folder = new URL('../www/icons/', import.meta.url);
const mark = readFileSync(new URL('mark.svg', folder), 'utf8');
const accent = mark.match(/fill="(#\w+)"/)[1];
// On a filled square the seal is white and the check in the accent colour.
const inverse = mark.replaceAll('#fff', accent).replace(`fill="${accent}"`, 'fill="#fff"');

const icons = [
  { file: 'favicon-32.png', size: 32, svg: mark, share: 1 },
  { file: 'mark-192.png', size: 192, svg: mark, share: 1 },
  { file: 'mark-512.png', size: 512, svg: mark, share: 1 },
  // A launcher may cut a maskable icon down to the inner four fifths.
  { file: 'maskable-512.png', size: 512, svg: inverse, share: 0.72, background: accent },
  { file: 'apple-touch-180.png', size: 180, svg: inverse, share: 0.84, background: accent },
];

const browser = await chromium.launch({ executablePath: findChrome(), args: chromeArguments });
try {
  for (const { file, size, svg, share, background = 'transparent' } of icons) {
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    await page.setContent(`<style>
      body { margin: 0; display: grid; place-items: center; height: 100vh; overflow: hidden; background: ${background} }
      svg { width: ${share * 100}vw; height: ${share * 100}vw }
    </style>${svg}`);
    writeFileSync(new URL(file, folder), await page.screenshot({ omitBackground: true }));
    await page.close();
  }
} finally {
  await browser.close();
}
