"use client"

import { useEntries } from "../_sync/useEntries"
import { useRoom } from "../_sync/useRoom"

/** Another word whenever participants wrote something about a source, or took it back; null until the server says. */
export function useCommentsWritten(source: string): string | null {
  const { connection } = useRoom(`comments/${source}`)
  return useEntries<string>(connection?.doc ?? null, "comments").written ?? null
}
