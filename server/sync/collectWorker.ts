/** A thread that applies what strangers wrote: however long Yjs takes over it, rooms and pages go on. */
import { parentPort } from "node:worker_threads"
import { readFieldNotes } from "../../core/ydoc/fieldNotes"
import { readLayer } from "../../core/ydoc/layer"
import { textOfRich } from "../../core/ydoc/richText"
import { cleanTogether } from "./cleaning"
import { applyAll, type Collected, collect } from "./collect"
import type { Job } from "./collector"
import type { Answer } from "./lane"
import { withQuotesOfToday } from "./lateQuotes"
import { readHeard } from "./readHeard"
import { requote } from "./requoting"
import { isTooHeavy } from "./tooHeavy"
import { readUpdate } from "./update"

parentPort?.on("message", (job: Job) => parentPort?.postMessage(tried(job)))

function tried(job: Job): Answer {
  try {
    return { is: "done", answer: answer(job) }
  } catch (error) {
    return isTooHeavy(error) ? { is: "heavy" } : { is: "failed", why: String(error) }
  }
}

function answer(job: Job) {
  switch (job.as) {
    case "layer":
      return readLayer(applyAll(job.updates))
    case "transcript":
      return readHeard(job.updates, job.times)
    case "state":
      return outlined(collect(job.updates))
    case "rich text":
      return textOfRich(applyAll(job.updates), job.field)
    case "notes":
      return readFieldNotes(applyAll(job.updates))
    case "cleaned":
      return cleanTogether(job.updates, job.how)
    case "requoted":
      return requote(job.updates, job.how)
    case "of today":
      return withQuotesOfToday(job.late)
  }
}

/** With what else it would take the thread that serves everybody long to read. */
function outlined(collected: Collected): Collected {
  return { ...collected, outline: readUpdate(collected.state) ?? undefined }
}

parentPort?.postMessage("ready")
