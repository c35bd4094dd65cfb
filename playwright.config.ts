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
