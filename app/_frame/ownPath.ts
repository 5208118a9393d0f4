/**
 * A path of this site that somebody may be sent on to; for anything else, such as another site's address, the
 * projects.
 */
export function ownPath(wanted: string | readonly string[] | null | undefined): string {
  const home = "/projects"
  if (typeof wanted !== "string" || !wanted.startsWith("/") || !URL.canParse(wanted, base)) return home
  const { origin, pathname, search, hash } = new URL(wanted, base)
  // "/.//elsewhere" is read as the path "//elsewhere", which a browser reads as another site.
  return origin === base && !pathname.startsWith("//") ? `${pathname}${search}${hash}` : home
}

const base = "http://own.invalid"

/** The sign-in page for somebody who wanted to go there. */
export function signInPath(wanted: string | null): string {
  const [path = "", query = ""] = (wanted ?? "").split("?", 2)
  const kept = new URLSearchParams(query)
  // How Next asks for the same page from inside another.
  kept.delete("_rsc")
  const next = ownPath(kept.size > 0 ? `${path}?${kept}` : path)
  return next === "/projects" ? "/sign-in" : `/sign-in?${new URLSearchParams({ next })}`
}
