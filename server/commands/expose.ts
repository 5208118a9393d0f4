import { and, eq } from "drizzle-orm"
import { roomName } from "../../core/access"
import type { MemberId, PassageId, SourceId } from "../../core/model"
import { declaration, exposure, reveal } from "../../db/schema"
import { note } from "../audit"
import { Refusal } from "../refusal"
import type { Services } from "../services"
import { holdSource } from "./handIn"

/** Keeps that a coder opened, or talked about, what was revealed of a passage: later hand-ins count it. */
export async function expose(
  services: Services,
  request: {
    readonly source: SourceId
    readonly passage: PassageId
    readonly by: MemberId
    readonly what: "opened" | "discussed"
  },
): Promise<void> {
  const { db, clock } = services
  const [revealed] = await db
    .select({ passage: reveal.passage })
    .from(reveal)
    .where(and(eq(reveal.passage, request.passage), eq(reveal.source, request.source)))
  if (!revealed) throw new Refusal("not-revealed")
  await db
    .insert(exposure)
    .values({
      source: request.source,
      passage: request.passage,
      account: request.by,
      what: request.what,
      createdAt: clock(),
    })
    .onConflictDoNothing()
}

/** Keeps a coder's answer, given once, to whether the two had talked about this coding before the first reveal. */
export async function declareTalk(
  services: Services,
  request: { readonly source: SourceId; readonly by: MemberId; readonly talkedBefore: boolean },
): Promise<void> {
  const { db, clock, live } = services
  await db.transaction(async (tx) => {
    const { project } = await holdSource(tx, request.source)
    const [revealed] = await tx
      .select({ passage: reveal.passage })
      .from(reveal)
      .where(eq(reveal.source, request.source))
      .limit(1)
    if (!revealed) throw new Refusal("not-revealed")
    const [first] = await tx
      .insert(declaration)
      .values({
        source: request.source,
        account: request.by,
        talkedBefore: request.talkedBefore,
        createdAt: clock(),
      })
      .onConflictDoNothing()
      .returning({ source: declaration.source })
    const action = "talk-declared"
    if (first) await note(tx, services, { project, account: request.by, action, subject: request.source })
  })
  await live.refresh(roomName({ kind: "review", source: request.source }))
}
