/**
 * Opens Binôme without a network. Keeps the app's own files and one empty page that holds nothing of anybody: what a
 * member works on is read by that page from the member's own storage. Answers of the API, pages with content and
 * recordings pass through and are kept by nobody (B20).
 *
 * The browser says which build's worker answers: a newer one waits for as long as the older has anything to do. So
 * every worker answers alike. Each build has a store of files; the empty page is one, whichever build kept it last.
 */
const PREFIX = "binome-app-"
const PAGES = "binome-page"
const build = new URL(location.href).searchParams.get("build")
const current = PREFIX + build
const EMPTY_PAGE = "/offline"
/** Builds whose files stay: this one, and those before of which pages may still be open. */
const BUILDS_KEPT = 3
const DESK_PATIENCE_MS = 15_000
const PATIENCE_MS = 60_000
/** For a file that is fetched to be kept, to its last byte. */
const KEEPING_MS = 120_000

addEventListener("install", () => skipWaiting())
addEventListener("activate", (event) => event.waitUntil(Promise.all([askAhead(), clients.claim()])))
addEventListener("message", (event) => event.waitUntil(keepFor(event.data).catch(() => {})))
addEventListener("fetch", (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== "GET" || origin !== location.origin) return
  // A participant's page is none of the app's: nothing of it is looked at here.
  if (pathname === "/relire" || pathname.startsWith("/relire/")) return
  if (request.mode === "navigate") event.respondWith(page(event, pathname))
  else if (isOwnFile(pathname)) event.respondWith(file(request))
})

/** Has the browser ask for a page while it starts this worker, which takes it longer than the server takes to answer. */
async function askAhead() {
  await registration.navigationPreload?.enable()
}

/** What was asked for ahead; a browser that does not ask ahead has it asked for now. */
async function answered({ request, preloadResponse }) {
  return (await preloadResponse) ?? fetch(request)
}

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
  if (isTheFile(answer)) {
    const copy = answer.clone()
    caches
      .open(current)
      .then((store) => store.put(request, copy))
      .catch(() => {})
  }
  return answer
}

/** A page in a file's place is not ours: a hotel's portal answers everything with its own. */
function isTheFile(answer) {
  const type = answer.headers.get("content-type") ?? ""
  return (
    answer.status === 200 && answer.type === "basic" && !answer.redirected && !type.startsWith("text/html")
  )
}

/** The network first; the empty page where nobody answers, or a server that is not up. */
async function page(event, pathname) {
  // What is taken out of a project may be long in the making.
  if (pathname.startsWith("/api/")) return answered(event).catch(() => emptyPage())
  try {
    const isWork = /\/(code|transcribe|live)$/.test(pathname)
    const answer = await answerWithin(isWork ? DESK_PATIENCE_MS : PATIENCE_MS, event)
    return [502, 503, 504].includes(answer.status) ? await emptyPage(answer) : answer
  } catch {
    return emptyPage()
  }
}

/**
 * Gives up waiting where no answer begins; one that has begun takes its time. The request goes out as it is: a changed
 * one would be no navigation any more, and come without its cookies from a link elsewhere.
 */
async function answerWithin(patience, event) {
  let timer
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error("no answer")), patience)
  })
  return Promise.race([answered(event), late]).finally(() => clearTimeout(timer))
}

/** The empty page that was kept last, by whichever build; else what there is. */
async function emptyPage(otherwise) {
  return (await lastPage().catch(() => undefined)) ?? otherwise ?? sentence()
}

async function lastPage() {
  const store = await caches.open(PAGES)
  const last = (await store.keys()).at(-1)
  return last && store.match(last)
}

/** Keeps what a page of this build has loaded, and with it the empty page in its language: the one that opens. */
async function keepFor({ language, files }) {
  const store = await caches.open(current)
  await Promise.allSettled(files.map((name) => keepFile(store, name)))
  const pages = await caches.open(PAGES)
  const address = `${EMPTY_PAGE}?language=${language}&build=${build}`
  const kept = await pages.keys()
  if (kept.length === 1 && kept[0].url === new URL(address, location.origin).href) return
  const answer = await fetch(address, { cache: "no-store", signal: AbortSignal.timeout(KEEPING_MS) })
  const text = await answer.clone().text()
  // A server of another build answers with its own page: that one's worker keeps it.
  const isOurs = text.includes("data-empty-page") && text.includes(`data-build="${build}"`)
  if (answer.status !== 200 || !isOurs) return
  // Without one of its files it would not open.
  await Promise.all(
    [...new Set(text.match(/\/_next\/static\/[^"'\\ )?]+/g))].map((name) => keepFile(store, name)),
  )
  // Put again, so that it stands last, before the others go: there is one at every moment.
  await pages.put(address, answer)
  for (const request of await pages.keys()) {
    if (request.url !== new URL(address, location.origin).href) await pages.delete(request)
  }
  await forgetOlder()
}

async function keepFile(store, name) {
  if (!isOwnFile(new URL(name, location.origin).pathname) || (await store.match(name))) return
  // An older store goes with its build: what the two have in common is copied.
  const answer =
    (await caches.match(name)) ?? (await fetch(name, { signal: AbortSignal.timeout(KEEPING_MS) }))
  if (!isTheFile(answer)) throw new Error(`not the file: ${name}`)
  await store.put(name, answer)
}

/** Once the empty page is this build's: until then an older store may be all that opens without a network. */
async function forgetOlder() {
  const others = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== current)
  await Promise.all(others.slice(0, 1 - BUILDS_KEPT).map((name) => caches.delete(name)))
}

/** Where not even the empty page is here. */
function sentence() {
  const body = `<!doctype html><html lang="fr"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Binôme</title><body style="font:1.1rem/1.5 system-ui,sans-serif;max-width:34rem;margin:20vh auto;padding:0 1rem">
<p>Binôme a besoin du réseau pour s’ouvrir ici. Rechargez cette page dès qu’il est revenu.</p>
<p lang="en">Binôme needs the network to open here. Reload this page as soon as it is back.</p>`
  return new Response(body, { status: 503, headers: { "content-type": "text/html; charset=utf-8" } })
}
