import type { MemoAbout } from "../../core/memos"

/** What a memo is about that is begun on a page: the code that is chosen in the tree, or the page's source. */
export function aboutHere({ pathname, search }: Pick<Location, "pathname" | "search">): MemoAbout {
  const code = new URLSearchParams(search).get("code")
  if (/^\/projects\/[^/]+\/tree$/.test(pathname) && code !== null) return { code }
  const source = /^\/projects\/[^/]+\/sources\/([^/]+)\/./.exec(pathname)?.[1]
  return source === undefined ? null : { source: decodeURIComponent(source) }
}
