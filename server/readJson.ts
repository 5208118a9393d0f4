import { storable } from "../core/text"

/**
 * What a JSON text says, as it can be kept: half a character, such as a quote cut short may end in, is read as the
 * sign for what cannot be read. Throws a SyntaxError for what is no JSON, or holds the character NUL, which nobody
 * writes and no database takes.
 */
export function readJson(text: string): unknown {
  return JSON.parse(text, (key, value) => {
    if (key !== storable(key)) throw new SyntaxError("a name that cannot be kept")
    if (typeof value !== "string") return value
    if (value.includes("\0")) throw new SyntaxError("NUL")
    return storable(value)
  })
}
