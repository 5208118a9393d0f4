import type { IncomingMessage } from "node:http"
import type * as Y from "yjs"
import type { Collector } from "./collector"
import type { DocStore } from "./docStore"
import type { TranscriptNow } from "./lateQuotes"
import type { Limits } from "./limits"

/** Who knocked: a member's account and the sign-in (or token) they came with. */
export interface Caller {
  readonly member: string
  readonly session: string
  /** When it runs out by itself; null: never. */
  readonly until: Date | null
  /** False for a token that only reads, whatever its owner may do. */
  readonly mayWrite: boolean
}

/**
 * Which fields of a client's awareness others may see (B14); `stamp` is set by us and cannot be claimed. Who does not
 * say what is `needed` is not shown at all; a field that has a shape and is of another is left out.
 */
export type AwarenessRule =
  | "none"
  | {
      readonly fields: readonly string[]
      readonly needed?: string
      readonly shapes?: Readonly<Record<string, (value: unknown) => boolean>>
      readonly stamp?: Readonly<Record<string, unknown>>
    }

/** `log`: written by its members, kept in the store. `projection`: written by the server, derived, not kept. */
export type RoomKind = "log" | "projection"

/** The answer to a knock. A room that is missing and one that is refused are the same answer (B13). */
export type Admission =
  | { readonly access: "none" }
  | { readonly access: "read" | "write"; readonly kind: RoomKind; readonly awareness: AwarenessRule }

/** An open projection: a document the server alone writes. */
export interface OpenProjection {
  readonly doc: Y.Doc
  readonly close: () => void
}

export interface Projections {
  /** Builds a projection and keeps it up to date until closed. */
  readonly open: (room: string) => Promise<OpenProjection>
  /** Resolves when what was true at the call is in the open document; at once when it is not open. */
  readonly refresh: (room: string) => Promise<void>
}

export interface Log {
  readonly info: (fields: object, message: string) => void
  readonly warn: (fields: object, message: string) => void
  readonly error: (fields: object, message: string) => void
}

export interface SyncPorts {
  /** By cookie or bearer token; null for a stranger. */
  readonly whoIs: (request: IncomingMessage) => Promise<Caller | null>
  /** All policy. Asked once a socket: when an answer may have changed, close the socket and let it knock again. */
  readonly admit: (room: string, caller: Caller) => Promise<Admission>
  /** False for a page of another site. */
  readonly originAllowed: (request: IncomingMessage) => boolean
  /** The network address it comes from; null where that tells nobody apart (a proxy on this machine). */
  readonly addressOf: (request: IncomingMessage) => string | null
  readonly store: DocStore
  /** The transcript by which quotes written into this room are checked; null where nothing of it was erased. */
  readonly transcriptFor?: (room: string) => Promise<TranscriptNow | null>
  /** Closed with the server. */
  readonly collector?: Collector
  readonly projections: Projections
  readonly log: Log
  readonly limits?: Partial<Limits>
}
