export type JsonObject = Readonly<Record<string, unknown>>

/**
 * The value of some JSON, also of that of Python, which writes NaN and Infinity where no number is known: they are
 * read as null. Undefined where it is no JSON, or breaks off.
 */
export function parseJson(text: string): unknown {
  return (
    parsed(text) ?? parsed(text.replace(STRING_OR_UNKNOWN, (found) => (found[0] === '"' ? found : "null")))
  )
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}

const STRING_OR_UNKNOWN = /"(?:[^"\\]|\\.)*"|-?\b(?:NaN|Infinity)\b/gs

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
