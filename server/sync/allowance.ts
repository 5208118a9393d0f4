/** Work that may be asked for: so much at once, and so much that comes back a second. A plain message costs 1. */
export class Allowance {
  #left: number
  #since: number

  constructor(
    private readonly burst: number,
    private readonly perSecond: number,
    private readonly now: () => number = () => performance.now(),
  ) {
    this.#left = burst
    this.#since = now()
  }

  /** Takes `cost`; false, and takes nothing, when there is less. */
  spend(cost: number): boolean {
    const standing = this.#standing()
    if (cost > standing) return false
    this.#left = standing - cost
    this.#since = this.now()
    return true
  }

  /** How long until there is as much. */
  secondsUntil(cost: number): number {
    return Math.max(0, cost - this.#standing()) / this.perSecond
  }

  /** Nothing was asked for lately: forgetting it changes nothing. */
  get isWhole(): boolean {
    return this.#standing() >= this.burst
  }

  #standing(): number {
    const regained = ((this.now() - this.#since) / 1000) * this.perSecond
    return Math.min(this.burst, this.#left + regained)
  }
}

/** Allowances by key. What one sign-in asks for counts together, over all its sockets and however often it returns. */
export class Allowances {
  readonly #kept = new Map<string, Allowance>()

  constructor(
    private readonly burst: number,
    private readonly perSecond: number,
    private readonly now?: () => number,
  ) {}

  of(key: string): Allowance {
    const kept = this.#kept.get(key)
    if (kept) return kept
    if (this.#kept.size >= MOST_KEPT) this.#forgetWhole()
    const made = new Allowance(this.burst, this.perSecond, this.now)
    this.#kept.set(key, made)
    return made
  }

  #forgetWhole(): void {
    for (const [key, allowance] of this.#kept) if (allowance.isWhole) this.#kept.delete(key)
  }
}

const MOST_KEPT = 10_000
