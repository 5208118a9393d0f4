import type { MemberId } from "../../core/model"
import type { GroupId } from "../../core/reading"
import { exposure, listening } from "../../db/schema"
import type { Services } from "../services"
import { deliberate } from "./deliberation"

/** Keeps that somebody heard a passage of the recording again, how much of it, and whether both heard it. */
export async function listen(
  services: Services,
  request: {
    readonly disagreement: GroupId
    readonly by: MemberId
    readonly together: boolean
    readonly startMs: number
    readonly endMs: number
    readonly heardMs: number
    readonly key: string | null
  },
): Promise<{ listening: string }> {
  return deliberate(services, { ...request, action: "listened" }, async (about) => {
    const id = services.ids.newId()
    const { disagreement, by, together, startMs, endMs, heardMs } = request
    await about.tx
      .insert(listening)
      .values({ id, disagreement, by, together, startMs, endMs, heardMs, createdAt: about.at })
    if (together) {
      await about.tx
        .insert(exposure)
        .values({
          source: about.source,
          passage: about.flag.passage,
          account: by,
          what: "discussed",
          createdAt: about.at,
        })
        .onConflictDoNothing()
    }
    return { listening: id }
  })
}
