/** What the operating system is asked for, seen from outside the process: that an acknowledgement waits for the disk. */
import { spawnSync } from "node:child_process"
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { expect, it } from "vitest"
import { watchSaved } from "../../app/_sync/acknowledgement"
import { layDatabase } from "../support/bornFolder"
import { type Person, personWith } from "../support/person"
import { importTranscript, shortTranscript } from "../support/study"
import { startVictim } from "../torture/process"

const MARKS = ["canary-one", "canary-two", "canary-three"]

/** The frame that says how much is durable: a whole binary message of two bytes, the first of them 100. */
const ACKNOWLEDGEMENT = /^writev?\(\d+<socket.*"\\202\\2(", iov_len=2}, {iov_base=")?d/
const LOG_SYNC = /^f(data)?sync\(\d+<[^>]*\/pg_wal\/[^>]*>\) += 0/
const logWrite = (mark: string) => new RegExp(`^p?write(64|v)?\\(\\d+<[^>]*/pg_wal/.*${mark}`)

/** What the thread that wrote these words asked the system for, in order: strace writes a file for each thread. */
async function callsOfThread(folder: string, words: string): Promise<string[]> {
  for (const name of await readdir(folder)) {
    const calls = await readFile(join(folder, name), "latin1")
    if (calls.includes(words)) return calls.split("\n")
  }
  return []
}

it("[S2] [S8] an update is acknowledged after the system was told to put the log's file on the disk", async (context) => {
  const { status, stderr, error } = spawnSync("strace", ["-qq", "-o", "/dev/null", "true"], {
    encoding: "utf8",
  })
  if (status !== 0)
    context.skip(`no process can be watched with strace here (${error?.message ?? stderr.trim()})`)
  const folder = await mkdtemp(join(tmpdir(), "binome-traced-"))
  await layDatabase(folder)
  const traces = await mkdtemp(join(tmpdir(), "binome-traces-"))
  const calls = "--trace=write,writev,pwrite64,pwritev,fsync,fdatasync"
  const under = [
    "strace",
    "-D",
    "-ff",
    "-y",
    "--seccomp-bpf",
    "-s",
    "16384",
    "-o",
    join(traces, "thread"),
    calls,
  ]
  const server = await startVictim({ folder, settings: { LOG_LEVEL: "silent" }, under })
  try {
    const { project, people } = server.first.study!
    const ana: Person = personWith(server.address, people[0]!.cookie, people[0]!.id)
    const source = await importTranscript(server, ana, project, shortTranscript, [ana.id])
    const layer = await ana.room(`layer/${source}/${ana.id}`, { ack: true })
    let saved = false
    watchSaved(layer, (is) => {
      saved = is
    })
    for (const mark of MARKS) {
      layer.doc.getMap("codings").set(mark, { id: mark })
      await expect.poll(() => saved, { timeout: 30_000 }).toBe(true)
    }
    layer.close()
    await server.kill()

    const lines = await callsOfThread(traces, MARKS[0]!)
    for (const mark of MARKS) {
      const written = lines.findIndex((line) => logWrite(mark).test(line))
      const after = lines.slice(written)
      const synced = after.findIndex((line) => LOG_SYNC.test(line))
      const acknowledged = after.findIndex((line) => ACKNOWLEDGEMENT.test(line))
      expect([mark, written > 0, synced > 0, acknowledged > synced]).toEqual([mark, true, true, true])
    }
  } finally {
    await server.stop()
    for (const each of [folder, traces]) await rm(each, { recursive: true, force: true })
  }
}, 120_000)
