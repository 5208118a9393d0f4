import { mixed } from "./random"

/** With more codes than this, a table of all pairs of them would be mostly empty. */
export const MOST_PAIRED = 256

/** Numbers for sets of codes: 0 is the empty set, those of one code follow, and the same set has the same number whatever the order of its codes. */
export class SetBook {
  /** The codes of all sets, one set after another, those of each in order: set s has those from `#starts[s]` to `#starts[s + 1]`. */
  #codes: Int32Array
  #starts: Int32Array
  #size = 1
  readonly #known: number
  /** Sets of two codes by these, the lower first; 0: none yet. Empty where there are too many codes. */
  readonly #pairs: Int32Array
  /** Larger sets by a sum of their codes' hashes; those with the same sum follow each other. */
  readonly #first = new Map<number, number>()
  #next: Int32Array
  readonly #hashes: Int32Array

  constructor(codes: number) {
    this.#known = codes
    this.#codes = new Int32Array(4 * (codes + 1))
    this.#starts = new Int32Array(2 * (codes + 2))
    this.#next = new Int32Array(2 * (codes + 2))
    this.#pairs = new Int32Array(codes <= MOST_PAIRED ? codes * codes : 0)
    this.#hashes = Int32Array.from({ length: codes }, (_, code) => mixed(code))
    const one = new Int32Array(1)
    for (let code = 0; code < codes; code++) {
      one[0] = code
      this.#add(one, 0, 1)
    }
  }

  get size(): number {
    return this.#size
  }

  /** Of all sets: see `startOf`. What is written here later stands in another array. */
  get codes(): Int32Array {
    return this.#codes
  }

  /** Where its codes begin in `codes`; they end where those of the next set begin. */
  startOf(set: number): number {
    return this.#starts[set]!
  }

  /** The number of the set of `size` codes that stand in `held` from a place on. */
  numberOf(held: Int32Array, from: number, size: number): number {
    if (size === 0) return 0
    if (size === 1) return held[from]! + 1
    if (size === 2 && this.#pairs.length > 0) return this.#numberOfTwo(held, from)
    let hash = 0
    for (let at = from; at < from + size; at++) hash = (hash + this.#hashes[held[at]!]!) | 0
    const first = this.#first.get(hash) ?? 0
    for (let set = first; set > 0; set = this.#next[set]!) if (this.#isSame(set, held, from, size)) return set
    const set = this.#add(held, from, size)
    this.#next[set] = first
    this.#first.set(hash, set)
    return set
  }

  #numberOfTwo(held: Int32Array, from: number): number {
    const [one, other] = [held[from]!, held[from + 1]!]
    const place = Math.min(one, other) * this.#known + Math.max(one, other)
    const known = this.#pairs[place]!
    if (known > 0) return known
    const set = this.#add(held, from, 2)
    this.#pairs[place] = set
    return set
  }

  #add(held: Int32Array, from: number, size: number): number {
    const set = this.#size++
    const start = this.#starts[set]!
    if (start + size > this.#codes.length) this.#codes = longer(this.#codes, start + size)
    if (set + 2 > this.#starts.length) {
      this.#starts = longer(this.#starts, set + 2)
      this.#next = longer(this.#next, set + 2)
    }
    for (let at = from; at < from + size; at++) {
      let place = start + at - from
      for (; place > start && this.#codes[place - 1]! > held[at]!; place--)
        this.#codes[place] = this.#codes[place - 1]!
      this.#codes[place] = held[at]!
    }
    this.#starts[set + 1] = start + size
    return set
  }

  #isSame(set: number, held: Int32Array, from: number, size: number): boolean {
    const [start, end] = [this.#starts[set]!, this.#starts[set + 1]!]
    if (end - start !== size) return false
    for (let at = from; at < from + size; at++) {
      let place = start
      while (place < end && this.#codes[place] !== held[at]) place++
      if (place === end) return false
    }
    return true
  }
}

function longer(numbers: Int32Array, least: number): Int32Array {
  const more = new Int32Array(Math.max(least, 2 * numbers.length))
  more.set(numbers)
  return more
}
