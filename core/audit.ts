/**
 * What the audit trail notes, and under which heading it is read. An action that has no line here can be neither
 * noted nor read: whoever adds one decides whether it may be known before anything is revealed.
 */
export const auditKinds = ["people", "sources", "coding", "discussion", "codebook", "erasure"] as const
export type AuditKind = (typeof auditKinds)[number]

/**
 * Read as they were noted. None tells of a coder's own work before it is revealed: `sealed` are those that would, and
 * what stands instead is read off the hand-ins of passages that are revealed (B9, S78).
 */
const read = {
  "project-created": "people",
  "project-changed": "sources",
  "project-exported": "sources",
  "agreement-shown": "sources",
  "agreement-exported": "sources",
  "agreement-hidden": "sources",
  "member-invited": "people",
  "member-role-changed": "people",
  "member-left": "people",
  "invitation-accepted": "people",
  "invitation-revoked": "people",
  "source-created": "sources",
  "source-changed": "sources",
  "passages-moved": "sources",
  "transcribing-opened": "sources",
  "transcribing-closed": "sources",
  "notes-closed": "sources",
  "notes-reopened": "sources",
  "machine-asked": "sources",
  "machine-read-through": "sources",
  "coders-assigned": "sources",
  "participants-changed": "sources",
  "participant-withdrew": "sources",
  "weakening-asked": "sources",
  "weakening-withdrawn": "sources",
  "blindness-weakened": "sources",
  "guide-begun": "sources",
  "guide-validated": "sources",
  "guide-used": "sources",
  "guide-dropped": "erasure",
  "member-check-made": "sources",
  "member-check-revoked": "sources",
  "member-check-returned": "sources",
  "member-comment-handled": "sources",
  "recording-attached": "sources",
  "recording-kept-until": "erasure",
  "recording-destroyed": "erasure",
  "recording-silenced": "erasure",
  "words-erased": "erasure",
  "source-deleted": "erasure",
  "pseudonym-removed": "erasure",
  "key-destroyed": "erasure",
  "participant-removed": "erasure",
  "variable-removed": "erasure",
  "later-reading": "coding",
  "later-reading-assented": "coding",
  "later-reading-removed": "coding",
  "talk-declared": "coding",
  "memo-shared": "discussion",
  "memo-deleted": "discussion",
  listened: "discussion",
  proposed: "discussion",
  "withdrew-proposal": "discussion",
  accepted: "discussion",
  referred: "discussion",
  "withdrew-referral": "discussion",
  ruled: "discussion",
  "noted-ruling": "discussion",
  "undid-resolution": "discussion",
  "code-created": "codebook",
  "code-changed": "codebook",
  "codes-revealed": "codebook",
  "codes-merged": "codebook",
  "merge-undone": "codebook",
} as const satisfies Record<string, AuditKind>

/** Noted, and shown once the passage is revealed, from the hand-in itself. */
const sealed = ["hand-in", "take-back"] as const

/** Noted, and told to nobody: whether each consented (B28), and what each writes for themself, is their own affair. */
const untold = ["weakening-declined", "own-memo-created", "own-memo-deleted"] as const

/** About an account or the whole installation: in no project's trail. */
const elsewhere = [
  "account-changed",
  "first-account-created",
  "first-account-link-made",
  "project-deleted",
  "signed-in",
  "signed-out",
  "token-created",
  "token-revoked",
] as const

type Read = keyof typeof read
export type AuditAction =
  | Read
  | (typeof sealed)[number]
  | (typeof untold)[number]
  | (typeof elsewhere)[number]

/** What stands in a project's trail: what was noted, and what hand-ins and reveals say. */
export type ShownAction = Read | (typeof sealed)[number] | "revealed"

export const readActions = Object.keys(read) as Read[]

/** The heading of what stands in a trail. */
export function kindOfAction(action: ShownAction): AuditKind {
  return action in read ? read[action as Read] : "coding"
}
