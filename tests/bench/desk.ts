/**
 * The desk of a 40,000-word focus group with 5,000 codings of one's own, beside the same one with none, in turns, in
 * a real browser on the built application.
 */
import type { Browser } from "@playwright/test"
import { startLiveServer } from "../support/liveServer"
import { importTranscript, makeStudy, type Study } from "../support/study"
import { launchBrowser, signedIn } from "./browser"
import { codeByKey, openDesk } from "./deskPage"
import { codeAtRandom, longTranscript } from "./longGroup"
import { median, quantile } from "./measure"
import { scrollThrough } from "./scrolling"

const CODINGS = 5_000
const CODES = 60
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 5)
const KEYS = 10

type Desk = "none" | "many"
type Figures = Record<"readable" | "painted" | "select" | "code" | "frames", Record<Desk, number[]>>

export async function benchDesk(): Promise<void> {
  const server = await startLiveServer({ node: [] })
  const browser = await launchBrowser()
  try {
    const study = await makeStudy(server)
    const desks = await makeDesks(server, study)
    const figures = await measure(browser, server.address, study, desks)
    print(figures)
  } finally {
    await browser.close()
    await server.stop()
  }
}

async function makeDesks(
  server: Parameters<typeof importTranscript>[0],
  study: Study,
): Promise<Record<Desk, string>> {
  const { owner, ben, project } = study
  const codes: string[] = []
  for (let at = 0; at < CODES; at++) {
    const { id } = await owner.ask("POST", `/api/projects/${project}/codes`, { name: `code ${at}` })
    codes.push(id)
  }
  const text = longTranscript()
  const made = async () => importTranscript(server, owner, project, text, [owner.id, ben.id])
  const desks = { none: await made(), many: await made() }
  await codeAtRandom(owner, desks.many, codes, CODINGS)
  return desks
}

async function measure(
  browser: Browser,
  address: string,
  study: Study,
  desks: Record<Desk, string>,
): Promise<Figures> {
  const figures = Object.fromEntries(
    ["readable", "painted", "select", "code", "frames"].map((name) => [name, { none: [], many: [] }]),
  ) as unknown as Figures
  const context = await signedIn(browser, address, study.owner)
  for (let round = 0; round <= ROUNDS; round++) {
    for (const desk of ["none", "many"] as const) {
      // What closing the page before costs the server is not what opening this one does.
      await new Promise((resolve) => setTimeout(resolve, 1_500))
      const path = `/projects/${study.project}/sources/${desks[desk]}/code`
      const { page, readable, painted } = await openDesk(context, path)
      // The first of each only warms the server and the browser's cache.
      if (round > 0) {
        await page.waitForTimeout(1_500)
        const { select, code } = await codeByKey(page, KEYS)
        for (let made = 0; made < KEYS; made++) await page.keyboard.press("Control+z")
        const frames = await scrollThrough(page, "main.page")
        const add = (name: keyof Figures, values: readonly number[]) => figures[name][desk].push(...values)
        add("readable", [readable])
        add("painted", [painted])
        add("select", select)
        add("code", code)
        add("frames", frames)
      }
      await page.close()
    }
  }
  return figures
}

function print({ readable, painted, select, code, frames }: Figures): void {
  const ms = (value: number) => `${value.toFixed(0)} ms`
  const beside = (name: string, { none, many }: Record<Desk, number[]>, target = "") =>
    console.log(
      `  ${name.padEnd(22)} ${ms(median(many)).padStart(8)}  with none ${ms(median(none)).padStart(8)}` +
        `  × ${(median(many) / median(none)).toFixed(2)}${target}`,
    )
  console.log(`the desk of 40,000 words with ${CODINGS} codings, medians of ${ROUNDS} turns each`)
  beside("readable after", readable, "  (target: 1,000 ms)")
  console.log(`  codings painted after  ${ms(median(painted.many)).padStart(8)}`)
  beside("key to paint, selecting", select)
  beside("key to paint, coding", code, "  (target: × 1.2)")
  beside("a frame of scrolling", frames)
  for (const desk of ["none", "many"] as const) {
    const long = frames[desk].filter((frame) => frame > 50).length
    const worst = ms(Math.max(...frames[desk]))
    console.log(
      `  ${long} of ${frames[desk].length} frames over 50 ms with ${desk}; 99 of 100 within ${ms(quantile(frames[desk], 0.99))}, worst ${worst}`,
    )
  }
}
