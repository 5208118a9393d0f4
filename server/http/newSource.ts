import type { IncomingMessage } from "node:http"
import type { Readable } from "node:stream"
import type { z } from "zod"
import { applyLabels, guessedDecisions } from "../../core/exchange/applyLabels"
import type { TranscriptDraft } from "../../core/exchange/transcriptDraft"
import type { TranscriptReading } from "../../core/exchange/transcriptProblem"
import type { MemberId, ProjectId, Transcript } from "../../core/model"
import { createSource, type KeptRecording } from "../commands/createSource"
import { wholeUpload } from "../commands/sendRecording"
import { enter, type Rule } from "../door"
import { readPastedText, readTranscript, TRANSCRIPT_BYTES } from "../imports/readTranscript"
import { newSourceFields } from "../projectBodies"
import { membersNamed } from "../queries/members"
import { readJson } from "../readJson"
import { Refusal } from "../refusal"
import type { Services } from "../services"
import { keepRecording } from "./keepRecording"
import { type Fields, readMultipart } from "./multipart"
import { headersOf, sendResponse } from "./nodeRequest"
import type { RawRoute } from "./rawRoutes"
import { uploadNamed } from "./uploadNamed"

const importing = {
  for: "members",
  place: "settings",
  need: "write",
  bound: "importing",
  summary:
    "Bring in a source: a form with `transcript` (file) or `text`, `recording`, `title`, `kind`, `blindness`, `coders`; instead of `recording`, `upload`: the id of one that was sent in pieces. With a recording alone, or with `begins` = `event` and neither, its transcript is written here",
} as const satisfies Rule

/** `POST /api/projects/:id/sources`: a whole source or, when anything of it is refused, nothing. */
export const postSource: RawRoute = {
  methods: ["POST"],
  path: "/api/projects/{project}/sources",
  rule: importing,
  answer: async (services, request, response, params) => {
    const entering = { headers: headersOf(request), method: "POST" }
    const { caller, project } = await enter(services, importing, entering, params)
    const where = { project: project!, by: caller!.id }
    const form = await withUpload(services, await readForm(services, request), where)
    const made = await bringIn(services, form, where).catch(async (error) => {
      if (form.recording) await services.recordings.remove(form.recording.key)
      throw error
    })
    const headers = { location: `/api/sources/${made.id}`, "cache-control": "private, no-store" }
    await sendResponse(Response.json(made, { status: 201, headers }), response)
  },
}

async function bringIn(services: Services, form: Form, where: { project: ProjectId; by: MemberId }) {
  const { labels, durationMs, coders, upload: _, begins, ...fields } = readFields(form.fields)
  const hasWords = form.transcript !== null || pastedIn(form) !== ""
  const toTranscribe = !hasWords && (form.recording !== null || begins === "event")
  const draft = toTranscribe ? null : draftOf(form)
  const transcript = draft
    ? applyLabels(draft, labels ?? guessedDecisions(draft), services.ids.newId)
    : blank(services.ids.newId)
  const made = await createSource(services, {
    ...fields,
    ...where,
    coders: await membersNamed(services, where.project, coders),
    transcript,
    words: draft?.words ?? [],
    toTranscribe,
    isDraft: draft?.origin === "machine",
    recording: form.recording && { ...form.recording, durationMs },
    upload: form.upload,
  })
  const { title, kind, blindness } = fields
  return { ...made, title, kind, blindness, turns: transcript.turns.length }
}

/** What somebody begins with who has no words yet: two who speak, and the first turn. */
function blank(newId: () => string): Transcript {
  const [asks, answers] = [newId(), newId()]
  return {
    speakers: [
      { id: asks, label: "I", interviewer: true },
      { id: answers, label: "P", interviewer: false },
    ],
    turns: [{ speaker: asks, startMs: 0, endMs: null, text: "" }],
  }
}

/** `POST /api/projects/:id/transcript-readings`: what an import would find, before anything is stored. */
export const readBeforeImport: RawRoute = {
  methods: ["POST"],
  path: "/api/projects/{project}/transcript-readings",
  rule: {
    ...importing,
    summary:
      "Read a transcript (`transcript` or `text`) without keeping it: its paragraphs, labels and what would be left out",
  },
  answer: async (services, request, response, params) => {
    await enter(services, importing, { headers: headersOf(request), method: "POST" }, params)
    const draft = draftOf(await readForm(services, request, { keepsRecording: false }))
    const { format, labels, notes, paragraphs } = draft
    const answer = {
      format,
      labels,
      notes,
      decisions: guessedDecisions(draft),
      paragraphs: paragraphs.length,
      // Whole, so that whoever decides about the labels sees at once what becomes of every word.
      draft,
    }
    await sendResponse(Response.json(answer, { headers: { "cache-control": "private, no-store" } }), response)
  },
}

interface Form {
  readonly fields: Fields
  readonly transcript: { readonly name: string; readonly bytes: Uint8Array } | null
  readonly recording: KeptRecording | null
  /** What the recording was sent as, where it came in pieces. */
  readonly upload: string | null
}

/** With the recording that came in pieces before, where the form names one. */
async function withUpload(
  services: Services,
  form: Form,
  where: { readonly project: ProjectId; readonly by: MemberId },
): Promise<Form> {
  const { upload } = form
  if (upload === null || form.recording) return { ...form, upload: null }
  return { ...form, recording: await wholeUpload(services, { ...where, upload }) }
}

async function readForm(
  services: Services,
  request: IncomingMessage,
  { keepsRecording = true } = {},
): Promise<Form> {
  const files: { transcript: Form["transcript"]; recording: KeptRecording | null } = {
    transcript: null,
    recording: null,
  }
  try {
    const fields = await readMultipart(request, async ({ field, name, stream }) => {
      // A browser sends a file without a name where none was chosen.
      if (field === "transcript" && name !== "") files.transcript = { name, bytes: await wholeFile(stream) }
      else if (field === "recording" && name !== "" && keepsRecording && !files.recording) {
        files.recording = await keepRecording(services, { stream, name })
      } else stream.resume()
    })
    return { fields, ...files, upload: uploadNamed(fields.get("upload")?.[0] || null) }
  } catch (error) {
    if (files.recording) await services.recordings.remove(files.recording.key)
    throw error
  }
}

/** All of a transcript file; of one that is too large enough to be refused for it. */
async function wholeFile(stream: Readable): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    if (length <= TRANSCRIPT_BYTES) chunks.push(chunk)
    length += chunk.length
  }
  return Buffer.concat(chunks)
}

const pastedIn = ({ fields }: Form): string => fields.get("text")?.[0] ?? ""

function draftOf(form: Form): TranscriptDraft {
  const { transcript } = form
  const pasted = pastedIn(form)
  const reading: TranscriptReading = transcript ? readTranscript(transcript) : readPastedText(pasted)
  if (!reading.ok) throw new Refusal("unreadable-transcript", { problem: reading.problem })
  return reading.draft
}

/** The fields of a form as the API's shape. Several values come repeated, or as one JSON array. */
function readFields(fields: Fields): z.infer<typeof newSourceFields> {
  const one = (name: string) => fields.get(name)?.[0]
  const parsed = newSourceFields.safeParse({
    title: one("title"),
    kind: one("kind") || undefined,
    blindness: one("blindness") || undefined,
    coders: several(fields.get("coders") ?? []),
    context: { who: one("context_who"), where: one("context_where"), how: one("context_how") },
    labels: one("labels") ? parseJson("labels", one("labels")!) : null,
    durationMs: one("durationMs") || null,
    begins: one("begins") || undefined,
  })
  if (parsed.success) return parsed.data
  throw new Refusal("invalid-body", {
    errors: parsed.error.issues.map((issue) => ({ path: issue.path.join("."), message: issue.message })),
  })
}

function several(values: readonly string[]): unknown {
  const given = values.filter((value) => value.trim() !== "")
  return given.length === 1 && given[0]!.trimStart().startsWith("[") ? parseJson("coders", given[0]!) : given
}

function parseJson(field: string, json: string): unknown {
  try {
    return readJson(json)
  } catch {
    throw new Refusal("invalid-body", { errors: [{ path: field, message: "not JSON" }] })
  }
}
