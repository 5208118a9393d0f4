import { join } from "node:path"
import { destination, pino } from "pino"
import type { Database } from "../db/client"
import { scrub } from "../db/scrub"
import { createAgreements } from "./agreement/agreements"
import { createBounds, noBounds } from "./bounds"
import { keepLength } from "./commands/keepLength"
import { diskOf, noDisk } from "./disk"
import { sameOrigin } from "./door"
import type { Env } from "./env"
import { transcriptSinceErasing } from "./erasedSince"
import { createFamiliar } from "./familiar"
import { createHeldDocs } from "./heldDocs"
import { addressOf } from "./http/address"
import { admission } from "./http/admission"
import { headersOf } from "./http/nodeRequest"
import { createClock, createIds } from "./ids"
import { createMachine } from "./machine/machine"
import { buildProjection } from "./projections"
import { createRateLimit, noLimit } from "./rateLimit"
import { createReadiness } from "./readiness"
import { folderRecordings, type Recordings } from "./recordings"
import type { Live, Services } from "./services"
import { whoIs } from "./session"
import { createCollector } from "./sync/collector"
import { databaseStore } from "./sync/databaseStore"
import { createProjections } from "./sync/projections"
import { createSyncServer, type SyncServer } from "./sync/syncServer"
import { folderUploads } from "./uploads"
import { createWaveforms, type Waveforms } from "./waveforms"
import { withoutValues } from "./withoutValues"

const FAILURES = 10
/** Bytes. */
const MEMO_TEXTS = 8 * 1024 * 1024
const QUARTER_OF_AN_HOUR = 15 * 60 * 1000

/** All that lives as long as the process, over an open database. Tests build the same without Next and sockets. */
export function compose(env: Env, database: Database): { services: Services; sync: SyncServer } {
  const { db } = database
  const serializers = { err: withoutValues, error: withoutValues }
  const log = pino({ level: env.logLevel, base: undefined, serializers }, destination({ fd: 2, sync: true }))
  const ids = createIds(env.seed ?? undefined)
  const disk = database.kind === "embedded" ? diskOf(env.dataDir) : noDisk
  const docs = databaseStore(db, disk.demandRoom)
  const collector = createCollector()
  const projections = createProjections({
    build: (room) => buildProjection({ db, docs, collector }, room),
    newClientId: ids.newClientId,
    log,
  })
  const sync = createSyncServer({
    whoIs: async (request) => {
      const caller = await whoIs({ db, env }, headersOf(request))
      return (
        caller && {
          member: caller.id,
          session: caller.session,
          until: caller.until,
          mayWrite: caller.mayWrite,
        }
      )
    },
    admit: (room, caller) => admission({ db }, room, caller),
    originAllowed: (request) => sameOrigin({ env }, headersOf(request)),
    addressOf: (request) => addressOf(request, env),
    store: docs,
    transcriptFor: (room) => transcriptSinceErasing({ db, docs, collector }, room),
    collector,
    projections,
    log,
  })
  const kept = folderRecordings(join(env.dataDir, "recordings"))
  const live = liveBy(sync)
  const waveforms = createWaveforms({
    recordings: kept,
    log,
    measured: (key, ms) => keepLength({ db, live }, key, ms),
  })
  const agreements = createAgreements()
  const services: Services = {
    env,
    build: null,
    db,
    docs,
    collector,
    heldDocs: createHeldDocs(),
    memoTexts: createHeldDocs(MEMO_TEXTS),
    live,
    recordings: withoutLeftovers(kept, waveforms),
    uploads: folderUploads(join(env.dataDir, "uploads")),
    waveforms,
    machine: createMachine(env.transcribe),
    agreements,
    disk,
    ready: createReadiness({ db, disk }),
    scrub: () => {
      agreements.forget()
      return scrub(database)
    },
    familiar: createFamiliar(),
    bounds: env.test ? noBounds : createBounds(),
    attempts: env.test ? noLimit : createRateLimit(FAILURES, QUARTER_OF_AN_HOUR),
    ids,
    clock: createClock(env.seed ?? undefined),
    log,
  }
  return { services, sync }
}

/** Whoever removes a recording may rely on it that nothing is drawn of it afterwards. */
function withoutLeftovers(recordings: Recordings, waveforms: Waveforms): Recordings {
  return {
    ...recordings,
    remove: async (key) => {
      await waveforms.forget(key)
      await recordings.remove(key)
    },
  }
}

function liveBy(sync: SyncServer): Live {
  return {
    refresh: sync.refresh,
    forget: (room, code) => sync.forget(room, code),
    settle: sync.settle,
    receive: sync.receive,
    stats: sync.stats,
    closeSession: (session) => sync.closeSession(session),
    closeMember: (member) => sync.closeWhere((present) => present.member === member),
    present: (rooms) => [
      ...new Set(
        sync
          .present()
          .filter(({ room }) => rooms.includes(room))
          .map(({ member }) => member),
      ),
    ],
  }
}
