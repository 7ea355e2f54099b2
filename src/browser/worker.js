// The service worker: one complete, checked copy of the app on this device, so that it opens with
// no network. `cargo xtask app` fills in the build and its files and writes the result to /sw.js.

const BUILD = "@build@";
const CACHE = `throughline-${BUILD}`;

// Each file's path on the server, with the SHA-256 of its bytes in hexadecimal.
const FILES = {/* @files@ */};

self.addEventListener("install", (event) => event.waitUntil(keepAll()));
self.addEventListener("activate", (event) => event.waitUntil(takeCharge()));

// A new version waits until the app says that everything is stored and it may be replaced.
self.addEventListener("message", (event) => {
  if (event.data?.type === "take-over") event.waitUntil(self.skipWaiting());
});

self.addEventListener("fetch", (event) => {
  const path = pathInBuild(event.request);
  if (path) event.respondWith(fromCache(path, event.request));
});

// All or nothing: when one file is missing or wrong there is no new version, and the one before
// stays as it is.
async function keepAll() {
  try {
    const checked = await Promise.all(Object.keys(FILES).map(fetchChecked));
    const cache = await caches.open(CACHE);
    await Promise.all(checked.map(({ path, copy }) => cache.put(path, copy)));
  } catch (reason) {
    await caches.delete(CACHE);
    throw reason;
  }
}

// The page has just loaded most of these files, so the browser's own cache is asked first; the
// digest tells whether its copy is the right one. Only a wrong copy is fetched over the line again.
async function fetchChecked(path) {
  for (const cache of ["default", "reload"]) {
    const response = await fetch(path, { cache, credentials: "same-origin" });
    const bytes = await response.arrayBuffer();
    if (response.ok && (await digest(bytes)) === FILES[path]) {
      return { path, copy: new Response(bytes, { headers: headersOf(response) }) };
    }
  }
  throw new Error(`${path} is not the file that build ${BUILD} was made with`);
}

async function digest(bytes) {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

// The bytes are kept unpacked, so the headers that describe the packed ones must go.
function headersOf(response) {
  const headers = new Headers(response.headers);
  headers.delete("content-encoding");
  headers.delete("content-length");
  return headers;
}

async function takeCharge() {
  const names = await caches.keys();
  const older = names.filter((name) => name.startsWith("throughline-") && name !== CACHE);
  await Promise.all(older.map((name) => caches.delete(name)));
  // The very first page is ours too, so that already its first reload works offline.
  await self.clients.claim();
}

// Which of our files answers this request; undefined when it is the network's business.
function pathInBuild(request) {
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return undefined;
  if (url.pathname === "/api" || url.pathname.startsWith("/api/")) return undefined;
  // Every address of the app is drawn by the same page.
  const path = request.mode === "navigate" ? "/index.html" : url.pathname;
  return Object.hasOwn(FILES, path) ? path : undefined;
}

async function fromCache(path, request) {
  const cache = await caches.open(CACHE);
  return (await cache.match(path)) ?? fetch(request);
}
