import { randomBytes } from "node:crypto"
import type { IncomingMessage, ServerResponse } from "node:http"

/**
 * Sets on every answer what a browser may do with it. Scripts run only where the page carries this answer's own
 * number: Next reads it from the policy on the request and writes it on the scripts it starts its pages with, and
 * what somebody wrote cannot know it. `eval` is there in development only, where React needs it.
 */
export function setSecurityHeaders(
  request: IncomingMessage,
  response: ServerResponse,
  { dev }: { readonly dev: boolean },
): void {
  const nonce = `'nonce-${randomBytes(16).toString("base64")}'`
  const isForParticipant = leadsToParticipant(request.url ?? "/")
  const allowed = isForParticipant
    ? participantPolicy(nonce)
    : policy(`${nonce}${dev ? " 'unsafe-eval'" : ""}`)
  request.headers["content-security-policy"] = allowed
  response.setHeader("content-security-policy", allowed)
  response.setHeader("x-content-type-options", "nosniff")
  response.setHeader("x-frame-options", "DENY")
  // The address of a participant's page is all it takes to read it: no other is told of it, and no engine lists it.
  response.setHeader("referrer-policy", isForParticipant ? "no-referrer" : "same-origin")
  if (isForParticipant) response.setHeader("x-robots-tag", "noindex, nofollow, noarchive, nosnippet")
  response.setHeader("cross-origin-opener-policy", "same-origin")
  response.setHeader("cross-origin-resource-policy", "same-origin")
  response.setHeader("permissions-policy", "camera=(), geolocation=(), payment=()")
}

/** Whether an address is of a participant's page (K3), however it is written. */
function leadsToParticipant(url: string): boolean {
  const path = url.split("?", 1)[0]!
  try {
    return /^\/+relire(\/|$)/.test(decodeURIComponent(path))
  } catch {
    return false
  }
}

/** A page that needs one style, one script and nothing else. */
function participantPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src ${nonce}`,
    `style-src ${nonce}`,
    "img-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ")
}

function policy(scripts: string): string {
  return [
    "default-src 'self'",
    `script-src 'self' ${scripts}`,
    // Menus and the transcript place things by style attributes; a style can hide something, and run nothing.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ")
}
