/** Why a socket is closed. The stock client treats 4400–4499 as final and retries after all others. */
export const closeCodes = {
  malformed: 1007,
  tooBig: 1009,
  restart: 1012,
  retry: 1013,
  notSignedIn: 4401,
  notAllowed: 4403,
  /** The copy of a projection is older than its document: discard it, knock again with an empty one. */
  staleCopy: 4409,
  /** The document holds as much as one may. What it holds can still be read by whoever does not write. */
  full: 4413,
} as const
