/** A thread that works agreement out: who is served waits for none of it. */
import { parentPort } from "node:worker_threads"
import type { AgreementJob, MakingTold } from "./job"
import { makeAgreement } from "./makeAgreement"

const tell = (told: MakingTold) => parentPort?.postMessage(told)

parentPort?.on("message", (job: AgreementJob) => {
  try {
    tell({ is: "made", bytes: makeAgreement(job) })
  } catch (error) {
    // Its message may name what was coded, which no log is to hold.
    tell({ is: "failed", why: (error as Error).name })
  }
})

tell({ is: "ready" })
