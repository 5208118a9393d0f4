import { closeCodes } from "./closeCodes"
import type { Connection } from "./connection"
import { type Message, readFrame, updateFrame, vectorFrame } from "./frames"
import type { Limits } from "./limits"
import { Presence } from "./presence"
import { type Outline, readUpdate, readVector } from "./update"

/** What a room holds: how it answers a newcomer, and what becomes of what is written. */
export interface Content {
  /** A newcomer who may write is asked for all that this lacks; null where only the server writes. */
  readonly vector: () => Uint8Array | null
  /** The frames that bring a copy that holds these clocks up to date; `stale` when no frame can. */
  readonly answer: (known: ReadonlyMap<number, number>) => readonly Uint8Array[] | "stale"
  /** Null where the update is taken; else why it is not. */
  readonly write: (update: Uint8Array, outline: Outline, author: Connection) => Unwritten | null
  /** In bytes: what answering from it costs. */
  readonly size: () => number
  /** True while something written is not durable yet. */
  readonly isBusy: () => boolean
  /** Takes nothing more; settles when all that was taken is durable and acknowledged, or could not be. */
  readonly settle: () => Promise<void>
  /** Holds and shows an update that was put into the log past the room. */
  readonly receive: (update: Uint8Array) => void
  readonly close: () => void
}

/**
 * `full`: the document holds as much as one may. `busy`: too much is on its way to the log. `gaps`: too much would
 * wait for what is not here.
 */
export type Unwritten = "full" | "busy" | "gaps"

/** One synced document and the sockets in it. */
export class Room {
  readonly connections = new Set<Connection>()
  readonly #presence: Presence
  #content: Content | null = null

  constructor(
    readonly name: string,
    private readonly limits: Limits,
  ) {
    this.#presence = new Presence((author) => this.#listenersOf(author), limits)
  }

  /** Set once, before anybody joins. */
  hold(content: Content): void {
    this.#content = content
  }

  get isIdle(): boolean {
    return this.connections.size === 0 && !this.#content?.isBusy()
  }

  /** See `Content.settle`. What is written meanwhile is not acknowledged: it is its writer's still. */
  async settle(): Promise<void> {
    await this.#content?.settle()
  }

  /** See `Content.receive`. */
  receive(update: Uint8Array): void {
    this.#content?.receive(update)
  }

  join(connection: Connection): void {
    this.connections.add(connection)
    const vector = connection.mayWrite ? this.#content?.vector() : null
    if (vector) connection.send(vectorFrame(vector))
    this.#showEveryone(connection)
  }

  leave(connection: Connection): void {
    if (this.connections.delete(connection)) this.#presence.leave(connection)
  }

  /** Takes one frame. A frame that is none closes its socket and touches nobody else. */
  hear(connection: Connection, frame: Uint8Array): void {
    const message = readFrame(frame)
    const cost = message?.kind === "vector" ? ANSWER_COST + this.#size() / BYTES_FOR_ONE : 1
    if (!connection.spend(cost + frame.length / BYTES_FOR_ONE)) {
      connection.close(closeCodes.retry, "too much at once")
    } else if (!message || !this.#take(connection, message)) {
      connection.close(closeCodes.malformed, "not understood")
    }
  }

  /** Shows a durable update to everyone but its author. */
  show(update: Uint8Array, author?: Connection): void {
    const frame = updateFrame(update)
    for (const connection of this.connections) if (connection !== author) connection.send(frame)
  }

  close(code: number, reason: string): void {
    for (const connection of this.connections) connection.close(code, reason)
    this.#content?.close()
    this.#content = null
  }

  #size(): number {
    return this.#content?.size() ?? 0
  }

  /** False when the message is not what it says it is. */
  #take(connection: Connection, message: Message): boolean {
    switch (message.kind) {
      case "vector":
        return this.#answer(connection, message.vector)
      case "update":
        return this.#write(connection, message.update)
      case "awareness":
        return this.#presence.hear(connection, message.update)
      case "askAwareness":
        this.#showEveryone(connection)
        return true
      case "other":
        return true
    }
  }

  #answer(connection: Connection, vector: Uint8Array): boolean {
    const known = readVector(vector)
    if (!known) return false
    const frames = this.#content?.answer(known) ?? []
    if (frames === "stale") connection.close(closeCodes.staleCopy, "stale copy")
    else for (const frame of frames) connection.send(frame)
    return true
  }

  #write(connection: Connection, update: Uint8Array): boolean {
    if (!connection.mayWrite) return true
    const outline = readUpdate(update, this.limits.pieces)
    const unwritten = outline && this.#content?.write(update, outline, connection)
    if (unwritten === "full") connection.close(closeCodes.full, "this document is full")
    if (unwritten === "busy") connection.close(closeCodes.retry, "more than can be kept at once")
    if (unwritten === "gaps") connection.close(closeCodes.retry, "something before this is missing")
    return outline !== null
  }

  #showEveryone(connection: Connection): void {
    const frame = connection.awareness === "none" ? null : this.#presence.everyone()
    if (frame) connection.send(frame)
  }

  *#listenersOf(author: Connection): Iterable<Connection> {
    for (const connection of this.connections) {
      if (connection !== author && connection.awareness !== "none") yield connection
    }
  }
}

/** What answering a state vector costs, and what a message costs for its size, in plain messages. */
const ANSWER_COST = 20
const BYTES_FOR_ONE = 16 * 1024
