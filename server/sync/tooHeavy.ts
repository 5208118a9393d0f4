/** A document that cannot be put together: it takes too long, or too much memory, or is broken. Its log is as it was. */
export class TooHeavy extends Error {
  override readonly name = "TooHeavy"
  constructor(why = "the document takes too long to open") {
    super(why)
  }
}

/** By its name: Next has a class of its own, and the process another. */
export function isTooHeavy(error: unknown): boolean {
  return error instanceof Error && error.name === "TooHeavy"
}
