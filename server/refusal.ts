/**
 * A command that cannot be done as asked. It says why by a code, which the interface turns into a sentence in the
 * reader's language, and which the API answers as a problem document (RFC 9457).
 */
export const refusals = {
  // who
  "not-signed-in": 401,
  "not-found": 404, // also: not allowed to know (B13)
  "not-allowed": 403, // a member who may see the thing but not do this
  "wrong-origin": 403,
  "too-many-attempts": 429,
  "too-many-requests": 429, // `retryAfter` says in how many seconds
  // the disk or the database: ask again later
  "not-saved": 503,
  // what was to be erased is gone for everyone, but some file still holds it: the server goes on by itself
  "still-on-disk": 503,
  // a document takes longer to open than may be spent on it; no honest one does where the machine is not overburdened
  "too-heavy": 503,
  "invitation-used": 410,
  "email-taken": 409,
  // what was sent
  "invalid-body": 422,
  "too-large": 413,
  "unreadable-transcript": 422,
  "unknown-recording": 422,
  "recording-exists": 409,
  "recording-there": 409,
  "no-recording": 409,
  "no-ffmpeg": 409,
  "no-machine": 409,
  "already-written": 409,
  "not-being-transcribed": 409,
  "no-waveform": 409,
  "upload-broken-off": 400,
  // `offset` says how many bytes are there
  "other-offset": 409,
  "upload-incomplete": 409,
  "too-many-uploads": 409,
  "nothing-to-erase": 422,
  "not-a-name": 422,
  "not-a-pseudonym": 422,
  "too-many-names": 409,
  // sources and members
  "no-coder": 422,
  "too-many-coders": 422,
  "not-a-coder": 422,
  "coding-opened": 409,
  "being-transcribed": 409,
  "words-changed": 409,
  "too-many-versions": 409,
  "nothing-written": 409,
  "not-a-correction": 422,
  "needs-consent": 409,
  "not-opened": 409,
  "not-weaker": 409,
  "already-asked": 409,
  "not-asked": 409,
  "last-owner": 409,
  // handing in
  "already-revealed": 409,
  "not-handed-in": 409,
  "already-handed-in": 409,
  "other-revision": 409,
  "lost-anchor": 422,
  "key-reused": 409,
  "not-revealed": 409,
  "empty-coding": 422,
  "unknown-code": 422,
  "too-many-codings": 422,
  "too-many-corrections": 422,
  // talking it over
  "already-resolved": 409,
  "own-proposal": 409,
  "stale-revision": 409,
  "listen-first": 409,
  "not-referred": 409,
  "already-referred": 409,
  "no-proposal": 409,
  "not-a-disagreement": 409,
  "reason-missing": 422,
  "own-reading": 409,
  // memos
  "stays-shared": 409,
  "too-many-memos": 409,
  // the guide
  "guide-open": 409,
  "guide-frozen": 409,
  "guide-changed": 409,
  "guide-empty": 422,
  "too-many-guides": 409,
  // participants
  "cells-refused": 422, // `problems` says which cells, and why
  "a-name": 422,
  "name-taken": 409,
  "choices-missing": 422,
  "values-lost": 409, // `lost` says how many
  // member check
  "unknown-speaker": 422,
  "too-many-links": 409,
  "already-returned": 409,
  "too-many-comments": 409,
  // agreement
  "agreement-hidden": 409,
  "agreement-too-long": 503,
  // codebook
  "would-cycle": 409,
  "name-missing": 422,
  "not-codable": 409,
  "code-in-use": 409,
  "nothing-to-undo": 409,
  "same-code": 422,
} as const

export type RefusalCode = keyof typeof refusals

export class Refusal extends Error {
  override readonly name = "Refusal"
  constructor(
    readonly code: RefusalCode,
    /** Values for the sentence: names, numbers, the field. Never anything the caller may not see. */
    readonly detail: Record<string, unknown> = {},
  ) {
    super(code)
  }
}

/** The problem document of a refusal. */
export function problemResponse(refusal: Refusal): Response {
  const status = refusals[refusal.code]
  const { retryAfter } = refusal.detail
  return new Response(
    JSON.stringify({
      type: `/problems/${refusal.code}`,
      title: refusal.code,
      status,
      code: refusal.code,
      ...refusal.detail,
    }),
    {
      status,
      headers: {
        "content-type": "application/problem+json",
        "cache-control": "private, no-store",
        ...(refusal.code === "not-saved" ? { "retry-after": "5" } : {}),
        ...(typeof retryAfter === "number" ? { "retry-after": String(retryAfter) } : {}),
      },
    },
  )
}
