/** A thread that applies what strangers wrote: however long Yjs takes over it, rooms and pages go on. */
import { parentPort } from "node:worker_threads"
import { readLayer } from "../../core/ydoc/layer"
import { applyAll, collect } from "./collect"
import type { Job } from "./collector"
import { withQuotesOfToday } from "./lateQuotes"

parentPort?.on("message", (job: Job) => parentPort?.postMessage(answer(job)))

function answer(job: Job) {
  switch (job.as) {
    case "layer":
      return readLayer(applyAll(job.updates))
    case "state":
      return collect(job.updates)
    case "of today":
      return withQuotesOfToday(job.late)
  }
}

parentPort?.postMessage("ready")
