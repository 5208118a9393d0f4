import { eq } from "drizzle-orm"
import type { MemberId } from "../../core/model"
import type { Db } from "../../db/client"
import { account } from "../../db/schema"
import { Refusal } from "../refusal"
import type { Services } from "../services"
import { normalEmail } from "../signIn"

export interface NewAccount {
  readonly name: string
  readonly email: string
  readonly password: string
  readonly locale?: "fr" | "en"
}

/** Part of the commands that let somebody in by a link: makes their account, or refuses an e-mail that has one. */
export async function insertAccount(
  tx: Db,
  { ids, clock }: Pick<Services, "ids" | "clock">,
  { name, email, locale = "fr" }: NewAccount,
  passwordHash: string,
): Promise<MemberId> {
  const [taken] = await tx
    .select({ id: account.id })
    .from(account)
    .where(eq(account.email, normalEmail(email)))
  if (taken) throw new Refusal("email-taken")
  const id = ids.newId()
  await tx.insert(account).values({
    id,
    name: name.trim(),
    email: normalEmail(email),
    password: passwordHash,
    locale,
    createdAt: clock(),
  })
  return id
}
