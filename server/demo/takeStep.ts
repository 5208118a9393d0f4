import type { MemberId, SourceId } from "../../core/model"
import type { DemoStep } from "../../db/seed/demo/decisions"
import { accept } from "../commands/accept"
import { listen } from "../commands/listen"
import { propose } from "../commands/propose"
import { refer } from "../commands/refer"
import { rule } from "../commands/rule"
import { reviewOf } from "../queries/review"
import type { Services } from "../services"

/** The people of the demo, by what they do. */
export type Pair = { readonly a: MemberId; readonly b: MemberId; readonly supervisor: MemberId }

/** One thing that somebody of the demo did about one disagreement. */
export async function takeStep(
  services: Services,
  source: SourceId,
  step: DemoStep,
  pair: Pair,
): Promise<void> {
  const review = await reviewOf(services, source)
  const keys = new Set(step.about)
  const flag = Object.values(review.flags).find(
    ({ units }) => units.length === keys.size && units.every((unit) => keys.has(review.codings[unit]!.id)),
  )
  if (!flag) throw new RangeError(`the demo has no disagreement about ${step.about.join(" and ")}`)
  const about = { disagreement: flag.id, whyNotListened: null, key: null }
  switch (step.did) {
    case "listen": {
      const { startMs, endMs } = flag.clip ?? { startMs: 0, endMs: 0 }
      const heard = { ...about, startMs, endMs, heardMs: endMs - startMs, together: step.together }
      for (const side of step.by) await listen(services, { ...heard, by: pair[side] })
      return
    }
    case "propose":
      await propose(services, {
        ...about,
        by: pair[step.by],
        verdict: step.verdict,
        reason: step.reason,
        oral: false,
      })
      return
    case "accept":
      if (flag.standing.is === "proposed") {
        const { id, revision } = flag.standing.proposal
        await accept(services, { ...about, by: pair[step.by], proposal: id, revision })
      }
      return
    case "refer":
      await refer(services, { ...about, by: pair[step.by], reason: step.reason })
      return
    case "rule":
      await rule(services, {
        ...about,
        by: pair[step.by],
        notedBy: null,
        verdict: step.verdict,
        reason: step.reason,
        whyNotListened: step.reason,
      })
  }
}
