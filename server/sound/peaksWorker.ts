/** A thread that reads a recording from beginning to end: who is served waits for none of it. */
import { open } from "node:fs/promises"
import { parentPort, workerData } from "node:worker_threads"
import { PEAKS_PER_SECOND, writePeaks } from "../../core/peaks"
import { makePeaks } from "./makePeaks"
import type { PeaksJob, PeaksTold } from "./peaksThread"
import { UnknownSound } from "./wavReader"

const TOLD_EVERY_MS = 250

const tell = (told: PeaksTold) => parentPort?.postMessage(told)

const breaking = new AbortController()
parentPort?.once("message", () => breaking.abort())

async function work({ from, to, ...of }: PeaksJob): Promise<PeaksTold> {
  let last = 0
  const told = (fraction: number | null) => {
    if (performance.now() - last < TOLD_EVERY_MS) return
    last = performance.now()
    tell({ is: "making", fraction })
  }
  try {
    const pairs = await makePeaks({ ...of, file: from, told, signal: breaking.signal })
    const file = await open(to, "w")
    await file.writeFile(writePeaks({ perSecond: PEAKS_PER_SECOND, pairs })).finally(() => file.close())
    return { is: "made", ms: Math.round((pairs.length / 2) * (1000 / PEAKS_PER_SECOND)) }
  } catch (error) {
    const isPlain = error instanceof UnknownSound || error instanceof RangeError
    return { is: "none", why: String((error as Error).message), isPlain }
  }
}

tell(await work(workerData as PeaksJob))
parentPort?.close()
