import { defineConfig } from '@playwright/test';
import { chromeArguments, findChrome } from './tools/chromium.mjs';

const port = Number(process.env.E2E_PORT || 4173);
const executablePath = findChrome();
if (!executablePath) {
  throw new Error('No Chromium or Chrome found. Run tools/setup.sh test, or name one: CHROME=/path/to/chrome');
}

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'target/e2e',
  forbidOnly: !!process.env.CI,
  retries: 0, // a test that passes only sometimes has found something
  workers: 2,
  reporter: 'line',
  timeout: 60_000, // bounds, not measures: the machine may be busy
  expect: { timeout: 15_000 },
  // What is measured has the machine to itself: it comes when all else is over, whatever that said.
  projects: [
    { name: 'stories', testIgnore: 'smooth.spec.ts', teardown: 'measured' },
    { name: 'measured', testMatch: 'smooth.spec.ts' },
  ],
  use: {
    baseURL: `http://localhost:${port}`,
    launchOptions: { executablePath, args: chromeArguments },
  },
  webServer: {
    command: 'node tools/serve.mjs',
    env: { PORT: String(port) },
    url: `http://localhost:${port}`,
    reuseExistingServer: false, // it might serve another checkout
  },
});
