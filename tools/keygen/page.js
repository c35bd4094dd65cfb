// What the benchmark's page runs: makes a key in one way or another and looks at the clock. The ways
// must be measured in one page, one at a time: only then do their times compare.
import init, { Engine, kernelRuns } from '/client/keygen.js';

await init();
const files = await releaseFiles();
const oneCore = { ...files.engine, script: await withOneCore(files.engine.script) };

// By the names that variants.mjs knows them by.
const makers = {
  'fused': ours(files.engine, files.fused),
  'portable': ours(files.engine, files.portable),
  'fused, one': ours(oneCore, files.fused),
  'portable, one': ours(oneCore, files.portable),
  'crate': ours(files.engine),
  'webcrypto': webCrypto,
  'forge': forge(),
};

for (const kernel of ['fused', 'portable']) {
  if (!kernelRuns(kernel)) throw new Error(`this browser cannot run the ${kernel} kernel`);
}

const longTasks = [];
new PerformanceObserver((list) => longTasks.push(...list.getEntries())).observe({ type: 'longtask' });
const oursAtWork = [];

window.bench = {
  // Makes a key, and tells how long it took from the request to the answer.
  async make(name, bits) {
    const start = performance.now();
    const { measuredBits, tests, expected, isOurs } = await makers[name](bits);
    const end = performance.now();
    if (isOurs) oursAtWork.push({ start, end });
    // Not part of the time: whether it is the key that was asked for.
    const made = await measuredBits();
    if (made !== bits) throw new Error(`${name} made a key of ${made} bits instead of ${bits}`);
    return { took: end - start, tests, expected };
  },

  // The longest task of the page's thread while ours were at work; 0 when there was none over 50 ms.
  async longestTask() {
    // Long tasks are told with some delay.
    await new Promise((resolve) => setTimeout(resolve, 300));
    const meanwhile = longTasks.filter(({ startTime, duration }) =>
      oursAtWork.some(({ start, end }) => startTime < end && startTime + duration > start));
    return Math.max(0, ...meanwhile.map(({ duration }) => duration));
  },
};

// The release's own engine. Without searchers its key workers make RSA keys with the plain crate.
function ours(engine, searcher) {
  const line = new Engine(engine.script, engine.module, searcher?.script, searcher?.module);
  return async (bits) => {
    const publicKey = await line.key(`RSA ${bits}`);
    const { tests, expected } = line;
    return { measuredBits: () => modulusLength(publicKey), tests, expected, isOurs: Boolean(searcher) };
  };
}

async function webCrypto(bits) {
  const how = { name: 'RSASSA-PKCS1-v1_5', modulusLength: bits, publicExponent: new Uint8Array([1, 0, 1]), hash: 'SHA-256' };
  const { publicKey } = await crypto.subtle.generateKey(how, true, ['sign', 'verify']);
  return { measuredBits: () => publicKey.algorithm.modulusLength };
}

function forge() {
  const worker = new Worker('/keygen/forge.js');
  return async (bits) => {
    const made = await new Promise((resolve, reject) => {
      worker.onmessage = ({ data }) => resolve(data);
      worker.onerror = ({ message }) => reject(new Error(message));
      worker.postMessage(bits);
    });
    return { measuredBits: () => made };
  };
}

// Where the release's page says that its workers' files are.
async function releaseFiles() {
  const base = new URL('/dist/', location);
  const html = await (await fetch(new URL('index.html', base))).text();
  const page = new DOMParser().parseFromString(html, 'text/html');
  const address = (selector, attribute) => new URL(page.querySelector(selector).getAttribute(attribute), base).href;
  const searcher = (name) => ({
    script: address(`meta[name="searcher-${name}-script"]`, 'content'),
    module: address(`meta[name="searcher-${name}-module"]`, 'content'),
  });
  return {
    engine: { script: address('#engine-script', 'href'), module: address('#engine-module', 'href') },
    fused: searcher('fused'),
    portable: searcher('portable'),
  };
}

// The same script, on a machine that says it has one core: the engine then starts one searcher.
async function withOneCore(script) {
  const lie = "Object.defineProperty(WorkerNavigator.prototype, 'hardwareConcurrency', { value: 1 });\n";
  const source = await (await fetch(script)).text();
  return URL.createObjectURL(new Blob([lie, source], { type: 'text/javascript' }));
}

async function modulusLength(pem) {
  const der = Uint8Array.from(atob(pem.replace(/-----[^-]+-----|\s/g, '')), (char) => char.charCodeAt(0));
  const how = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
  return (await crypto.subtle.importKey('spki', der, how, true, ['verify'])).algorithm.modulusLength;
}
