/**
 * An error as it may stand in the log: what failed, where, and never with which values. A failed query carries them
 * all, and they are people's work (B11); the database quotes some of them in its own words, so of it only the code is
 * told.
 */
export function withoutValues(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error }
  const where = (error.stack ?? "").split("\n").filter((line) => line.startsWith("    at "))
  return {
    type: error.name,
    message: cut(error.message),
    stack: where.join("\n"),
    cause: codeOf(error.cause),
  }
}

/** From now on, what the libraries print of an error by themselves carries no values either (Next, of a failed page). */
export function printWithoutValues(): void {
  const print = console.error
  console.error = (...said: unknown[]) => print(...said.map(plain))
}

function plain(said: unknown): unknown {
  if (said instanceof Error) {
    const { type, message, stack } = withoutValues(said) as Record<string, string>
    return `${type}: ${message}\n${stack}`
  }
  return typeof said === "string" ? cut(said) : said
}

/** A failed query says itself first, and then all that it was asked with. */
const cut = (message: string) => message.split("\nparams: ", 1)[0]!

function codeOf(cause: unknown): string | undefined {
  const { code } = (cause ?? {}) as { code?: unknown }
  return typeof code === "string" ? code : undefined
}
