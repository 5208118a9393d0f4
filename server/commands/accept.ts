import { mayAccept } from "../../core/deciding"
import type { MemberId } from "../../core/model"
import type { GroupId } from "../../core/reading"
import type { Services } from "../services"
import { decide, deliberate, keepWhyNotListened, refuse } from "./deliberation"

/**
 * Agrees with the proposal on the table, named by id and revision, so that nobody accepts what they have not read.
 * Countersigns it where it was entered as an oral agreement.
 */
export async function accept(
  services: Services,
  request: {
    readonly disagreement: GroupId
    readonly by: MemberId
    readonly proposal: string
    readonly revision: number
    readonly whyNotListened: string | null
    readonly key: string | null
  },
): Promise<{ resolution: string }> {
  return deliberate(services, { ...request, action: "accepted" }, async (about) => {
    refuse(mayAccept(about.under, request.by, request, about.onTheTable))
    await keepWhyNotListened(services, about, request.by, request.whyNotListened)
    const accepted = about.onTheTable!
    const resolution = await decide(services, about, {
      how: "consensus",
      verdict: accepted.verdict,
      reason: accepted.reason,
      by: [accepted.by, request.by],
      proposal: accepted.id,
      notedBy: null,
      decidedBy: request.by,
    })
    return { resolution }
  })
}
