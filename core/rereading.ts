/** Reading a transcript again together: what whoever does so shows the others of it, and nothing beside. */
import type { MemberId } from "./model"

/** A place of the transcript's text, held by a character, as it crosses. */
export interface HeldPlace {
  readonly tname: "text"
  readonly item?: { readonly client: number; readonly clock: number }
  readonly assoc?: number
}

/** `reads`: one reads, here. `with`: one goes along with somebody who reads. */
export type Rereading = { readonly reads: HeldPlace } | { readonly with: MemberId }

/** What a stranger says of it; null where it says anything else, or anything more. */
export function readRereading(value: unknown): Rereading | null {
  if (!isRecord(value)) return null
  if (hasOnly(value, ["reads"]) && isHeldPlace(value.reads)) return { reads: value.reads }
  if (hasOnly(value, ["with"]) && typeof value.with === "string" && /^[\w-]{1,64}$/u.test(value.with))
    return { with: value.with }
  return null
}

function isHeldPlace(value: unknown): value is HeldPlace {
  if (!isRecord(value) || value.tname !== "text") return false
  const { item, assoc } = value
  return (
    Object.keys(value).every((key) => ["tname", "item", "assoc"].includes(key)) &&
    (assoc === undefined || assoc === 0 || assoc === -1) &&
    (item === undefined ||
      (isRecord(item) && hasOnly(item, ["client", "clock"]) && isCount(item.client) && isCount(item.clock)))
  )
}

function hasOnly(value: object, keys: readonly string[]): boolean {
  const own = Object.keys(value)
  return own.length === keys.length && keys.every((key) => own.includes(key))
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) >= 0
}
