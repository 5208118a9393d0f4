/** Figures that take longer than may be spent on them. */
export class AgreementTooLong extends Error {
  override readonly name = "AgreementTooLong"
}

/** By its name: Next has a class of its own, and the process another. */
export const isTooLong = (error: unknown) => error instanceof Error && error.name === "AgreementTooLong"
