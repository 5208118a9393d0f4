/** The same through a real sync server and the stock client, whose lines are cut and taken up again. */
import { setTimeout as later } from "node:timers/promises"
import * as Y from "yjs"
import { readTranscript, writeTranscript } from "../../core/ydoc/source"
import { createChance } from "../support/chance"
import { startSync } from "../support/ysocket"
import { copyOf } from "./text"
import { transcriptOf } from "./transcript"
import { judge, spansIn, type Verdict } from "./truth"
import { act, code, createWriter, type FuzzedCoding, sceneOf } from "./writer"

const ROOM = "source/fuzzed"
const PATIENCE_MS = 60_000

/**
 * The seed decides what is done and which line is cut; what has arrived where by then is the machine's affair, and with
 * it how many codings live and die.
 */
export async function fuzzOverServer(seed: number, acts: number): Promise<Verdict> {
  const chance = createChance(seed)
  const server = await startSync()
  try {
    const clients = ["ana", "ben", "cleo"].map((member) => server.client(member, ROOM))
    await Promise.all(clients.map((client) => client.synced()))
    const docs = clients.map((client) => client.doc)
    writeTranscript(docs[0]!, transcriptOf(20, chance))
    await until(() => docs.every((doc) => readTranscript(doc).turns.length === 20))
    const writers = docs.map(createWriter)
    const codings = [...Array(60)]
      .map(() => code(chance.one(writers)!, chance))
      .filter((each): each is FuzzedCoding => each !== null)
    const scene = sceneOf([])
    scene.codings.push(...codings)
    for (let round = 0; round < acts; round++) {
      act(chance.one(writers)!, chance, scene)
      const { provider } = chance.one(clients)!
      if (chance.happens(5)) provider.disconnect()
      if (chance.happens(10)) provider.connect()
      if (chance.happens(30)) await later(chance.number(4))
    }
    for (const { provider } of clients) provider.connect()
    await until(() => clients.every(({ provider }) => provider.synced) && sameContent(docs))
    const verdict = judge(docs[0]!, scene)
    const spans = JSON.stringify(spansIn(docs[0]!, codings))
    for (const doc of [docs[1]!, docs[2]!, copyOf(Y.encodeStateAsUpdate(docs[0]!), 99)]) {
      if (JSON.stringify(spansIn(doc, codings)) !== spans) verdict.wrong.push("copies differ")
    }
    return verdict
  } finally {
    await server.stop()
  }
}

/** Whether all hold the same. Not byte for byte: each cuts what is deleted into pieces as it heard of it. */
function sameContent([first, ...others]: readonly Y.Doc[]): boolean {
  const known = Y.snapshot(first!)
  const read = JSON.stringify(readTranscript(first!))
  return others.every(
    (doc) => Y.equalSnapshots(known, Y.snapshot(doc)) && JSON.stringify(readTranscript(doc)) === read,
  )
}

async function until(holds: () => boolean): Promise<void> {
  const end = Date.now() + PATIENCE_MS
  while (!holds()) {
    if (Date.now() > end) throw new Error("the clients never came to hold the same")
    await later(20)
  }
}
