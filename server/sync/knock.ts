import type { IncomingMessage } from "node:http"
import type { Admission, Caller } from "./ports"

/** What a socket's address asks for. */
export interface Knock {
  readonly room: string
  readonly wantsAcks: boolean
}

export const prefix = "/collab/"
const LONGEST_NAME = 200

/** The room an upgrade asks for; null for an address that names none. */
export function readKnock(request: IncomingMessage): Knock | null {
  try {
    const { pathname, searchParams } = new URL(request.url ?? "", "http://collab")
    const room = decodeURIComponent(pathname.slice(prefix.length))
    const isName = pathname.startsWith(prefix) && /^[\w./~-]+$/.test(room) && room.length <= LONGEST_NAME
    return isName ? { room, wantsAcks: searchParams.get("ack") === "1" } : null
  } catch {
    return null
  }
}

export type Admitted = { readonly caller: Caller } & Exclude<Admission, { access: "none" }>

interface Doorkeeper {
  readonly whoIs: (request: IncomingMessage) => Promise<Caller | null>
  readonly admit: (room: string, caller: Caller) => Promise<Admission>
  /** Grows whenever sockets were closed because an answer may have changed. */
  readonly closures: () => number
}

/**
 * Who knocks and whether they may come in. Asked again when a closing went by meanwhile: it could not yet close a
 * socket that nobody had named.
 */
export async function ask(
  request: IncomingMessage,
  { room }: Knock,
  { whoIs, admit, closures }: Doorkeeper,
): Promise<Admitted | "stranger" | "refused"> {
  for (;;) {
    const before = closures()
    const caller = await whoIs(request)
    if (!caller) return "stranger"
    const admission = await admit(room, caller)
    if (closures() !== before) continue
    return admission.access === "none" ? "refused" : { caller, ...admission }
  }
}
