/** A thread that works agreement out: who is served waits for none of it. */
import { parentPort } from "node:worker_threads"
import { type AgreementJob, type MakingTold, NotMade } from "./job"
import { makeAgreement } from "./makeAgreement"

const tell = (told: MakingTold) => parentPort?.postMessage(told)

parentPort?.on("message", (job: AgreementJob) => {
  try {
    tell({ is: "made", bytes: makeAgreement(job) })
  } catch (error) {
    if (error instanceof NotMade) return tell({ is: "not made", problems: error.problems })
    // Its message may name what was coded, which no log is to hold.
    tell({ is: "failed", why: (error as Error).name })
  }
})

tell({ is: "ready" })
