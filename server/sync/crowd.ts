import { Allowances } from "./allowance"
import type { Limits } from "./limits"

/** Anything that says when it has ended. */
interface Ending {
  once(event: "close", listener: () => void): unknown
}

/** How many there are of one key (a sign-in, a network address) at a time, so that no one key takes all. */
export class Crowd {
  readonly #here = new Map<string, number>()

  constructor(private readonly most: number) {}

  /** Counts one more until it closes; false when there are too many of its key. */
  join(key: string, one: Ending): boolean {
    const count = this.#here.get(key) ?? 0
    if (count >= this.most) return false
    this.#here.set(key, count + 1)
    one.once("close", () => this.#leave(key))
    return true
  }

  #leave(key: string): void {
    const left = this.#here.get(key)! - 1
    if (left === 0) this.#here.delete(key)
    else this.#here.set(key, left)
  }
}

/** Says whether one more may come in from a network address; null is an address that tells nobody apart. */
export function addressGate(limits: Limits): (address: string | null, one: Ending) => boolean {
  const crowd = new Crowd(limits.addressSockets)
  const knocks = new Allowances(limits.addressBurst, limits.addressPerSecond)
  return (address, one) => address === null || (knocks.of(address).spend(1) && crowd.join(address, one))
}
