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
  const scripts = `'nonce-${randomBytes(16).toString("base64")}'${dev ? " 'unsafe-eval'" : ""}`
  request.headers["content-security-policy"] = policy(scripts)
  response.setHeader("content-security-policy", policy(scripts))
  response.setHeader("x-content-type-options", "nosniff")
  response.setHeader("x-frame-options", "DENY")
  response.setHeader("referrer-policy", "same-origin")
  response.setHeader("cross-origin-opener-policy", "same-origin")
  response.setHeader("cross-origin-resource-policy", "same-origin")
  response.setHeader("permissions-policy", "camera=(), geolocation=(), payment=()")
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
