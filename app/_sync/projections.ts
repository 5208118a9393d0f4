"use client"

import { useMemo } from "react"
import type { WebsocketProvider } from "y-websocket"
import type { CodebookView, Person, ReviewMeta, ReviewView, TreeView } from "../../core/view"
import type { RoomState } from "./connect"
import { useEntries } from "./useEntries"
import { useReadRoom } from "./useReadRoom"
import { useRoom } from "./useRoom"

export interface Projected<View> {
  readonly view: View
  /** False until the first copy has come; show skeletons until then. */
  readonly ready: boolean
  readonly state: RoomState
  readonly awareness: WebsocketProvider["awareness"] | null
}

/** What has been revealed of a source, live. Null opens nothing (and stays not ready). */
export function useReview(
  source: string | null,
): Projected<ReviewView> & { readonly meta: ReviewMeta | null } {
  const { connection, state } = useRoom(source === null ? null : `review/${source}`)
  const doc = connection?.doc ?? null
  const meta = useEntries<ReviewMeta>(doc, "meta")
  const people = useEntries<Person>(doc, "people")
  const progress = useEntries<ReviewView["progress"][string]>(doc, "progress")
  const passages = useEntries<ReviewView["passages"][string]>(doc, "passages")
  const codings = useEntries<ReviewView["codings"][string]>(doc, "codings")
  const agreements = useEntries<ReviewView["agreements"][string]>(doc, "agreements")
  const flags = useEntries<ReviewView["flags"][string]>(doc, "flags")
  const laterReadings = useEntries<ReviewView["laterReadings"][string]>(doc, "laterReadings")
  const suggested = useEntries<string>(doc, "suggested")
  const declarations = useEntries<boolean>(doc, "declarations")
  const view = useMemo(
    () => ({
      meta,
      people,
      progress,
      passages,
      codings,
      agreements,
      flags,
      laterReadings,
      suggested,
      declarations,
    }),
    [meta, people, progress, passages, codings, agreements, flags, laterReadings, suggested, declarations],
  )
  return {
    view,
    meta: meta.meta ?? null,
    ready: meta.meta !== undefined,
    state,
    awareness: connection?.provider.awareness ?? null,
  }
}

/** The codebook of a project, live; without a line, as it was last read here. */
export function useCodebook(project: string): Projected<CodebookView> {
  const { doc, connection, state } = useReadRoom(`codebook/${project}`)
  const codes = useEntries<CodebookView["codes"][string]>(doc, "codes")
  const merges = useEntries<CodebookView["merges"][string]>(doc, "merges")
  const meta = useEntries<number>(doc, "meta")
  const view = useMemo(() => ({ codes, merges, meta }), [codes, merges, meta])
  return {
    view,
    ready: meta.revision !== undefined,
    state,
    awareness: connection?.provider.awareness ?? null,
  }
}

/** The merged code tree of a project, live. */
export function useTree(project: string): Projected<TreeView> {
  const { connection, state } = useRoom(`tree/${project}`)
  const doc = connection?.doc ?? null
  const counts = useEntries<TreeView["counts"][string]>(doc, "counts")
  const people = useEntries<Person>(doc, "people")
  const sources = useEntries<TreeView["sources"][string]>(doc, "sources")
  const view = useMemo(() => ({ counts, people, sources }), [counts, people, sources])
  return {
    view,
    ready: Object.keys(people).length > 0,
    state,
    awareness: connection?.provider.awareness ?? null,
  }
}
