import type { ServerResponse } from "node:http"

/** Sets on every answer what a browser may do with it. `eval` is there in development only, where React needs it. */
export function setSecurityHeaders(response: ServerResponse, { dev }: { readonly dev: boolean }): void {
  response.setHeader("content-security-policy", dev ? policy(" 'unsafe-eval'") : policy(""))
  response.setHeader("x-content-type-options", "nosniff")
  response.setHeader("x-frame-options", "DENY")
  response.setHeader("referrer-policy", "same-origin")
  response.setHeader("cross-origin-opener-policy", "same-origin")
  response.setHeader("cross-origin-resource-policy", "same-origin")
  response.setHeader("permissions-policy", "camera=(), geolocation=(), payment=()")
}

function policy(evaluation: string): string {
  return [
    "default-src 'self'",
    // Next starts its pages with inline scripts.
    `script-src 'self' 'unsafe-inline'${evaluation}`,
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
