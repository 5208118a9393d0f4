import { closeCodes } from "./closeCodes"
import type { Collected } from "./collect"
import type { Collector } from "./collector"
import { compact } from "./compaction"
import type { Connection } from "./connection"
import { type DocStore, versionOf } from "./docStore"
import { openHistory } from "./history"
import type { Limits } from "./limits"
import { logContent } from "./logContent"
import type { Log, Projections, RoomKind, SyncPorts } from "./ports"
import { projectionContent } from "./projectionContent"
import { Room } from "./room"

interface RoomsNeed {
  readonly store: DocStore
  readonly projections: Projections
  readonly collector: Collector
  readonly log: Log
  readonly limits: Limits
  readonly transcriptFor: NonNullable<SyncPorts["transcriptFor"]>
}

/** The rooms that are open. A room opens with its first newcomer and is forgotten some time after its last. */
export class Rooms {
  readonly #open = new Map<string, Promise<Room>>()
  readonly #ready = new Map<string, Room>()
  readonly #closing = new Map<string, NodeJS.Timeout>()

  constructor(private readonly need: RoomsNeed) {}

  /** The room, opened if it was not. Rejects when its content cannot be had; the next knock tries again. */
  enter(name: string, kind: RoomKind): Promise<Room> {
    const open = this.#open.get(name)
    if (open) return open
    const opening = this.#load(name, kind)
    this.#open.set(name, opening)
    opening.catch(() => this.#open.delete(name))
    return opening
  }

  /** The room if it is open or opening. */
  find(name: string): Promise<Room> | undefined {
    return this.#open.get(name)
  }

  all(): Iterable<Room> {
    return this.#ready.values()
  }

  leave(room: Room, connection: Connection): void {
    room.leave(connection)
    if (room.connections.size === 0) this.#closeLater(room)
  }

  /** Closes a room's sockets and keeps nothing of it. */
  drop(room: Room, code: number, reason: string): void {
    clearTimeout(this.#closing.get(room.name))
    this.#closing.delete(room.name)
    if (this.#ready.get(room.name) === room) {
      this.#ready.delete(room.name)
      this.#open.delete(room.name)
    }
    room.close(code, reason)
  }

  async #load(name: string, kind: RoomKind): Promise<Room> {
    const room = new Room(name, this.need.limits)
    room.hold(kind === "log" ? await this.#log(room) : await this.#projection(room))
    this.#ready.set(name, room)
    this.#closeLater(room)
    return room
  }

  async #log(room: Room) {
    const { store, log, collector } = this.need
    const transcript = await this.need.transcriptFor(room.name)
    const loaded = await store.load(room.name)
    const collected = await collector.collect(room.name, loaded.updates, versionOf(loaded))
    const { refused } = collected
    if (refused > 0) log.warn({ count: refused }, "a log holds updates that cannot be applied")
    if (loaded.updates.length >= this.need.limits.compactFrom)
      compact(store, room.name, loaded, collected).catch((error) =>
        log.warn({ error }, "a log could not be made shorter; it is as it was"),
      )
    return logContent({
      room: room.name,
      history: openHistory(collected, (updates) => this.#fold(room.name, updates)),
      store,
      limits: this.need.limits,
      transcript,
      collector,
      onDurable: (update, author) => room.show(update, author),
      onLost: (error) => {
        log.error({ error }, "an append failed; its room is closed so that what was written is sent again")
        this.drop(room, closeCodes.retry, "not saved, send again")
      },
    })
  }

  async #fold(room: string, updates: readonly Uint8Array[]): Promise<Collected> {
    const { collector, log } = this.need
    try {
      return await collector.collect(room, updates)
    } catch (error) {
      log.warn({ error }, "what came into a room could not be collected; it is held as it came")
      throw error
    }
  }

  async #projection(room: Room) {
    return projectionContent(await this.need.projections.open(room.name), (update) => room.show(update))
  }

  #closeLater(room: Room): void {
    clearTimeout(this.#closing.get(room.name))
    const timer = setTimeout(() => {
      if (room.isIdle) this.drop(room, closeCodes.restart, "closed")
      else if (room.connections.size === 0) this.#closeLater(room)
    }, this.need.limits.idle)
    timer.unref()
    this.#closing.set(room.name, timer)
  }
}
