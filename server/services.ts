/**
 * What `main.ts` builds once a process, and how pages and routes reach it. Next bundles its own copy of every module,
 * so the one instance is handed over through `globalThis`; nothing else in the tree keeps state in a module.
 */
import type { Logger } from "pino"
import type { Db } from "../db/client"
import type { Agreements } from "./agreement/agreements"
import type { Bounds } from "./bounds"
import type { Disk } from "./disk"
import type { Env } from "./env"
import type { Familiar } from "./familiar"
import type { HeldDocs } from "./heldDocs"
import type { Clock, Ids } from "./ids"
import type { Machine } from "./machine/machine"
import type { RateLimit } from "./rateLimit"
import type { Readiness } from "./readiness"
import type { Recordings } from "./recordings"
import type { Collector } from "./sync/collector"
import type { DocStore } from "./sync/docStore"
import type { Uploads } from "./uploads"
import type { Waveforms } from "./waveforms"

/** What commands and routes may ask of the live rooms. */
export interface Live {
  /** Rebuilds a projection for those who have it open; does nothing when nobody has. */
  refresh(room: string): Promise<void>
  /** Closes the sockets of a revoked session, finally. */
  closeSession(session: string): void
  /** Closes a member's sockets in a project after their role or assignment changed; they knock again. */
  closeMember(member: string): void
  /** Closes a room and keeps nothing of it: its log was rewritten or erased. */
  forget(room: string, code: number): Promise<void>
  /** Shows those in a room an update that is durable in its log. */
  receive(room: string, update: Uint8Array): Promise<void>
  /** Closes a room once all that it took is durable; its members knock again, and are asked anew what they may. */
  settle(room: string): Promise<void>
  /** Sums, nothing that tells one room from another (B11). */
  stats(): { readonly rooms: number; readonly sockets: number }
  /** Members with a socket open in one of these rooms now. */
  present(rooms: readonly string[]): string[]
}

export interface Services {
  readonly env: Env
  /** Which build the pages are of; null where they are made as they are asked for. */
  readonly build: string | null
  readonly db: Db
  readonly docs: DocStore
  /** Makes documents of logs that others wrote. */
  readonly collector: Collector
  /** Transcripts that were opened last, for commands that read them. */
  readonly heldDocs: HeldDocs
  /** What memos say that were read last. */
  readonly memoTexts: HeldDocs
  readonly live: Live
  readonly recordings: Recordings
  readonly uploads: Uploads
  readonly waveforms: Waveforms
  readonly machine: Machine
  /** Works figures out. */
  readonly agreements: Agreements
  readonly disk: Disk
  readonly ready: Readiness
  /** Takes off the disk what was deleted from the database. */
  readonly scrub: () => Promise<void>
  /** Failed sign-ins. */
  readonly attempts: RateLimit
  /** How often one may ask for what is dear. */
  readonly bounds: Bounds
  /** From where which accounts were entered lately. */
  readonly familiar: Familiar
  readonly ids: Ids
  readonly clock: Clock
  readonly log: Logger
}

const slot = Symbol.for("binome.services")
type Slot = { [slot]?: Services }

export function provideServices(services: Services): void {
  ;(globalThis as Slot)[slot] = services
}

/** Throws when the process was not started by `server/main.ts`: pages do not work under `next dev` alone. */
export function services(): Services {
  const built = (globalThis as Slot)[slot]
  if (!built)
    throw new Error(
      "start Binôme with `npm run dev` or `npm start`: its services are built by server/main.ts",
    )
  return built
}
