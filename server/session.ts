import { createHash, randomBytes } from "node:crypto"
import { and, eq, gt, isNull, type SQL } from "drizzle-orm"
import { decode } from "next-auth/jwt"
import type { MemberId } from "../core/model"
import { account, session } from "../db/schema"
import type { Services } from "./services"

/** Somebody signed in, by a cookie or by a personal access token. */
export interface Caller {
  readonly id: MemberId
  readonly session: string
  readonly by: "cookie" | "token"
  /** False with a token for reading only. */
  readonly mayWrite: boolean
  /** When the session runs out. */
  readonly until: Date
  readonly name: string
  readonly email: string
  readonly locale: "fr" | "en"
}

/**
 * Who a request comes from; null for strangers. The session's row is read each time, so that a revoked session ends
 * with the next request. A bearer token is looked at alone: with a wrong one, the cookie beside it does not count.
 */
export async function whoIs(
  services: Pick<Services, "db" | "env">,
  headers: Headers,
): Promise<Caller | null> {
  const authorization = headers.get("authorization")
  if (authorization !== null) {
    const token = /^Bearer\s+(\S{1,200})$/i.exec(authorization)?.[1]
    return token ? bySession(services, "token", eq(session.secretHash, hashSecret(token))) : null
  }
  const sid = await sidOf(headers, services.env.authSecret)
  return sid ? bySession(services, "cookie", eq(session.id, sid)) : null
}

/** Whether a session still lets its holder in. */
export async function stands(services: Pick<Services, "db" | "env">, sid: string): Promise<boolean> {
  return (await bySession(services, "cookie", eq(session.id, sid))) !== null
}

/** 256 random bits. Never drawn from a seed: a secret that can be computed again is none. */
export function newSecret(): string {
  return randomBytes(32).toString("base64url")
}

/** What is kept of a secret. It is long and random, so that one round of sha-256 is enough. */
export function hashSecret(secret: string): string {
  return createHash("sha256").update(secret).digest("hex")
}

async function bySession({ db }: Pick<Services, "db">, by: Caller["by"], which: SQL): Promise<Caller | null> {
  // The real time of day: with a seed, reading services.clock would move it on, and asking leaves no trace (B10).
  const now = new Date()
  const [row] = await db
    .select({
      id: account.id,
      session: session.id,
      mayWrite: session.mayWrite,
      until: session.expiresAt,
      name: account.name,
      email: account.email,
      locale: account.locale,
    })
    .from(session)
    .innerJoin(account, eq(account.id, session.account))
    .where(and(which, eq(session.kind, by), isNull(session.revokedAt), gt(session.expiresAt, now)))
  return row ? { ...row, by } : null
}

const cookieNames = ["__Secure-next-auth.session-token", "next-auth.session-token"]

/** The session's id that a next-auth cookie carries, its signature checked. */
async function sidOf(headers: Headers, secret: string | null): Promise<string | null> {
  if (secret === null) return null
  const cookies = readCookies(headers.get("cookie") ?? "")
  for (const name of cookieNames) {
    const token = cookies.get(name) ?? joinChunks(cookies, name)
    if (!token) continue
    const claims = await decode({ token, secret }).catch(() => null)
    if (typeof claims?.sid === "string") return claims.sid
  }
  return null
}

function readCookies(header: string): Map<string, string> {
  return new Map(
    header.split(";").map((part) => {
      const at = part.indexOf("=")
      return [part.slice(0, at).trim(), part.slice(at + 1).trim()]
    }),
  )
}

/** next-auth cuts long cookies into `name.0`, `name.1`… */
function joinChunks(cookies: ReadonlyMap<string, string>, name: string): string {
  let joined = ""
  for (let at = 0; cookies.has(`${name}.${at}`); at++) joined += cookies.get(`${name}.${at}`)
  return joined
}
