import type { MemberId, ProjectId } from "../../core/model"
import { folded } from "../../core/participants/words"
import { loadWords } from "../documents"
import { sampleOf } from "../queries/participants"
import type { Services } from "../services"
import { revokeLinksOf } from "./memberChecks"

/** Ends all links of those among some participants who have withdrawn, in every source that they take part in (K2). */
export async function endLinksOfWithdrawn(
  services: Services,
  request: { readonly project: ProjectId; readonly by: MemberId; readonly participants: readonly string[] },
): Promise<void> {
  if (request.participants.length === 0) return
  const meant = new Set(request.participants)
  const { participants } = await sampleOf(services.db, request.project)
  const gone = participants.filter(({ id, withdrawal }) => meant.has(id) && withdrawal !== "none")
  for (const { source, letter } of gone.flatMap(({ seats }) => seats)) {
    const { speakers } = await loadWords(services, source)
    const theirs = speakers.filter(({ label }) => folded(label) === folded(letter))
    for (const { id } of theirs) await revokeLinksOf(services, { source, by: request.by, speaker: id })
  }
}
