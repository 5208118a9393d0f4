import { accessTo, parseRoom, type Room } from "../../core/access"
import type { MemberId } from "../../core/model"
import { readRereading } from "../../core/rereading"
import { locate } from "../places"
import type { Services } from "../services"
import type { Admission, AwarenessRule, Caller, RoomKind } from "../sync/ports"

/** What a room answers when a member knocks: `accessTo`, as everywhere. Missing and refused are one answer (B13). */
export async function admission(
  services: Pick<Services, "db">,
  name: string,
  { member, mayWrite }: Pick<Caller, "member" | "mayWrite">,
): Promise<Admission> {
  const room = parseRoom(name)
  const location = room && (await locate(services, placeOf(room)))
  if (!room || !location) return { access: "none" }
  const known = room.kind === "memo" ? { ...room, facts: location.memo } : room
  const may = accessTo(known, await location.memberOf(member))
  if (may === "none") return { access: may }
  const access = mayWrite ? may : "read"
  return { access, kind: kindOf(room), awareness: awarenessOf(room, member, access) }
}

function placeOf(room: Room): Record<string, string> {
  if (room.kind === "memo") return { memo: room.memo }
  return "project" in room ? { project: room.project } : { source: room.source }
}

const projections: readonly Room["kind"][] = ["review", "codebook", "tree", "comments"]

function kindOf(room: Room): RoomKind {
  return projections.includes(room.kind) ? "projection" : "log"
}

/**
 * Nothing crosses where coders are blind (B5, B14); elsewhere named fields, and who says so is ours to say. A transcript
 * is written by whoever corrects it (C30), and only then: they see each other's words, and where each of them is.
 */
function awarenessOf(room: Room, member: MemberId, access: "read" | "write"): AwarenessRule {
  switch (room.kind) {
    case "source":
      return access === "write" ? { ...writers, stamp: { member } } : "none"
    case "memo":
    case "notes":
      return access === "write" ? { ...together, stamp: { member } } : "none"
    case "review":
      return { fields: ["listening", "here"], stamp: { member } }
    case "codebook":
    case "tree":
      return { fields: ["here"], stamp: { member } }
    default:
      return "none"
  }
}

/** Where somebody's cursor is in a rich text, and nothing else. */
const together = { fields: ["writing"], needed: "writing" } as const

const writers = {
  fields: ["writing", "rereading"],
  needed: "writing",
  shapes: { rereading: (value: unknown) => readRereading(value) !== null },
} as const
