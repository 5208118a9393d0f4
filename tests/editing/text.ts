/** Several writers edit one transcript over lines that are slow and break; afterwards every coding is looked up. */
import * as Y from "yjs"
import { readTranscript, writeTranscript } from "../../core/ydoc/source"
import { type Chance, createChance } from "../support/chance"
import { transcriptOf } from "./transcript"
import { judge, spansIn, type Verdict } from "./truth"
import { act, code, createWriter, sceneOf, type Writer } from "./writer"

export interface FuzzRun {
  readonly seed: number
  readonly writers: number
  readonly acts: number
  readonly turns: number
  /** Whether turns are moved as well. */
  readonly moves: boolean
}

export interface FuzzResult extends Verdict {
  readonly done: Readonly<Record<string, number>>
}

interface Line {
  readonly from: Writer
  readonly to: Writer
  open: boolean
  readonly waiting: Uint8Array[]
}

export function fuzzText({ seed, writers: count, acts, turns, moves }: FuzzRun): FuzzResult {
  const chance = createChance(seed)
  const start = new Y.Doc()
  start.clientID = 1
  writeTranscript(start, transcriptOf(turns, chance))
  const bytes = Y.encodeStateAsUpdate(start)
  const writers = Array.from({ length: count }, (_, index) =>
    createWriter(copyOf(bytes, 2 + ((index * 7) % count))),
  )
  const lines = linesBetween(writers)
  const scene = sceneOf(moves ? [] : ["move"])
  const { codings } = scene
  const done: Record<string, number> = {}
  const codeAt = (writer: Writer) => codings.push(...[code(writer, chance)].filter((each) => each !== null))
  for (let made = 0; made < 60; made++) codeAt(writers[0]!)
  for (let round = 0; round < acts; round++) {
    const writer = chance.one(writers)!
    const name = act(writer, chance, scene)
    done[name] = (done[name] ?? 0) + 1
    if (chance.happens(15)) codeAt(writer)
    for (const line of lines) carry(line, chance)
  }
  reconnect(writers, lines)
  const verdict = judge(writers[0]!.doc, scene)
  // Undo knows more than its document holds; a copy made of bytes knows that only.
  const copies = [
    ...writers.slice(1).map(({ doc }) => doc),
    copyOf(Y.encodeStateAsUpdate(writers[0]!.doc), 99),
  ]
  const contentOf = (doc: Y.Doc) => JSON.stringify([readTranscript(doc), spansIn(doc, codings)])
  const whole = contentOf(writers[0]!.doc)
  if (copies.some((copy) => contentOf(copy) !== whole)) verdict.wrong.push("copies differ")
  for (const doc of [start, ...copies, writers[0]!.doc]) doc.destroy()
  return { ...verdict, done }
}

export function copyOf(bytes: Uint8Array, client: number): Y.Doc {
  const doc = new Y.Doc()
  doc.clientID = client
  Y.applyUpdate(doc, bytes)
  return doc
}

function linesBetween(writers: readonly Writer[]): Line[] {
  return writers.flatMap((from) =>
    writers
      .filter((to) => to !== from)
      .map((to) => {
        const line: Line = { from, to, open: true, waiting: [] }
        from.doc.on("update", (bytes: Uint8Array, origin: unknown) => {
          if (line.open && origin !== "line") line.waiting.push(bytes)
        })
        return line
      }),
  )
}

/**
 * Brings over what waits, later or sooner; breaks now and then, and what waited is gone. As through a server, nothing
 * arrives before what it builds on: where that is missing it is asked for.
 */
function carry(line: Line, chance: Chance): void {
  if (chance.happens(1)) {
    line.open = !line.open
    line.waiting.length = 0
  }
  while (line.waiting.length > 0 && chance.happens(20)) {
    const { doc } = line.to
    Y.applyUpdate(doc, line.waiting.shift()!, "line")
    if (doc.store.pendingStructs || doc.store.pendingDs) tell(line.from.doc, doc)
  }
}

/** One learns all that another knows. */
function tell(from: Y.Doc, to: Y.Doc): void {
  Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)), "line")
}

/** Everyone learns all that they missed, until nobody has news. */
function reconnect(writers: readonly Writer[], lines: readonly Line[]): void {
  for (const line of lines) line.open = false
  for (let round = 0; round < 4; round++) {
    for (const { doc: from } of writers) {
      for (const { doc: to } of writers) {
        if (from !== to) tell(from, to)
      }
    }
  }
}
