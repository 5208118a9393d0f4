import { createHash } from "node:crypto"
import { and, eq } from "drizzle-orm"
import type { MemberId } from "../../core/model"
import type { GroupId } from "../../core/reading"
import type { Db } from "../../db/client"
import { answered } from "../../db/schema"
import { Refusal } from "../refusal"

/** A command about a disagreement; `key` is its sender's name for it, the same when they send it again. */
export interface Keyed {
  readonly disagreement: GroupId
  readonly by: MemberId
  readonly key: string | null
}

/**
 * What was answered to the same command under the same key; null where it is new. Refused where its sender has used
 * the key for anything else. For a transaction that holds what the command is about.
 */
export async function answerBefore(tx: Db, command: Keyed): Promise<{ readonly answer: unknown } | null> {
  if (command.key === null) return null
  const [row] = await tx
    .select()
    .from(answered)
    .where(and(eq(answered.account, command.by), eq(answered.key, command.key)))
  if (!row) return null
  if (row.digest !== digestOf(command)) throw new Refusal("key-reused")
  return { answer: row.answer }
}

/** Keeps what a command is answered, in the transaction that carries it out. */
export async function keepAnswer(tx: Db, command: Keyed, answer: unknown, at: Date): Promise<void> {
  if (command.key === null) return
  const { by, key, disagreement } = command
  const row = { account: by, key, disagreement, digest: digestOf(command), answer: answer ?? null }
  const written = await tx
    .insert(answered)
    .values({ ...row, createdAt: at })
    .onConflictDoNothing()
    .returning({ key: answered.key })
  // The same key came at the same moment for another source, whose row is not held here.
  if (written.length === 0) throw new Refusal("key-reused")
}

function digestOf(command: Keyed): string {
  return createHash("sha256").update(JSON.stringify(command)).digest("base64url")
}
