import { eq } from "drizzle-orm"
import type { NextAuthOptions, Session } from "next-auth"
import { storable } from "../core/text"
import { account, session } from "../db/schema"
import { note } from "./audit"
import { revokeSession } from "./commands/revokeSession"
import { passwordMatches } from "./password"
import type { Services } from "./services"
import { newSecret, stands } from "./session"

const SESSION_DAYS = 30

/**
 * Sign-in by e-mail and password, for next-auth. The cookie carries a session's id (`sid`) and nothing that is
 * trusted beyond it: see whoIs. Why a try failed is told by next-auth's `error`: `CredentialsSignin` (never which of
 * the two was wrong, nor whether the account exists) or `too-many-attempts`.
 */
export function signInOptions(services: Services): NextAuthOptions {
  return {
    secret: services.env.authSecret ?? undefined,
    useSecureCookies: services.env.publicUrl?.startsWith("https://") ?? false,
    session: { strategy: "jwt", maxAge: SESSION_DAYS * 24 * 60 * 60 },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    providers: [
      {
        id: "credentials",
        name: "Binôme",
        type: "credentials",
        credentials: { email: { type: "email" }, password: { type: "password" } },
        authorize: async (sent, request) => {
          const { email, password } = (sent ?? {}) as Record<string, unknown>
          if (typeof email !== "string" || typeof password !== "string") return null
          return checkPassword(services, { email, password, from: addressOf(request.headers) })
        },
      },
    ],
    callbacks: {
      jwt: async ({ token, user }) =>
        user ? { sub: user.id, sid: await openSession(services, user.id) } : token,
      session: async ({ session: shown, token }) => {
        const known = typeof token.sid === "string" && (await stands(services, token.sid))
        return known ? { ...shown, user: await shownUser(services, String(token.sub)) } : ({} as Session)
      },
    },
    events: {
      signOut: async ({ token }) => {
        if (typeof token?.sid === "string" && typeof token.sub === "string")
          await revokeSession(services, { session: token.sid, account: token.sub })
      },
    },
  }
}

/**
 * Null when the two do not belong together. Throws `too-many-attempts` after ten failures in a quarter of an hour,
 * with this e-mail or from this address.
 */
export async function checkPassword(
  services: Services,
  given: { readonly email: string; readonly password: string; readonly from: string },
): Promise<{ id: string; email: string; name: string } | null> {
  const email = normalEmail(given.email)
  // From where an account was entered before, strangers' failures do not count: nobody locks its owner out.
  const place = `email ${email} at ${given.from}`
  const keys = [services.familiar.has(place) ? place : `email ${email}`, `address ${given.from}`]
  if (keys.some((key) => services.attempts.wait(key) > 0)) throw new Error("too-many-attempts")
  const [row] = await services.db.select().from(account).where(eq(account.email, email))
  if (await passwordMatches(given.password.slice(0, MOST_PASSWORD), row?.password ?? null)) {
    services.attempts.forget(keys[0]!)
    services.familiar.add(place)
    return row ? { id: row.id, email: row.email, name: row.name } : null
  }
  for (const key of keys) services.attempts.failed(key)
  return null
}

export const MOST_PASSWORD = 1_000

/** As e-mail addresses are kept and compared. */
export function normalEmail(email: string): string {
  return storable(email).trim().toLowerCase()
}

/** A new session of an account, by cookie; its id. */
export async function openSession(services: Services, by: string): Promise<string> {
  const id = newSecret()
  const expiresAt = new Date(Date.now() + SESSION_DAYS * 24 * 60 * 60 * 1000)
  await services.db.transaction(async (tx) => {
    await tx.insert(session).values({ id, account: by, kind: "cookie", expiresAt })
    await note(tx, services, { project: null, account: by, action: "signed-in", subject: by })
  })
  return id
}

async function shownUser({ db }: Services, id: string) {
  const [row] = await db
    .select({ name: account.name, email: account.email })
    .from(account)
    .where(eq(account.id, id))
  return row ?? {}
}

/** As a proxy before us says, else as the socket does (server/http notes it); only ever a key to count by. */
function addressOf(headers: Record<string, unknown> | undefined): string {
  const said = headers?.["x-binome-address"]
  return typeof said === "string" ? said : "unknown"
}
