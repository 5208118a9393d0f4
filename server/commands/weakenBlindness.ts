/** A source's policy becomes weaker when everyone who codes it has consented, and not otherwise (B26–B28). */
import { and, asc, eq, isNull } from "drizzle-orm"
import type { Blindness, MemberId, PassageId, SourceId } from "../../core/model"
import { allConsent, weakerThan } from "../../core/weakening"
import type { Db } from "../../db/client"
import { assignment, source, weakening, weakeningConsent } from "../../db/schema"
import { note } from "../audit"
import { heldToRead, type LoadedTranscript, lightenTranscript } from "../documents"
import { Refusal } from "../refusal"
import type { Services } from "../services"
import { correctWhatIsDue } from "./correct"
import { holdSource } from "./handIn"
import { refreshAfterReveal, revealWhatIsDue } from "./reveal"

interface AboutWeakening {
  readonly source: SourceId
  readonly weakening: string
  readonly by: MemberId
}

/** Whether the weaker policy is in force now. */
export interface WeakeningAnswer {
  readonly weakening: string
  readonly inForce: boolean
}

/** Asks the coders for a weaker policy. Who asks for what they code has consented thereby. */
export async function askToWeaken(
  services: Services,
  request: { readonly source: SourceId; readonly by: MemberId; readonly to: Blindness },
): Promise<WeakeningAnswer> {
  const { source, by, to } = request
  return settling(services, source, async (tx, transcript) => {
    const held = await holdSource(tx, source)
    if (!held.codingOpenedAt) throw new Refusal("not-opened")
    if (!weakerThan(held.blindness).includes(to)) throw new Refusal("not-weaker")
    if (await askedIn(tx, source)) throw new Refusal("already-asked")
    const id = services.ids.newId()
    await tx.insert(weakening).values({ id, source, to, askedBy: by, createdAt: services.clock() })
    await note(tx, services, {
      project: held.project,
      account: by,
      action: "weakening-asked",
      subject: source,
    })
    if ((await codersOf(tx, source)).includes(by)) await writeConsent(tx, services, id, by)
    return settle(tx, services, { source, weakening: id, by }, to, transcript)
  })
}

/** Consents to what is asked now; the last consent puts it in force. To consent again changes nothing. */
export async function consentToWeaken(services: Services, request: AboutWeakening): Promise<WeakeningAnswer> {
  return settling(services, request.source, async (tx, transcript) => {
    await holdSource(tx, request.source)
    const { to } = await demandAsked(tx, request)
    await writeConsent(tx, services, request.weakening, request.by)
    return settle(tx, services, request, to, transcript)
  })
}

/** A coder declines, or takes a consent back; whoever may ask withdraws what was asked. Nothing changes thereby. */
export async function endWeakening(
  services: Services,
  request: AboutWeakening & { readonly as: "declined" | "withdrawn" },
): Promise<void> {
  await services.db.transaction(async (tx) => {
    const { project } = await holdSource(tx, request.source)
    await demandAsked(tx, request)
    await endAsked(tx, services, request.source, request.as)
    await note(tx, services, {
      project,
      account: request.by,
      action: `weakening-${request.as}`,
      subject: request.source,
    })
  })
}

interface Settled {
  readonly answer: WeakeningAnswer
  readonly revealed: readonly PassageId[]
}

async function settling(
  services: Services,
  source: SourceId,
  command: (tx: Db, transcript: LoadedTranscript) => Promise<Settled>,
): Promise<WeakeningAnswer> {
  await lightenTranscript(services, source)
  const { answer, revealed } = await services.db.transaction(async (tx) => {
    await holdSource(tx, source)
    return command(tx, await heldToRead(tx, services, source))
  })
  // Where nobody is blind any more, no correction waits, revealed or not.
  if (answer.inForce) await correctWhatIsDue(services, source)
  if (answer.inForce) await refreshAfterReveal(services, source, revealed)
  return answer
}

/** Puts the weaker policy in force where everyone has consented, and reveals what is complete as it was coded (B27). */
async function settle(
  tx: Db,
  services: Services,
  { source: id, weakening, by }: AboutWeakening,
  to: Blindness,
  transcript: LoadedTranscript,
): Promise<Settled> {
  const before = await holdSource(tx, id)
  if (!allConsent(await codersOf(tx, id), await consentedTo(tx, weakening))) {
    return { answer: { weakening, inForce: false }, revealed: [] }
  }
  await endAsked(tx, services, id, "in-force")
  await tx.update(source).set({ blindness: to, independent: false }).where(eq(source.id, id))
  await note(tx, services, {
    project: before.project,
    account: by,
    action: "blindness-weakened",
    subject: id,
  })
  const revealed = await revealWhatIsDue(tx, services, id, transcript, services.clock(), before)
  return { answer: { weakening, inForce: true }, revealed }
}

async function codersOf(tx: Db, id: SourceId): Promise<MemberId[]> {
  const rows = await tx
    .select({ account: assignment.account })
    .from(assignment)
    .where(eq(assignment.source, id))
    .orderBy(asc(assignment.side))
  return rows.map(({ account }) => account)
}

async function consentedTo(tx: Db, id: string): Promise<MemberId[]> {
  const rows = await tx.select().from(weakeningConsent).where(eq(weakeningConsent.weakening, id))
  return rows.map(({ account }) => account)
}

async function writeConsent(tx: Db, services: Services, id: string, by: MemberId): Promise<void> {
  await tx
    .insert(weakeningConsent)
    .values({ weakening: id, account: by, createdAt: services.clock() })
    .onConflictDoNothing()
}

async function askedIn(tx: Db, id: SourceId) {
  const [row] = await tx
    .select()
    .from(weakening)
    .where(and(eq(weakening.source, id), isNull(weakening.endedAt)))
  return row ?? null
}

/** What the request names, as long as it is asked; a screen that shows an older one is told so. */
async function demandAsked(tx: Db, request: AboutWeakening) {
  const asked = await askedIn(tx, request.source)
  if (asked?.id !== request.weakening) throw new Refusal("not-asked")
  return asked
}

/** Ends what is asked, if anything is: also part of assigning others, and of taking the last hand-in back. */
export async function endAsked(
  tx: Db,
  services: Pick<Services, "clock">,
  id: SourceId,
  ended: NonNullable<(typeof weakening.$inferSelect)["ended"]>,
): Promise<void> {
  await tx
    .update(weakening)
    .set({ ended, endedAt: services.clock() })
    .where(and(eq(weakening.source, id), isNull(weakening.endedAt)))
}
