const ofDisk = new Set("ENOSPC EDQUOT EROFS EIO".split(" "))

/** What a disk, a database or the line to it says when it cannot keep anything now and may again later. */
const codes = new Set([
  ...ofDisk,
  ..."ECONNREFUSED ECONNRESET EPIPE ETIMEDOUT".split(" "),
  // PostgreSQL: full, failed or read-only disk; too many connections; shutting down or starting.
  ..."53100 58030 25006 53300 57P01 57P02 57P03".split(" "),
])
const names = new Set(["DiskFull", "DatabaseAway"])

/** True for what only a disk says: a line that breaks has other words. */
export function isDiskFailure(error: unknown): boolean {
  return ofDisk.has((error as { code?: string } | null)?.code ?? "")
}

/** True for a failure of the storage and not of the request: it may be tried again as it is. */
export function isStorageFailure(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { code, severity } = error as { code?: unknown; severity?: unknown }
  return (
    names.has(error.name) ||
    severity === "PANIC" ||
    (typeof code === "string" && (codes.has(code) || code.startsWith("08"))) ||
    error.message.startsWith("Connection terminated") ||
    isStorageFailure(error.cause)
  )
}
