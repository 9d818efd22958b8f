// The worker behind schools' own pages (/S/…). A page is fetched anew when there is signal; without, the copy that this
// phone kept is shown and says so. What was written without signal waits here and is sent once the signal is back.
// The server puts VERSION before this text; it changes with the files that pages are built with.
const CACHE = `school-${VERSION}`;
const PATIENCE = 6_000, PAGES = 12;
const QUEUE = "acknowledgements";

// Browsers without it wait as long as they always do.
const within = (wait) => AbortSignal.timeout?.(wait);
const isPage = (url) => /^\/S\/[^/.]+$/.test(url.pathname);

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(settle()));
self.addEventListener("fetch", (event) => {
  const { request } = event, url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin) return;
  if (request.mode === "navigate" && isPage(url)) event.respondWith(page(request, url));
  else if (url.pathname.startsWith("/static/")) event.respondWith(part(request));
});
self.addEventListener("sync", (event) => { if (event.tag === QUEUE) event.waitUntil(send()); });
self.addEventListener("message", (event) => event.waitUntil(answer(event.data).then((said) => event.ports[0]?.postMessage(said))));

async function settle() {
  for (const name of await caches.keys()) if (name.startsWith("school-") && name !== CACHE) await caches.delete(name);
  await clients.claim();
}

async function page(request, url) {
  const cache = await caches.open(CACHE);
  try {
    const answer = await fetch(request, { signal: within(PATIENCE) });
    if (answer.ok && !answer.redirected) {
      await cache.put(url.pathname, answer.clone());
      const pages = (await cache.keys()).filter((kept) => isPage(new URL(kept.url)));
      for (const old of pages.slice(0, -PAGES)) await cache.delete(old);
    }
    return answer;
  } catch (failure) {
    const kept = await cache.match(url.pathname);
    if (!kept) throw failure;
    const when = new Date(kept.headers.get("Date") ?? 0).toISOString();
    const html = (await kept.text()).replace("<html ", `<html data-kept="${when}" `);
    return new Response(html, { headers: kept.headers });
  }
}

async function part(request) {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(request);
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) await cache.put(request, answer.clone());
  return answer;
}

// What waits: a row for each school's page, { action, name, position, written_at }.
const store = async (mode) => {
  const db = await new Promise((done, failed) => {
    const asked = indexedDB.open("wian", 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore(QUEUE, { keyPath: "action" });
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => failed(asked.error);
  });
  return db.transaction(QUEUE, mode).objectStore(QUEUE);
};
const asked = (request) => new Promise((done, failed) => {
  request.onsuccess = () => done(request.result);
  request.onerror = () => failed(request.error);
});

async function keep(page) {
  const cache = await caches.open(CACHE);
  if (await cache.match(page)) return;
  const answer = await fetch(page, { signal: within(PATIENCE) });
  if (answer.ok && !answer.redirected) await cache.put(page, answer);
}

async function answer({ what, row, action, page }) {
  if (what === "keep") return keep(page).catch(() => {});
  if (what === "waits") return asked((await store("readonly")).get(action));
  if (what === "forget") return asked((await store("readwrite")).delete(action));
  if (what === "write") {
    // Kept before it is sent: a phone that dies in between still has it.
    await asked((await store("readwrite")).put(row));
    await registration.sync?.register(QUEUE).catch(() => {});
  }
  return send(row?.action ?? action);
}

// Sends what waits; tells of the one that is asked for: sent, refused, or waiting.
async function send(action) {
  let said = "none";
  for (const row of await asked((await store("readonly")).getAll())) {
    const { action: to, ...fields } = row;
    let outcome = "waits";
    try {
      const body = new URLSearchParams(fields);
      const answer = await fetch(to, { method: "POST", body, redirect: "manual", signal: within(PATIENCE) });
      if (answer.type === "opaqueredirect") outcome = "sent";
      else if (answer.status >= 400 && answer.status < 500 && answer.status !== 429) outcome = "refused";
    } catch { /* no signal: it waits on */ }
    if (outcome === "sent") await asked((await store("readwrite")).delete(to));
    if (to === action) said = outcome;
  }
  return said;
}
