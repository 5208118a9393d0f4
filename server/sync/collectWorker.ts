/** A thread that applies what strangers wrote: however long Yjs takes over it, rooms and pages go on. */
import { parentPort } from "node:worker_threads"
import { readLayer } from "../../core/ydoc/layer"
import { applyAll, type Collected, collect } from "./collect"
import type { Job } from "./collector"
import { withQuotesOfToday } from "./lateQuotes"
import { readHeard } from "./readHeard"
import { readUpdate } from "./update"

parentPort?.on("message", (job: Job) => parentPort?.postMessage(answer(job)))

function answer(job: Job) {
  switch (job.as) {
    case "layer":
      return readLayer(applyAll(job.updates))
    case "transcript":
      return readHeard(job.updates, job.times)
    case "state":
      return outlined(collect(job.updates))
    case "of today":
      return withQuotesOfToday(job.late)
  }
}

/** With what else it would take the thread that serves everybody long to read. */
function outlined(collected: Collected): Collected {
  return { ...collected, outline: readUpdate(collected.state) ?? undefined }
}

parentPort?.postMessage("ready")
