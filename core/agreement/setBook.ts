import { mixed } from "./random"

/** Numbers for sets of codes: 0 is the empty set, those of one code follow, and the same set has the same number whatever the order of its codes. */
export class SetBook {
  readonly #sets: (readonly number[])[]
  /** Sets by a sum of their codes' hashes; those with the same sum follow each other. */
  readonly #first = new Map<number, number>()
  readonly #next: number[]
  readonly #hashes: Int32Array

  constructor(codes: number) {
    this.#sets = [[], ...Array.from({ length: codes }, (_, code) => [code])]
    this.#next = this.#sets.map(() => 0)
    this.#hashes = Int32Array.from({ length: codes }, (_, code) => mixed(code))
  }

  get size(): number {
    return this.#sets.length
  }

  /** Its codes, in order. */
  codesOf(set: number): readonly number[] {
    return this.#sets[set]!
  }

  /** The number of the set of `size` codes that stand in `held` from a place on. */
  numberOf(held: Int32Array, from: number, size: number): number {
    if (size === 0) return 0
    if (size === 1) return held[from]! + 1
    let hash = 0
    for (let at = from; at < from + size; at++) hash = (hash + this.#hashes[held[at]!]!) | 0
    for (let set = this.#first.get(hash) ?? 0; set > 0; set = this.#next[set]!)
      if (isSame(this.#sets[set]!, held, from, size)) return set
    const set = this.#sets.push(inOrder(held, from, size)) - 1
    this.#next.push(this.#first.get(hash) ?? 0)
    this.#first.set(hash, set)
    return set
  }
}

function isSame(codes: readonly number[], held: Int32Array, from: number, size: number): boolean {
  if (codes.length !== size) return false
  for (let at = from; at < from + size; at++) if (!codes.includes(held[at]!)) return false
  return true
}

function inOrder(held: Int32Array, from: number, size: number): number[] {
  const codes: number[] = []
  for (let at = from; at < from + size; at++) {
    let place = codes.length
    for (; place > 0 && codes[place - 1]! > held[at]!; place--) codes[place] = codes[place - 1]!
    codes[place] = held[at]!
  }
  return codes
}
