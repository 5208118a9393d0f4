/**
 * The transcript page of a 40,000-word focus group of 1,500 turns, in turns with stock Tiptap and its collaboration
 * over the same words, without decorations and with as many as a coded transcript has, in one browser.
 */
import type { BrowserContext } from "@playwright/test"
import { type as write } from "../../core/ydoc/editing"
import { readTranscript } from "../../core/ydoc/source"
import { turnsOf } from "../../core/ydoc/turns"
import { startLiveServer } from "../support/liveServer"
import type { OpenedRoom } from "../support/person"
import { importTranscript, makeStudy } from "../support/study"
import { launchBrowser, signedIn } from "./browser"
import { hearKeys, openEditor, pressKeys, standIn } from "./editorPage"
import { longTranscript } from "./longGroup"
import { median, quantile } from "./measure"
import { type Peer, startPeer } from "./peer"
import { scrollThrough } from "./scrolling"

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 3)
const KEYS = 12
const ENTERS = 5
const CODINGS = 5_000
/** Of every so many turns one says when it begins. */
const TIMED_EVERY = 10
/** Somebody else writes in this turn, which the first screen shows. */
const THEIRS = 3

const editors = ["ours", "stock", "decorated"] as const
type EditorName = (typeof editors)[number]
const rows = {
  readable: "readable after",
  writable: "writable after",
  start: "key to paint, start",
  middle: "key to paint, middle",
  end: "key to paint, end",
  work: "main thread, a key",
  enter: "Enter to paint",
  remote: "main thread, their key",
  frames: "a frame of scrolling",
} as const
type Row = keyof typeof rows
type Figures = Readonly<Record<EditorName, Readonly<Record<Row | "turns" | "pieces", number[]>>>>

/** What is measured of one editor. */
interface Measured {
  readonly address: string
  /** Writes a letter as somebody else. */
  readonly write: () => void
}

export async function benchEditor(): Promise<void> {
  const server = await startLiveServer({ node: [] })
  const browser = await launchBrowser()
  const peer = await startPeer()
  let theirs: OpenedRoom | null = null
  try {
    const { owner, ben, project } = await makeStudy(server)
    const text = longTranscript(TIMED_EVERY)
    const source = await importTranscript(server, owner, project, text, [owner.id, ben.id])
    await owner.ask("POST", `/api/sources/${source}/transcribing`)
    theirs = await ben.room(`source/${source}`)
    const { doc } = theirs
    const { turns } = readTranscript(doc)
    const timed = turns.filter(({ startMs }) => startMs !== null).length
    console.log(
      `the transcript page with ${turns.length} turns, ${timed} with a time, medians of ${ROUNDS} turns each, in turns with`,
    )
    console.log("  stock Tiptap and its collaboration over the same words, and that with 5,000 decorations")
    const measured: Record<EditorName, Measured> = {
      ours: {
        address: `/projects/${project}/sources/${source}/transcribe`,
        write: () => write(doc, turnsOf(doc)[THEIRS]!.from + 3, "x"),
      },
      stock: peerWith(peer, 0),
      decorated: peerWith(peer, CODINGS),
    }
    print(await measure(await signedIn(browser, server.address, owner), measured, turns.length))
  } finally {
    theirs?.close()
    await browser.close()
    await peer.stop()
    await server.stop()
  }
}

function peerWith(peer: Peer, decorations: number): Measured {
  return { address: peer.address(decorations), write: () => peer.write(THEIRS, "x") }
}

async function measure(
  context: BrowserContext,
  measured: Record<EditorName, Measured>,
  turns: number,
): Promise<Figures> {
  const none = () =>
    Object.fromEntries([...Object.keys(rows), "turns", "pieces"].map((row) => [row, [] as number[]]))
  const figures = { ours: none(), stock: none(), decorated: none() } as unknown as Figures
  for (let round = 0; round <= ROUNDS; round++) {
    for (const name of editors) {
      const { address, write } = measured[name]
      const opened = await openEditor(context, address)
      // The first of each only warms the server and the browser's cache.
      if (round > 0) {
        const add = (row: keyof Figures[EditorName], ...values: readonly number[]) =>
          figures[name][row].push(...values)
        add("readable", opened.readable)
        add("writable", opened.writable)
        add("frames", ...(await scrollThrough(opened.page, "main.page-scroll")))
        for (const [row, turn] of [
          ["start", 1],
          ["middle", Math.floor(turns / 2)],
          ["end", turns - 2],
        ] as const) {
          await standIn(opened, turn)
          const { paints, work } = await pressKeys(opened, "x", KEYS)
          add(row, ...paints)
          add("work", work)
        }
        // Each round somewhere else: what was split is short.
        await standIn(opened, 20 + 10 * round)
        add("enter", ...(await pressKeys(opened, "Enter", ENTERS)).paints)
        await standIn(opened, 1)
        const heard = await hearKeys(opened, KEYS, write)
        add("remote", heard.work)
        add("turns", heard.turns)
        add("pieces", heard.pieces)
      }
      await opened.page.close()
    }
  }
  return figures
}

function print(figures: Figures): void {
  const { ours, stock, decorated } = figures
  const ms = (value: number) => `${value.toFixed(value < 10 ? 1 : 0)} ms`.padStart(8)
  const beside = (mine: number, other: number) => `${ms(other)} × ${(mine / other).toFixed(2)}`
  for (const [row, name] of Object.entries(rows) as [Row, string][]) {
    const mine = median(ours[row])
    console.log(
      `  ${name.padEnd(22)} ${ms(mine)}  stock ${beside(mine, median(stock[row]))}` +
        `  decorated ${beside(mine, median(decorated[row]))}${row === "readable" ? "  (target: 1,000 ms)" : ""}`,
    )
  }
  for (const name of editors) {
    const { turns, pieces, frames } = figures[name]
    const long = frames.filter((frame) => frame > 50).length
    console.log(
      `  ${name}: a key of somebody else puts ${median(turns).toFixed(1)} turns and ${median(pieces).toFixed(1)} pieces of text into the page;` +
        ` ${long} of ${frames.length} frames over 50 ms, 99 of 100 within ${ms(quantile(frames, 0.99)).trim()}`,
    )
  }
}
