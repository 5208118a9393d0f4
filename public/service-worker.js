/**
 * Opens Binôme without a network. Keeps the app's own files and one empty page that holds nothing of anybody: what a
 * member works on is read by that page from the member's own storage. Answers of the API, pages with content and
 * recordings pass through and are kept by nobody (B20). One store a build; the one before stays for pages still open.
 */
const PREFIX = "binome-app-"
const current = PREFIX + new URL(location.href).searchParams.get("build")
const EMPTY_PAGE = "/offline"
const PATIENCE_MS = 15_000

addEventListener("install", () => skipWaiting())
addEventListener("activate", (event) => event.waitUntil(forgetOlder().then(() => clients.claim())))
addEventListener("message", (event) => event.waitUntil(keepFor(event.data).catch(() => {})))
addEventListener("fetch", (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== "GET" || origin !== location.origin) return
  if (request.mode === "navigate") event.respondWith(page(request, pathname))
  else if (isOwnFile(pathname)) event.respondWith(file(request))
})

function isOwnFile(pathname) {
  return (
    pathname.startsWith("/_next/static/") || pathname === "/icon.svg" || pathname === "/manifest.webmanifest"
  )
}

/** From the store where it is there: names of built files change with their content. */
async function file(request) {
  const kept = await caches.match(request).catch(() => undefined)
  if (kept) return kept
  const answer = await fetch(request)
  // A device without room keeps nothing; the page gets its file all the same.
  if (isTheFile(answer)) putInto(current, request, answer.clone()).catch(() => {})
  return answer
}

async function putInto(name, request, answer) {
  await (await caches.open(name)).put(request, answer)
}

/** A page in a file's place is not ours: a hotel's portal answers everything with its own. */
function isTheFile(answer) {
  const type = answer.headers.get("content-type") ?? ""
  return (
    answer.status === 200 && answer.type === "basic" && !answer.redirected && !type.startsWith("text/html")
  )
}

/** The network first; the empty page where nobody answers, or a server that is not up. */
async function page(request, pathname) {
  const patience = pathname.endsWith("/code") ? AbortSignal.timeout(PATIENCE_MS) : undefined
  try {
    const answer = await withPatience(fetch(request), patience)
    const isDown = [502, 503, 504].includes(answer.status) && !pathname.startsWith("/api/")
    return (isDown && (await emptyPage())) || answer
  } catch {
    return (await emptyPage()) ?? sentence()
  }
}

function withPatience(answer, signal) {
  if (!signal) return answer
  return Promise.race([answer, new Promise((_, reject) => signal.addEventListener("abort", reject))])
}

/** The empty page in the language spoken last, of the newest build that has one. */
async function emptyPage() {
  for (const name of await storesNewestFirst()) {
    const store = await caches.open(name)
    const last = (await store.keys()).findLast(({ url }) => new URL(url).pathname === EMPTY_PAGE)
    if (last) return store.match(last)
  }
  return undefined
}

async function keepFor({ language, files }) {
  const store = await caches.open(current)
  const address = `${EMPTY_PAGE}?language=${language}`
  const kept = await store.match(address)
  await Promise.all(files.map((name) => keepFile(store, name)))
  // Put again, so that it stands last: the language spoken now.
  if (kept) return store.put(address, kept)
  const answer = await fetch(address, { cache: "no-store" })
  const text = await answer.clone().text()
  if (answer.status !== 200 || !text.includes("data-empty-page")) return
  await Promise.all(
    [...new Set(text.match(/\/_next\/static\/[^"'\\ )?]+/g))].map((name) => keepFile(store, name)),
  )
  await store.put(address, answer)
}

async function keepFile(store, name) {
  if (!isOwnFile(new URL(name, location.origin).pathname) || (await store.match(name))) return
  // An older store goes with its build: what the two have in common is copied.
  const answer = (await caches.match(name)) ?? (await fetch(name))
  if (isTheFile(answer)) await store.put(name, answer)
}

async function storesNewestFirst() {
  const others = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== current)
  return [current, ...others.reverse()]
}

async function forgetOlder() {
  const [, , ...older] = await storesNewestFirst()
  await Promise.all(older.map((name) => caches.delete(name)))
}

/** Where not even the empty page is here. */
function sentence() {
  const body = `<!doctype html><html lang="fr"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Binôme</title><body style="font:1.1rem/1.5 system-ui,sans-serif;max-width:34rem;margin:20vh auto;padding:0 1rem">
<p>Binôme a besoin du réseau pour s’ouvrir ici. Rechargez cette page dès qu’il est revenu.</p>
<p lang="en">Binôme needs the network to open here. Reload this page as soon as it is back.</p>`
  return new Response(body, { status: 503, headers: { "content-type": "text/html; charset=utf-8" } })
}
