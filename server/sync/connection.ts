import type { WebSocket } from "ws"
import { Allowance } from "./allowance"
import { closeCodes } from "./closeCodes"
import { durableFrame } from "./frames"
import type { Limits } from "./limits"
import type { AwarenessRule, Caller } from "./ports"

/** A socket that was admitted to a room. */
export class Connection {
  /** True from the last beat on until something was sent. */
  isSilent = false
  /** By us: what it still sends is not heard. */
  isClosed = false
  #durable = 0
  readonly #own: Allowance

  constructor(
    private readonly socket: WebSocket,
    readonly caller: Caller,
    readonly room: string,
    readonly mayWrite: boolean,
    readonly awareness: AwarenessRule,
    private readonly wantsAcks: boolean,
    private readonly limits: Limits,
    private readonly shared: Allowance,
  ) {
    this.#own = new Allowance(limits.burst, limits.perSecond)
  }

  /** A reader that does not keep up is cut before it fills the memory; what it missed it gets on return. */
  send(frame: Uint8Array): void {
    if (this.socket.readyState !== this.socket.OPEN) return
    if (this.socket.bufferedAmount > this.limits.unread) this.#cut()
    else this.socket.send(frame)
    this.isSilent = false
  }

  /** Says that one more update of this socket is durable. */
  acknowledge(): void {
    this.#durable++
    if (this.wantsAcks) this.send(durableFrame(this.#durable))
  }

  /** Takes `cost` from what this socket, and all of its sign-in, may ask for; false when they ask for too much. */
  spend(cost: number): boolean {
    const [own, shared] = [this.#own.spend(cost), this.shared.spend(cost)]
    return own && shared
  }

  /** Answers a ping, unless the answers to earlier ones are not read. */
  pong(data: Buffer): void {
    if (!this.spend(1)) this.close(closeCodes.retry, "too much at once")
    else if (this.socket.bufferedAmount > this.limits.unread) this.#cut()
    else this.socket.pong(data)
  }

  /** Whether the sign-in it came with has run out. */
  get isOver(): boolean {
    return this.caller.until !== null && this.caller.until.getTime() <= Date.now()
  }

  #cut(): void {
    this.isClosed = true
    this.socket.terminate()
  }

  close(code: number, reason: string): void {
    this.isClosed = true
    closeSocket(this.socket, code, reason)
  }
}

/** Closes a socket, and ends it if the other side does not answer in time. */
export function closeSocket(socket: WebSocket, code: number, reason: string): void {
  socket.close(code, reason)
  const cut = setTimeout(() => socket.terminate(), 5_000)
  cut.unref()
  socket.once("close", () => clearTimeout(cut))
}
