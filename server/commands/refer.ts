import { and, eq, isNull } from "drizzle-orm"
import { mayRefer } from "../../core/deciding"
import type { MemberId } from "../../core/model"
import type { GroupId } from "../../core/reading"
import { referral } from "../../db/schema"
import { Refusal } from "../refusal"
import type { Services } from "../services"
import { deliberate, keepWhyNotListened, refuse } from "./deliberation"

/** Puts a disagreement into the supervisor's queue. */
export async function refer(
  services: Services,
  request: {
    readonly disagreement: GroupId
    readonly by: MemberId
    readonly reason: string
    readonly whyNotListened: string | null
    readonly key: string | null
  },
): Promise<{ referral: string }> {
  return deliberate(services, { ...request, action: "referred" }, async (about) => {
    refuse(mayRefer(about.under, request.by, request.whyNotListened))
    await keepWhyNotListened(services, about, request.by, request.whyNotListened)
    const id = services.ids.newId()
    await about.tx.insert(referral).values({
      id,
      disagreement: request.disagreement,
      by: request.by,
      reason: request.reason,
      createdAt: about.at,
    })
    return { referral: id }
  })
}

/** Takes a referral back before it is ruled on: the two go on talking. */
export async function withdrawReferral(
  services: Services,
  request: { readonly disagreement: GroupId; readonly by: MemberId },
): Promise<void> {
  await deliberate(services, { ...request, key: null, action: "withdrew-referral" }, async (about) => {
    if (about.flag.standing.is !== "referred") throw new Refusal("not-referred")
    await about.tx
      .update(referral)
      .set({ withdrawnAt: about.at })
      .where(and(eq(referral.disagreement, request.disagreement), isNull(referral.withdrawnAt)))
  })
}
