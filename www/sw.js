// The offline copy. tools/finish.mjs fills in the two constants; VERSION changes with any file's content.
const VERSION = '%VERSION%';
// path: hash of its content. The page itself is './', since some hosts redirect its file name.
const FILES = %FILES%;

// Another copy of the page may live on this host under another path: the scope tells their caches apart.
const SCOPE = new URL(self.registration.scope).pathname;
const CACHE = `certwright-${VERSION}@${SCOPE}`;
const ours = (name) => name.startsWith('certwright-') && name.endsWith(`@${SCOPE}`);
const address = (path) => new URL(path, self.registration.scope).href;
const precached = new Set(Object.keys(FILES).map(address));

// What the page has just loaded is asked about and not loaded again; the hashes decide what is kept.
// All or nothing: addAll rejects if one file fails or is not what was built (a host in the middle of
// an upload, say), and then the version before stays in charge.
self.addEventListener('install', (event) => {
  const requests = Object.entries(FILES).map(
    ([path, integrity]) => new Request(address(path), { cache: 'no-cache', integrity }),
  );
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(requests)));
});

// Runs at the first visit, or once a new version was accepted: until then the old cache is whole.
self.addEventListener('activate', (event) => {
  event.waitUntil((async () => {
    const old = (await caches.keys()).filter((name) => ours(name) && name !== CACHE);
    await Promise.all(old.map((name) => caches.delete(name)));
    await self.clients.claim(); // a first visit works offline without a reload
  })());
});

// A new version is offered by the page, never forced.
self.addEventListener('message', (event) => {
  if (event.data?.type === 'SKIP_WAITING') self.skipWaiting();
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET') return;
  const url = new URL(request.url);
  url.hash = url.search = '';
  const wanted = url.href === address('index.html') ? address('./') : url.href;
  if (!precached.has(wanted)) return; // not ours: the network answers, or nobody does
  event.respondWith(answer(wanted, request));
});

async function answer(wanted, request) {
  const cache = await caches.open(CACHE);
  // Browsers may throw single files away; then the network is still there.
  return (await cache.match(wanted, { ignoreVary: true })) ?? fetch(request);
}
