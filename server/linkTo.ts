import type { Env } from "./env"

/** The address of a page for others to follow: where the one who asks sees this server. */
export function linkTo(path: string, request: Request, { publicUrl }: Pick<Env, "publicUrl">): string {
  if (publicUrl !== null) return `${publicUrl}${path}`
  const { protocol, host } = new URL(request.url)
  return `${protocol}//${request.headers.get("host") ?? host}${path}`
}
