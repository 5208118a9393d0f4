/** Numbers for sets of codes: 0 is the empty set, and the same set has the same number however it came about. */
export class SetBook {
  readonly #numbers = new Map<string, number>([["", 0]])
  readonly #sets: (readonly number[])[] = [[]]
  readonly #steps = new Map<number, number>()
  readonly #codes: number

  constructor(codes: number) {
    this.#codes = codes
  }

  get size(): number {
    return this.#sets.length
  }

  /** Its codes, in order. */
  codesOf(set: number): readonly number[] {
    return this.#sets[set]!
  }

  /** The set with the code, or without it where it had it. */
  toggled(set: number, code: number): number {
    const step = set * this.#codes + code
    const known = this.#steps.get(step)
    if (known !== undefined) return known
    const number = this.#numberOf(toggle(this.#sets[set]!, code))
    this.#steps.set(step, number)
    return number
  }

  #numberOf(codes: readonly number[]): number {
    const key = codes.join()
    const known = this.#numbers.get(key)
    if (known !== undefined) return known
    this.#numbers.set(key, this.#sets.length)
    return this.#sets.push(codes) - 1
  }
}

function toggle(codes: readonly number[], code: number): number[] {
  const without = codes.filter((each) => each !== code)
  if (without.length < codes.length) return without
  const at = codes.findIndex((each) => each > code)
  return at < 0 ? [...codes, code] : [...codes.slice(0, at), code, ...codes.slice(at)]
}
