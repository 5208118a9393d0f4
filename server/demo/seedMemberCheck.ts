import { and, eq } from "drizzle-orm"
import type { SourceId } from "../../core/model"
import { placeOfTurn } from "../../core/ydoc/turnPlaces"
import { memberComment } from "../../db/schema"
import { demoComments } from "../../db/seed/demo/field/memberCheck"
import { handleMemberComment, makeMemberCheck } from "../commands/memberChecks"
import { returnMemberCheck, saveMemberComment } from "../commands/memberComments"
import { noteOpened } from "../commands/noteOpened"
import type { LoadedTranscript } from "../documents"
import type { Services } from "../services"
import { saying } from "./seedEvent"
import type { Pair } from "./takeStep"

/** A participant of the demo has read their words, commented on them, and returned them. */
export async function seedMemberCheck(
  services: Services,
  source: SourceId,
  transcript: LoadedTranscript,
  pair: Pair,
): Promise<void> {
  const { doc, turns, speakers } = transcript
  const speaker = speakers.find(({ interviewer }) => !interviewer)!.id
  const link = { source, by: pair.a, speaker, scope: "own" } as const
  const { id: check, secret } = await makeMemberCheck(services, link)
  await noteOpened(services, { id: check })
  for (const { key, turn, body } of demoComments) {
    const place = turn === null ? null : placeOfTurn(doc, saying(turns, turn))
    await saveMemberComment(services, { secret, key, place, body })
  }
  await returnMemberCheck(services, { secret })
  for (const { key, outcome } of demoComments) {
    if (outcome === null) continue
    const own = and(eq(memberComment.check, check), eq(memberComment.key, key))
    const [row] = await services.db.select({ id: memberComment.id }).from(memberComment).where(own)
    const { is, note } = outcome
    await handleMemberComment(services, { source, by: pair.a, comment: row!.id, outcome: is, note })
  }
}
