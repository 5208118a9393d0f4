import type { IncomingMessage } from "node:http"
import type { Env } from "../env"

/**
 * Notes in `x-binome-address` where a request comes from, whatever the client put there. Behind a proxy (there is a
 * public address) that is what the nearest proxy added last; otherwise nobody is believed but the socket.
 */
export function noteAddress(request: IncomingMessage, env: Pick<Env, "publicUrl">): void {
  request.headers["x-binome-address"] = nearest(request, env)
}

function nearest(request: IncomingMessage, { publicUrl }: Pick<Env, "publicUrl">): string {
  const forwarded = publicUrl === null ? undefined : request.headers["x-forwarded-for"]
  const last = String(forwarded ?? "")
    .split(",")
    .at(-1)
    ?.trim()
  return last || (request.socket.remoteAddress ?? "unknown")
}

/**
 * The address to count by, null where it tells nobody apart: without a public address, what comes from this machine
 * may all come through a proxy on it.
 */
export function addressOf(request: IncomingMessage, env: Pick<Env, "publicUrl">): string | null {
  return countedAddress(nearest(request, env), env)
}

/** The same of an address that was noted. */
export function countedAddress(address: string | null, { publicUrl }: Pick<Env, "publicUrl">): string | null {
  return address !== null && publicUrl === null && THIS_MACHINE.includes(address) ? null : address
}

const THIS_MACHINE = ["127.0.0.1", "::1", "::ffff:127.0.0.1"]

/** Notes in `x-binome-path` what is asked for, so that a page knows where somebody wanted to go before signing in. */
export function notePath(request: IncomingMessage): void {
  request.headers["x-binome-path"] = request.url ?? "/"
}

/** Whether the path asked for can be decoded: one that cannot names nothing. */
export function isDecodable({ url = "" }: Pick<IncomingMessage, "url">): boolean {
  try {
    decodeURIComponent(url.split("?", 1)[0]!)
    return true
  } catch {
    return false
  }
}
