import { randomBytes } from "node:crypto"
import { chmod, mkdir, readFile, rename, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { and, isNull } from "drizzle-orm"
import { account, invitation } from "../db/schema"
import { note } from "./audit"
import type { Services } from "./services"
import { hashSecret, newSecret } from "./session"

/** The data folder, made when missing; nobody but its owner looks into it. */
export async function makeDataFolder(folder: string): Promise<void> {
  const made = await mkdir(folder, { recursive: true, mode: 0o700 })
  if (made !== undefined) await chmod(folder, 0o700)
}

/** The secret that signs cookies: made on first start, the same ever after. */
export async function secretOf(folder: string): Promise<string> {
  const file = join(folder, "secret")
  const kept = await readFile(file, "utf8").catch(() => "")
  if (kept.trim().length >= 16) return kept.trim()
  const secret = randomBytes(32).toString("base64url")
  // Whole or not at all: half a secret would sign everybody out at the next start.
  await writeFile(`${file}.part`, `${secret}\n`, { mode: 0o600 })
  await rename(`${file}.part`, file)
  return secret
}

const FIRST_LINK_DAYS = 7

/**
 * The path of a one-time link to create the first account; null when there is an account. Only the latest one works:
 * the links of earlier starts are taken back.
 */
export async function firstAccountLink(services: Services): Promise<string | null> {
  const { db, ids } = services
  const [somebody] = await db.select({ id: account.id }).from(account).limit(1)
  if (somebody) return null
  const secret = newSecret()
  const now = new Date()
  await db.transaction(async (tx) => {
    await tx
      .update(invitation)
      .set({ revokedAt: now })
      .where(and(isNull(invitation.project), isNull(invitation.usedAt), isNull(invitation.revokedAt)))
    const id = ids.newId()
    await tx.insert(invitation).values({
      id,
      project: null,
      role: "owner",
      secretHash: hashSecret(secret),
      expiresAt: new Date(now.getTime() + FIRST_LINK_DAYS * 24 * 60 * 60 * 1000),
    })
    await note(tx, services, { project: null, account: null, action: "first-account-link-made", subject: id })
  })
  return `/first-account/${secret}`
}
