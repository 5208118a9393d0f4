/** Reading what anybody may have written into a layer's maps. */
import type { Anchor } from "../anchor"
import { storable } from "../text"

export function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {}
}

export function readAnchor(value: unknown): Anchor | null {
  const { start, end, quote, prefix, suffix } = fieldsOf(value)
  if (typeof quote !== "string") return null
  const words = (context: unknown) => (typeof context === "string" ? storable(context) : "")
  return {
    start: start ?? null,
    end: end ?? null,
    quote: words(quote),
    prefix: words(prefix),
    suffix: words(suffix),
  }
}
