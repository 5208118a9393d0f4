/**
 * Who may do what. One function, asked by sockets, pages, API, recordings and exports. Whatever has no rule is
 * refused; refused and missing answer alike (B13).
 */
import type { MemoFacts, MemoId } from "./memos"
import type { MemberId, ProjectId, ProjectRole, SourceId } from "./model"

export type Room =
  | { readonly kind: "source"; readonly source: SourceId }
  | { readonly kind: "layer"; readonly source: SourceId; readonly coder: MemberId }
  | { readonly kind: "review"; readonly source: SourceId }
  | { readonly kind: "codebook"; readonly project: ProjectId }
  | { readonly kind: "tree"; readonly project: ProjectId }
  | { readonly kind: "notes"; readonly source: SourceId }
  /** That participants wrote something; what, is asked for. */
  | { readonly kind: "comments"; readonly source: SourceId }
  /** Its name says which; who may is decided by what is known of it, and where nothing is, nobody may. */
  | { readonly kind: "memo"; readonly memo: MemoId; readonly facts?: MemoFacts | undefined }

/** What a page or a route stands for, where it is no room. */
export type Door =
  | { readonly kind: "project" } // that it exists, its sources, its people, each one's progress as a count
  | { readonly kind: "settings" } // members, sources, policies
  | { readonly kind: "codes" } // changing the codebook
  | { readonly kind: "memos" } // those that are shared and one's own, and writing new ones
  | { readonly kind: "guide" } // the interview guide, and writing it
  | { readonly kind: "participants" } // who takes part in the study, as letters
  | { readonly kind: "transcript"; readonly source: SourceId }
  | { readonly kind: "recording"; readonly source: SourceId }
  | { readonly kind: "sending" } // recordings on their way into the project
  | { readonly kind: "giving"; readonly source: SourceId } // a recording to a source that has none
  | { readonly kind: "coding"; readonly source: SourceId } // handing in, proposing, accepting, later readings
  | { readonly kind: "transcribing"; readonly source: SourceId } // opening the transcript to corrections, and closing it
  | { readonly kind: "correcting"; readonly source: SourceId } // words of a transcript that is being coded
  | { readonly kind: "memberCheck"; readonly source: SourceId } // links for its participants, and what they wrote
  | { readonly kind: "ruling"; readonly source: SourceId } // deciding what was referred
  | { readonly kind: "queue" } // what is referred, and deciding it: of sources that one does not code (B12)
  | { readonly kind: "export" }
  | { readonly kind: "agreement" } // figures of what is revealed
  | { readonly kind: "audit" } // who did what, as far as it is revealed

export type Access = "none" | "read" | "write"

/** A person as one project sees them. */
export interface Member {
  readonly id: MemberId
  readonly role: ProjectRole
  /** The sources this member codes. */
  readonly codes: ReadonlySet<SourceId>
  /** Those whose transcript this member may correct now. */
  readonly corrects: ReadonlySet<SourceId>
  /** Those whose live notes are closed to who only observes. */
  readonly notesClosed?: ReadonlySet<SourceId>
}

/** `member` is null for somebody who does not belong to the project (or whose project does not exist). */
export function accessTo(place: Room | Door, member: Member | null): Access {
  if (!member) return "none"
  switch (place.kind) {
    case "source":
      return member.corrects.has(place.source) ? "write" : "read"
    case "layer":
      return place.coder === member.id && member.codes.has(place.source) ? "write" : "none"
    case "review":
      return reads(member, place.source) ? "read" : "none"
    case "codebook":
      return "read" // the server alone writes what commands decided
    case "tree":
      return member.role === "observer" ? "none" : "read"
    case "notes":
      return toNotes(member, place.source)
    case "giving":
      return toNotes(member, place.source) === "write" ? "write" : "none"
    case "sending":
      return member.role !== "coder" || member.codes.size > 0 ? "write" : "none"
    case "memo":
      return place.facts ? toMemo(place.facts, member) : "none"
    case "project":
    case "transcript":
    case "recording":
      return "read"
    case "settings":
      return member.role === "owner" ? "write" : "none"
    case "codes":
    case "memos":
    case "participants":
      return member.role === "observer" ? "none" : "write"
    case "guide":
      return member.role === "observer" ? "read" : "write"
    case "coding":
      return member.codes.has(place.source) ? "write" : "none"
    case "transcribing":
    case "correcting":
    case "memberCheck":
      return transcribes(member, place.source) ? "write" : "none"
    case "comments":
      return transcribes(member, place.source) ? "read" : "none"
    case "ruling":
      return supervises(member, place.source) ? "write" : "none"
    case "queue":
      return member.role === "supervisor" ? "write" : "none"
    case "export":
    case "agreement":
      return member.role === "observer" ? "none" : "read"
    case "audit":
      return member.role === "owner" || member.role === "supervisor" ? "read" : "none"
    default:
      return "none"
  }
}

/** Whose transcript it is while it is made: its coders', the supervisor's, and whoever holds the project. */
export function transcribes(member: Pick<Member, "role" | "codes">, source: SourceId): boolean {
  return member.role === "owner" || member.role === "supervisor" || member.codes.has(source)
}

/** Who may be at an event writes its notes: who makes its transcript; who observes, until they are closed (F17). */
function toNotes(member: Member, source: SourceId): Access {
  if (transcribes(member, source)) return "write"
  if (member.role !== "observer") return "none"
  return member.notesClosed?.has(source) ? "read" : "write"
}

/** Nobody codes and supervises the same source (B12). */
export function supervises(member: Member, source: SourceId): boolean {
  return member.role === "supervisor" && !member.codes.has(source)
}

/** Revealed material of a source: those who code it, and the supervisor. */
function reads(member: Member, source: SourceId): boolean {
  return member.codes.has(source) || member.role === "supervisor"
}

/** What is private is its author's alone, whatever anybody's role; what is shared is written together. */
function toMemo({ author, sharing }: MemoFacts, member: Member): Access {
  if (member.role === "observer") return "none"
  return sharing === "shared" || author === member.id ? "write" : "none"
}

export function roomName(room: Room): string {
  switch (room.kind) {
    case "layer":
      return `layer/${room.source}/${room.coder}`
    case "codebook":
    case "tree":
      return `${room.kind}/${room.project}`
    case "memo":
      return `memo/${room.memo}`
    default:
      return `${room.kind}/${room.source}`
  }
}

const ID = "[A-Za-z0-9_-]{1,64}"
const layerName = new RegExp(`^layer/(${ID})/(${ID})$`)
const simpleName = new RegExp(`^(source|review|codebook|tree|notes|comments|memo)/(${ID})$`)

/** The room a name stands for; null for everything that is no room's name. */
export function parseRoom(name: string): Room | null {
  const layer = layerName.exec(name)
  if (layer) return { kind: "layer", source: layer[1]!, coder: layer[2]! }
  const simple = simpleName.exec(name)
  if (!simple) return null
  const id = simple[2]!
  switch (simple[1]) {
    case "codebook":
    case "tree":
      return { kind: simple[1], project: id }
    case "source":
    case "review":
    case "notes":
    case "comments":
      return { kind: simple[1], source: id }
    case "memo":
      return { kind: "memo", memo: id }
    default:
      return null
  }
}
