import { eq } from "drizzle-orm"
import { concedes } from "../../core/conceding"
import { mayPropose, mayWithdraw, mustListen } from "../../core/deciding"
import type { MemberId, Side } from "../../core/model"
import type { GroupId, Proposal, Verdict } from "../../core/reading"
import { consensusOf } from "../../core/verdict"
import { proposal } from "../../db/schema"
import type { Services } from "../services"
import { type About, checkVerdict, decide, deliberate, keepWhyNotListened, refuse } from "./deliberation"

export interface ProposeRequest {
  readonly disagreement: GroupId
  readonly by: MemberId
  readonly verdict: Verdict
  readonly reason: string
  readonly oral: boolean
  readonly whyNotListened: string | null
  readonly key: string | null
}

/**
 * Says what a disagreement should come to. It is decided at once when the other coder has proposed the same, when it
 * gives in to what the other has already said by coding or not coding (R10), and when it only parks the matter, which
 * anybody may take up again.
 */
export async function propose(
  services: Services,
  request: ProposeRequest,
): Promise<{ proposal: string; revision: number; resolved: boolean }> {
  return deliberate(services, { ...request, action: "proposed" }, async (about) => {
    refuse(mayPropose(about.under, request.by))
    checkVerdict(about, request.verdict)
    const made = await insertProposal(services, about, request)
    const agreeing = agreedBy(about, request, made)
    if (agreeing === null) return { proposal: made.id, revision: made.revision, resolved: false }
    if (request.verdict.kind !== "parked") refuse(mustListen(about.under, request.by, request.whyNotListened))
    await keepWhyNotListened(services, about, request.by, request.whyNotListened)
    await decide(services, about, {
      how: "consensus",
      verdict: request.verdict,
      reason: request.reason,
      by: agreeing,
      proposal: made.id,
      notedBy: null,
      decidedBy: request.by,
    })
    return { proposal: made.id, revision: made.revision, resolved: request.verdict.kind !== "parked" }
  })
}

/** Takes back one's own proposal that stands. */
export async function withdrawProposal(
  services: Services,
  request: { readonly disagreement: GroupId; readonly by: MemberId },
): Promise<void> {
  await deliberate(services, { ...request, key: null, action: "withdrew-proposal" }, async (about) => {
    refuse(mayWithdraw(about.under, request.by, about.onTheTable))
    await about.tx
      .update(proposal)
      .set({ withdrawnAt: about.at })
      .where(eq(proposal.id, about.onTheTable!.id))
  })
}

async function insertProposal(services: Services, about: About, request: ProposeRequest): Promise<Proposal> {
  const made: Proposal = {
    id: services.ids.newId(),
    revision: about.revision,
    by: request.by,
    verdict: request.verdict,
    reason: request.reason,
    oral: request.oral,
    at: about.at.toISOString(),
  }
  const { at: _, ...row } = made
  await about.tx.insert(proposal).values({ ...row, disagreement: about.flag.group.id, createdAt: about.at })
  return made
}

/** Those who thereby agree; null when the other still has to answer. */
function agreedBy(about: About, { by, verdict }: ProposeRequest, made: Proposal): readonly MemberId[] | null {
  if (verdict.kind === "parked") return [by]
  const consensus = consensusOf([...standing(about), made], about.said.withdrawn)
  if (consensus?.proposal.id === made.id) return consensus.by
  const { handIns } = about.passage.reveal
  const coded = about.passage.rereading.units.get(about.flag.group.units[0]!)!.side
  const mine: Side = handIns.find((handIn) => handIn.coder === by)!.side
  if (!concedes(about.flag, coded, mine, verdict)) return null
  return [...handIns.filter((handIn) => handIn.coder !== by).map((handIn) => handIn.coder), by]
}

/** What was proposed before it was parked is not taken up again (R11). */
function standing({ said }: About): readonly Proposal[] {
  const { resolution, proposals } = said
  return proposals.filter((proposal) => resolution === null || proposal.at > resolution.at)
}
