/** A thread that applies what strangers wrote: however long Yjs takes over it, rooms and pages go on. */
import { parentPort } from "node:worker_threads"
import { readLayer } from "../../core/ydoc/layer"
import { applyAll, collect } from "./collect"
import type { Job } from "./collector"

parentPort?.on("message", ({ updates, as }: Job) => {
  parentPort?.postMessage(as === "layer" ? readLayer(applyAll(updates)) : collect(updates))
})

parentPort?.postMessage("ready")
