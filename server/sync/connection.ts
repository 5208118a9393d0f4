import type { WebSocket } from "ws"
import { durableFrame } from "./frames"
import type { Limits } from "./limits"
import type { AwarenessRule, Caller } from "./ports"

/** A socket that was admitted to a room. */
export class Connection {
  /** True from the last beat on until something was sent. */
  isSilent = false
  #durable = 0
  #allowance: number
  #since = performance.now()

  constructor(
    private readonly socket: WebSocket,
    readonly caller: Caller,
    readonly room: string,
    readonly mayWrite: boolean,
    readonly awareness: AwarenessRule,
    private readonly wantsAcks: boolean,
    private readonly limits: Limits,
  ) {
    this.#allowance = limits.burst
  }

  /** A reader that does not keep up is cut before it fills the memory; what it missed it gets on return. */
  send(frame: Uint8Array): void {
    if (this.socket.readyState !== this.socket.OPEN) return
    if (this.socket.bufferedAmount > this.limits.unread) this.socket.terminate()
    else this.socket.send(frame)
    this.isSilent = false
  }

  /** Says that one more update of this socket is durable. */
  acknowledge(): void {
    this.#durable++
    if (this.wantsAcks) this.send(durableFrame(this.#durable))
  }

  /** Takes `cost` from what this socket may ask for; false when it asks for too much. */
  spend(cost: number): boolean {
    const now = performance.now()
    const regained = ((now - this.#since) / 1000) * this.limits.perSecond
    this.#allowance = Math.min(this.limits.burst, this.#allowance + regained) - cost
    this.#since = now
    return this.#allowance >= 0
  }

  close(code: number, reason: string): void {
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
