export type JsonObject = Readonly<Record<string, unknown>>

/**
 * The value of some JSON, also of that of Python, which writes NaN and Infinity where no number is known: they are
 * read as null. Undefined where it is no JSON, or breaks off.
 */
export function parseJson(text: string): unknown {
  return (
    attempt(() => JSON.parse(text)) ?? attempt(() => JSON.parse(text.replace(STRING_OR_UNKNOWN, knownOrNull)))
  )
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}

const STRING_OR_UNKNOWN = /"(?:[^"\\]|\\.)*"|-?\b(?:NaN|Infinity)\b/gs

const knownOrNull = (found: string) => (found[0] === '"' ? found : "null")

function attempt(parse: () => unknown): unknown {
  try {
    return parse()
  } catch {
    return undefined
  }
}
