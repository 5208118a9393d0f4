/** Files up to this size go in one; what is lost of them with a line is soon sent again. */
export const SENT_WHOLE = 4 * 1024 ** 2
/** Small enough for any proxy between. */
export const LEAST_PIECE = 256 * 1024
const MOST_PIECE = 8 * 1024 ** 2
const A_PIECE_MS = 2_000

/** How much to send next, so that the server's answers come every other second on whatever line. */
export function nextPiece(bytes: number, tookMs: number): number {
  const wanted = (bytes * A_PIECE_MS) / Math.max(1, tookMs)
  const soon = Math.min(bytes * 2, Math.max(bytes / 2, wanted))
  return Math.round(Math.min(MOST_PIECE, Math.max(LEAST_PIECE, soon)))
}

/** How long to wait before asking again: longer each time, and no longer than half a minute. */
export function patienceMs(failures: number): number {
  return Math.min(30_000, 1_000 * 2 ** Math.max(0, failures - 1))
}
