import type { IncomingMessage } from "node:http"
import type { Env } from "../env"

/**
 * Notes in `x-binome-address` where a request comes from, whatever the client put there. Behind a proxy (there is a
 * public address) that is what the nearest proxy added last; otherwise nobody is believed but the socket.
 */
export function noteAddress(request: IncomingMessage, { publicUrl }: Pick<Env, "publicUrl">): void {
  const forwarded = publicUrl === null ? undefined : request.headers["x-forwarded-for"]
  const last = String(forwarded ?? "")
    .split(",")
    .at(-1)
    ?.trim()
  request.headers["x-binome-address"] = last || (request.socket.remoteAddress ?? "unknown")
}

/** Notes in `x-binome-path` what is asked for, so that a page knows where somebody wanted to go before signing in. */
export function notePath(request: IncomingMessage): void {
  request.headers["x-binome-path"] = request.url ?? "/"
}
