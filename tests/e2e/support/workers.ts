// The page's workers. Playwright sees those that the engine starts, too.
import { expect, type Page, type Worker } from '@playwright/test';

/** The engine's worker: alive, and not the one before a crash. */
export async function engine(page: Page): Promise<Worker> {
  const [worker] = await named(page, 'engine', 1);
  return worker;
}

/** As many as a set has keys, if the machine has as many cores. */
export async function keyWorkers(page: Page): Promise<Worker[]> {
  return named(page, 'key', await seats(page));
}

export async function seats(page: Page): Promise<number> {
  return Math.min(3, await page.evaluate(() => navigator.hardwareConcurrency));
}

/** As many as search for primes, where the machine has not more cores than that. */
export async function searchers(page: Page): Promise<number> {
  return Math.min(8, await page.evaluate(() => navigator.hardwareConcurrency));
}

/** The workers that search for primes, or wait to do so. They start with the first RSA key. */
export async function searching(page: Page): Promise<Worker[]> {
  const workers = page.workers();
  const names = await Promise.all(workers.map((worker) => nameOf(worker)));
  return workers.filter((_, index) => names[index] === 'searcher');
}

/** Makes a worker fail as it would by a mistake of ours. */
export async function crash(worker: Worker): Promise<void> {
  await worker.evaluate(() => {
    setTimeout(() => {
      throw new Error('boom');
    });
  });
}

/** The next order makes the worker fail. A worker that makes a key listens to nobody, so this comes before. */
export async function crashAtNextOrder(worker: Worker): Promise<void> {
  await worker.evaluate(() => {
    self.onmessage = () => {
      throw new Error('boom');
    };
  });
}

/** From now on every key worker fails at whatever it is told, the fresh ones too, until `mend` is called. */
export async function crashAtEveryOrder(engine: Worker): Promise<() => Promise<void>> {
  await engine.evaluate(() => {
    const real = Worker.prototype.postMessage;
    Object.assign(self, { mend: () => (Worker.prototype.postMessage = real) });
    Worker.prototype.postMessage = function () {
      setTimeout(() => this.dispatchEvent(new ErrorEvent('error', { message: 'boom', cancelable: true })));
    };
  });
  return () => engine.evaluate(() => (self as any).mend() && undefined);
}

/** The key workers take no orders, so that work goes on until it is cancelled: then fresh ones come. */
export async function stall(page: Page): Promise<void> {
  for (const worker of await keyWorkers(page)) {
    await worker.evaluate(() => {
      self.onmessage = () => {};
    });
  }
}

// The name is set when the worker starts. One that was just ended may still be listed and answers no more.
async function named(page: Page, name: string, count: number): Promise<Worker[]> {
  let found: Worker[] = [];
  await expect(async () => {
    // One that is asked while it starts may never answer Playwright.
    expect(page.workers().length).toBeGreaterThan(await seats(page));
    const names = await Promise.all(page.workers().map((worker) => nameOf(worker)));
    found = page.workers().filter((_, index) => names[index] === name);
    expect(found).toHaveLength(count);
  }).toPass({ timeout: 15_000 });
  return found;
}

async function nameOf(worker: Worker): Promise<string> {
  const silence = new Promise<string>((resolve) => setTimeout(resolve, 2_000, ''));
  // Only one whose program runs counts: `boot` comes with its first message.
  return Promise.race([worker.evaluate(() => ('boot' in self ? self.name : '')).catch(() => ''), silence]);
}
