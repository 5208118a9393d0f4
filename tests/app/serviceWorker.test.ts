import { afterEach, describe, expect, it, vi } from "vitest"
import { browserWithWorkers, type Server } from "../support/workerOfBuild"

const desk = "/projects/p/sources/s/code"
const scriptOf = (build: string) => `/_next/static/chunks/${build}.js`

/** A server that runs one build: its empty page asks for one file. */
function serverOf(build: string, gone: readonly string[] = []): Server {
  return (path) => {
    const { pathname, searchParams } = new URL(path, "http://any")
    if (gone.includes(pathname)) return new Response("gone", { status: 404 })
    if (pathname === "/offline") {
      const language = searchParams.get("language")
      return html(`<html lang="${language}" data-build="${build}"><div data-empty-page="">
        <script src="${scriptOf(build)}"></script>`)
    }
    if (pathname === scriptOf(build)) return new Response(`/* ${build} */`)
    return pathname.startsWith("/_next/") ? new Response("", { status: 404 }) : html("a page with content")
  }
}

function html(text: string, status = 200) {
  return new Response(text, { status, headers: { "content-type": "text/html" } })
}

const cut: Server = () => null
const silent: Server = () => new Promise<null>(() => {})

describe("[S30] the workers of two builds", () => {
  it("open the page of the newer one without a network, whichever of them the browser asks", async () => {
    const browser = browserWithWorkers()
    const older = browser.start("older")
    browser.serve(serverOf("older"))
    await older.keep("fr", [])
    const newer = browser.start("newer")
    browser.serve(serverOf("newer"))
    await newer.keep("fr", [])
    browser.serve(cut)
    for (const worker of [older, newer]) {
      expect(await textOf(worker.ask(desk, "navigate"))).toContain('data-build="newer"')
      // The page of the older build that is still open has its files too.
      for (const build of ["older", "newer"])
        expect(await textOf(worker.ask(scriptOf(build), "no-cors"))).toBe(`/* ${build} */`)
    }
  })

  it("go back with a server that goes back to the older build", async () => {
    const browser = browserWithWorkers()
    for (const build of ["older", "newer", "older"]) {
      browser.serve(serverOf(build))
      await browser.start(build).keep("fr", [])
    }
    browser.serve(cut)
    expect(await textOf(browser.start("newer").ask(desk, "navigate"))).toContain('data-build="older"')
  })

  it("keep no page of another build, and none of which a file is missing", async () => {
    const browser = browserWithWorkers()
    browser.serve(serverOf("older"))
    await browser.start("older").keep("fr", [])
    browser.serve(serverOf("newer"))
    // A page of the older build that is still open changes its language.
    await browser.start("older").keep("en", [])
    browser.serve(serverOf("newer", [scriptOf("newer")]))
    await browser.start("newer").keep("fr", [])
    browser.serve(() => html("Welcome to the Wi-Fi of the hotel"))
    await browser.start("newer").keep("fr", [])
    browser.serve(cut)
    const opened = await textOf(browser.start("newer").ask(desk, "navigate"))
    expect(opened).toContain('lang="fr" data-build="older"')
  })

  it("lose no page that opens to builds of which none was ever loaded", async () => {
    const browser = browserWithWorkers()
    browser.serve(serverOf("first"))
    await browser.start("first").keep("fr", [])
    for (const build of ["second", "third", "fourth"]) {
      browser.serve((path) => (path.startsWith("/offline") ? null : serverOf(build)(path)))
      const worker = browser.start(build)
      await worker.ask(scriptOf(build), "no-cors")
      await worker.keep("fr", [scriptOf(build)])
    }
    browser.serve(cut)
    const last = browser.start("fourth")
    expect(await textOf(last.ask(desk, "navigate"))).toContain('data-build="first"')
    expect(await textOf(last.ask(scriptOf("first"), "no-cors"))).toBe("/* first */")

    // Once the last is what opens, the oldest go.
    browser.serve(serverOf("fourth"))
    await last.keep("fr", [])
    expect(browser.stores().filter((name) => name !== "binome-page")).toEqual(
      ["second", "third", "fourth"].map((build) => `binome-app-${build}`),
    )
    browser.serve(cut)
    expect(await textOf(last.ask(desk, "navigate"))).toContain('data-build="fourth"')
  })

  it("open it in the language spoken last", async () => {
    const browser = browserWithWorkers()
    browser.serve(serverOf("one"))
    const worker = browser.start("one")
    for (const language of ["fr", "en", "fr"]) await worker.keep(language, [])
    browser.serve(cut)
    expect(await textOf(worker.ask(desk, "navigate"))).toContain('lang="fr"')
  })
})

describe("[S30] a worker", () => {
  afterEach(() => vi.useRealTimers())

  it("answers with the empty page where nobody does, sooner at a desk, and leaves what has begun its time", async () => {
    vi.useFakeTimers()
    const browser = browserWithWorkers()
    browser.serve(serverOf("one"))
    const worker = browser.start("one")
    await worker.keep("fr", [])
    browser.serve(silent)
    const opened = { desk: "", list: "" }
    void textOf(worker.ask(desk, "navigate")).then((text) => Object.assign(opened, { desk: text }))
    void textOf(worker.ask("/projects", "navigate")).then((text) => Object.assign(opened, { list: text }))
    await vi.advanceTimersByTimeAsync(14_000)
    expect(opened).toEqual({ desk: "", list: "" })
    await vi.advanceTimersByTimeAsync(2_000)
    expect([opened.desk.includes("data-empty-page"), opened.list]).toEqual([true, ""])
    await vi.advanceTimersByTimeAsync(45_000)
    expect(opened.list).toContain("data-empty-page")
  })

  it("passes on what the server says, and keeps none of it", async () => {
    const browser = browserWithWorkers()
    const worker = browser.start("one")
    browser.serve(serverOf("one"))
    expect(await textOf(worker.ask(desk, "navigate"))).toBe("a page with content")
    expect(worker.ask("/api/me", "no-cors")).toBeNull()
    expect(browser.stores()).toEqual([])
    browser.serve(() => html("Service unavailable", 503))
    expect(await textOf(worker.ask(desk, "navigate"))).toBe("Service unavailable")
    expect(await textOf(worker.ask("/api/projects/p/export", "navigate"))).toBe("Service unavailable")
    browser.serve(cut)
    expect(await textOf(worker.ask(desk, "navigate"))).toContain("Rechargez cette page")
  })
})

async function textOf(answer: Promise<Response> | null): Promise<string> {
  return (await answer!).text()
}
