/** A document that takes too long to be put together, or too much memory. Its log is as it was. */
export class TooHeavy extends Error {
  override readonly name = "TooHeavy"
  constructor() {
    super("the document takes too long to open")
  }
}

/** By its name: Next has a class of its own, and the process another. */
export function isTooHeavy(error: unknown): boolean {
  return error instanceof Error && error.name === "TooHeavy"
}
