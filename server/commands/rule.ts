import { mayRule } from "../../core/deciding"
import type { MemberId } from "../../core/model"
import type { GroupId, Verdict } from "../../core/reading"
import { Refusal } from "../refusal"
import type { Services } from "../services"
import { checkVerdict, decide, deliberate, keepWhyNotListened, refuse } from "./deliberation"

/**
 * Decides what was referred, with a reason that both coders read. An opinion given in a meeting may be noted by a
 * coder: `by` is then the supervisor, `notedBy` who wrote it down.
 */
export async function rule(
  services: Services,
  request: {
    readonly disagreement: GroupId
    readonly by: MemberId
    readonly notedBy: MemberId | null
    readonly verdict: Verdict
    readonly reason: string
    readonly whyNotListened: string | null
    readonly key: string | null
  },
): Promise<{ resolution: string }> {
  if (request.reason.trim() === "") throw new Refusal("reason-missing")
  const action = request.notedBy ? "noted-ruling" : "ruled"
  return deliberate(services, { ...request, by: request.notedBy ?? request.by, action }, async (about) => {
    const supervisors = about.read.people
      .filter((person) => person.role === "supervisor")
      .map((person) => person.id)
    const why = request.notedBy ? "opinion given in a meeting" : request.whyNotListened
    refuse(mayRule(about.under, request.by, supervisors, why))
    checkVerdict(about, request.verdict)
    if (!request.notedBy) await keepWhyNotListened(services, about, request.by, request.whyNotListened)
    const resolution = await decide(services, about, {
      how: "adjudication",
      verdict: request.verdict,
      reason: request.reason,
      by: [request.by],
      proposal: null,
      notedBy: request.notedBy,
      decidedBy: request.notedBy ?? request.by,
    })
    return { resolution }
  })
}
