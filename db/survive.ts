import type { PGlite } from "@electric-sql/pglite"

/** The database has ended, because its disk failed it, and is not back yet. Nothing of the statement may be assumed kept. */
export class DatabaseAway extends Error {
  override readonly name = "DatabaseAway"
}

/** An embedded engine, and how to know that it has ended. */
export interface Engine {
  readonly pg: PGlite
  readonly hasEnded: () => boolean
  /** Gives back what an ended engine holds of the operating system. */
  readonly bury: () => void
}

export interface Surviving {
  /** What drizzle asks of a PGlite. */
  readonly client: Pick<PGlite, "query" | "exec" | "transaction">
  /** The engine of now, for what only it can do. */
  readonly engine: () => PGlite
  readonly close: () => Promise<void>
}

const PATIENCE_MS = 2_000

/**
 * A database that outlives its engine. PostgreSQL ends itself when the disk refuses its log: what was acknowledged is
 * safe in it, what was under way is not. Statements are refused with DatabaseAway until `open` succeeds again, which
 * is tried when a statement comes, at most once in a while.
 */
export async function survive(open: () => Promise<Engine>, patienceMs = PATIENCE_MS): Promise<Surviving> {
  let engine = guarded(await open())
  let opening: Promise<void> | null = null
  let triedAt = 0

  const reopen = async () => {
    engine.bury()
    try {
      engine = guarded(await open())
    } catch (cause) {
      throw new DatabaseAway("The database could not be opened again.", { cause })
    } finally {
      triedAt = Date.now()
      opening = null
    }
  }
  const alive = async (): Promise<PGlite> => {
    if (engine.hasEnded()) {
      if (!opening && Date.now() < triedAt + patienceMs) throw new DatabaseAway("The database is away.")
      opening ??= reopen()
      await opening
    }
    return engine.pg
  }
  return {
    client: {
      query: async (...asked) => (await alive()).query(...asked),
      exec: async (...asked) => (await alive()).exec(...asked),
      transaction: async (callback) => (await alive()).transaction(callback),
    },
    engine: () => engine.pg,
    close: async () => {
      if (engine.hasEnded()) engine.bury()
      else await engine.pg.close()
    },
  }
}

/** An ended engine that is asked once more never answers and holds up the whole process: it is not asked. */
function guarded(engine: Engine): Engine {
  const { pg, hasEnded } = engine
  const ask = pg.execProtocolRawSync.bind(pg)
  pg.execProtocolRawSync = (message) => {
    if (hasEnded()) throw new DatabaseAway("The database has ended.")
    return ask(message)
  }
  return engine
}
