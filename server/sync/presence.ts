import * as decoding from "lib0/decoding"
import * as encoding from "lib0/encoding"
import type { Connection } from "./connection"
import { awarenessFrame, emptyFrame } from "./frames"
import type { Limits } from "./limits"
import type { AwarenessRule } from "./ports"

/** What one client says of itself, as JSON; null = gone. What is shown has passed the allow-list. */
interface Entry {
  readonly client: number
  readonly clock: number
  readonly state: string | null
}

/**
 * Who is in a room, and what they show of themselves. A socket speaks for one Yjs client only, the first it names;
 * what it repeats of others, as the stock client does, is not listened to.
 */
export class Presence {
  readonly #shown = new Map<Connection, Entry>()
  /** Who last spoke for a client: it stays theirs, so that nobody takes over the id of one who lost the line. */
  readonly #owners = new Map<number, string>()

  constructor(
    private readonly others: (author: Connection) => Iterable<Connection>,
    private readonly limits: Limits,
  ) {}

  /** Everyone shown now; the frame a newcomer gets, or null when there is nobody. */
  everyone(): Uint8Array | null {
    return this.#shown.size === 0 ? null : encode([...this.#shown.values()])
  }

  /** Takes a message of awareness; false when it is none. The author always hears a frame in return. */
  hear(author: Connection, message: Uint8Array): boolean {
    if (message.length > this.limits.awareness) return false
    const entries = readEntries(message, this.limits.awarenessEntries)
    if (!entries) return false
    const rule = author.awareness
    const said = rule === "none" ? undefined : entries.find((entry) => this.#isOwn(author, entry))
    if (!said || rule === "none") author.send(emptyFrame)
    else if (said.state === null) {
      this.#leave(author, said.clock)
      author.send(emptyFrame)
    } else return this.#show(author, said, rule)
    return true
  }

  leave(author: Connection): void {
    this.#leave(author, this.#shown.get(author)?.clock ?? 0)
  }

  #isOwn(author: Connection, { client, state }: Entry): boolean {
    const shown = this.#shown.get(author)
    if (shown) return shown.client === client
    const owner = this.#owners.get(client)
    return state !== null && (owner === undefined || owner === author.caller.member)
  }

  /** False when what was said is no JSON. */
  #show(author: Connection, said: Entry, rule: Exclude<AwarenessRule, "none">): boolean {
    const state = allowed(said.state, rule, this.limits.awarenessState)
    if (state === "no JSON") return false
    if (state === "nobody") {
      this.#leave(author, said.clock)
      author.send(emptyFrame)
      return true
    }
    const entry = { client: said.client, clock: said.clock, state }
    const frame = state === null ? emptyFrame : encode([entry])
    author.send(frame)
    if (state === null) return true
    this.#shown.set(author, entry)
    this.#own(said.client, author.caller.member)
    for (const other of this.others(author)) other.send(frame)
    return true
  }

  #own(client: number, member: string): void {
    this.#owners.set(client, member)
    const oldest = this.#owners.keys().next().value
    if (this.#owners.size > OWNERS_KEPT && oldest !== undefined) this.#owners.delete(oldest)
  }

  #leave(author: Connection, clock: number): void {
    const shown = this.#shown.get(author)
    if (!shown) return
    this.#shown.delete(author)
    // The same client may be back already on a new line.
    for (const { client } of this.#shown.values()) if (client === shown.client) return
    const frame = encode([{ client: shown.client, clock: Math.max(clock, shown.clock), state: null }])
    for (const other of this.others(author)) other.send(frame)
  }
}

const OWNERS_KEPT = 1000

/** Of a state, the fields that others may see; null when it is none or too big. */
function allowed(
  json: string | null,
  rule: Exclude<AwarenessRule, "none">,
  most: number,
): string | null | "no JSON" | "nobody" {
  if (json === null || json.length > most) return null
  const state = parse(json)
  if (state === undefined) return "no JSON"
  if (typeof state !== "object" || state === null || Array.isArray(state)) return null
  if (rule.needed !== undefined && !Object.hasOwn(state, rule.needed)) return "nobody"
  const said = state as Record<string, unknown>
  const kept = rule.fields.filter(
    (field) => Object.hasOwn(said, field) && rule.shapes?.[field]?.(said[field]) !== false,
  )
  const shown = Object.fromEntries(kept.map((field) => [field, said[field]]))
  return JSON.stringify({ ...shown, ...rule.stamp })
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

/** The states are left unread: of all that a client repeats of others, only its own is looked at. */
function readEntries(message: Uint8Array, most: number): Entry[] | null {
  try {
    const decoder = decoding.createDecoder(message)
    const count = decoding.readVarUint(decoder)
    if (count > most) return null
    const entries: Entry[] = []
    for (let left = count; left > 0; left--) {
      const client = decoding.readVarUint(decoder)
      const clock = decoding.readVarUint(decoder)
      const json = decoding.readVarString(decoder)
      entries.push({ client, clock, state: json === "null" ? null : json })
    }
    return decoding.hasContent(decoder) ? null : entries
  } catch {
    return null
  }
}

function encode(entries: readonly Entry[]): Uint8Array {
  const update = encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, entries.length)
    for (const { client, clock, state } of entries) {
      encoding.writeVarUint(encoder, client)
      encoding.writeVarUint(encoder, clock)
      encoding.writeVarString(encoder, state ?? "null")
    }
  })
  return awarenessFrame(update)
}
