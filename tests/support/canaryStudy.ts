/** A study with a word of its own in every place where a word can stand, on a disk that can be searched. */
import { randomUUID } from "node:crypto"
import { Readable } from "node:stream"
import { eq, sql } from "drizzle-orm"
import * as Y from "yjs"
import { roomName } from "../../core/access"
import type { MemberId } from "../../core/model"
import { anchorTo } from "../../core/ydoc/anchors"
import { putCoding, putMemo, suggestCode } from "../../core/ydoc/layer"
import { disagreement } from "../../db/schema"
import { changeCode, createCode } from "../../server/commands/changeCodebook"
import { chooseWritingAids } from "../../server/commands/chooseWritingAids"
import { createSource } from "../../server/commands/createSource"
import { beginGuide, writeGuide } from "../../server/commands/guides"
import { handIn } from "../../server/commands/handIn"
import { propose } from "../../server/commands/propose"
import { loadTranscript } from "../../server/documents"
import type { TestApp } from "./testApp"

export interface CanaryStudy {
  readonly project: string
  readonly source: string
  readonly passages: readonly string[]
  readonly ana: Person
  readonly ben: Person
}

type Person = Awaited<ReturnType<TestApp["person"]>>

/** `word` stands in turn 0 (revealed) and turn 2 (not), and in everything that can be written about them. */
export async function openCanaryStudy(app: TestApp, word: string): Promise<CanaryStudy> {
  const { services } = app
  const number = services.ids.newId()
  const [ana, ben] = [await app.person(`Ana ${number}`), await app.person(`Ben ${number}`)]
  const project = await app.project(ana.id, `A study of ${word}`)
  await app.join(project, ben.id, "coder")
  const code = {
    project,
    by: ana.id,
    parent: null,
    codable: true,
    definition: `as ${word} said`,
    colour: null,
  }
  const { id: fear } = await createCode(services, { ...code, name: `fear of ${word}` })
  await changeCode(services, { code: fear, by: ana.id, field: "definition", value: `as ${word} said twice` })
  const key = services.ids.newId()
  await services.recordings.write(key, Readable.from([Buffer.from(`OggS ${word}`)]), { maxBytes: 1_000 })
  const made = await createSource(services, {
    project,
    by: ana.id,
    title: `Interview with ${word}`,
    kind: "interview",
    blindness: "passage",
    coders: [ana.id, ben.id],
    context: { who: `${word}, 54`, where: "", how: "" },
    transcript: {
      speakers: [{ id: "m", label: word, interviewer: false }],
      turns: turnsWith(word).map((text, at) => ({ speaker: "m", startMs: at * 2_000, endMs: null, text })),
    },
    passages: [
      { fromTurn: 0, toTurn: 2 },
      { fromTurn: 2, toTurn: 4 },
    ],
    recording: {
      key,
      bytes: 5 + word.length,
      mime: "audio/ogg",
      originalName: `${word}.ogg`,
      durationMs: 8_000,
    },
  })
  for (const [at, coder] of [ana.id, ben.id].entries()) {
    await codeEverywhere(app, made.id, coder, word, at === 0 ? fear : `new-${number}`)
    const ask = { source: made.id, coder, codings: null, suggestedCodes: null, expectedRevision: null }
    await handIn(services, { ...ask, passage: made.passages[0]!, idempotencyKey: `${made.id}${at}` })
  }
  // The second passage is Ana's alone so far: nobody else may know anything of it.
  await handIn(services, {
    source: made.id,
    coder: ana.id,
    codings: null,
    suggestedCodes: null,
    expectedRevision: null,
    passage: made.passages[1]!,
    idempotencyKey: `${made.id} second`,
  })
  const [flag] = await services.db.select().from(disagreement).where(eq(disagreement.source, made.id))
  await propose(services, {
    disagreement: flag!.id,
    by: ana.id,
    verdict: { kind: "both" },
    reason: `because ${word} says both`,
    oral: false,
    whyNotListened: null,
    key: null,
  })
  const abbreviations = [{ short: "dr", long: `Doctor ${word}` }]
  await chooseWritingAids(services, { project, by: ben.id, aids: { abbreviations } })
  const { id: guide } = await beginGuide(services, { project, by: ana.id })
  const origin = { idea: `${word} said so`, source: made.id }
  const prompts = [{ id: "p", text: `and ${word}?` }]
  const questions = [{ id: "q", text: `What of ${word}?`, prompts, origin }]
  await writeGuide(services, { guide, by: ana.id, revision: 0, questions })
  // Into the tables' files, as in any database that has run for some minutes.
  await services.db.execute(sql`checkpoint`)
  return { project, source: made.id, passages: made.passages, ana, ben }
}

export const turnsWith = (word: string) => [
  `It was Doctor ${word}, who told me to wait.`,
  `And did ${word} say why? The fear of it, perhaps.`,
  `I asked ${word} again the week after.`,
  "Nothing came of it, as you may imagine.",
]

async function codeEverywhere(app: TestApp, source: string, coder: MemberId, word: string, code: string) {
  const { doc, text } = await loadTranscript(app.services, source)
  const layer = new Y.Doc()
  const updates: Uint8Array[] = []
  layer.on("update", (update: Uint8Array) => updates.push(update))
  if (code.startsWith("new"))
    suggestCode(layer, { id: code, name: `name ${word}`, definition: `meaning ${word}`, parent: null }, null)
  for (let from = text.indexOf(word); from >= 0; from = text.indexOf(word, from + 1)) {
    for (const span of [
      { from, to: from + word.length },
      { from: from + 2, to: Math.min(text.length, from + word.length + 12) },
      { from: Math.max(0, from - 9), to: from + word.length },
    ]) {
      const anchor = anchorTo(doc, text, span)
      const memo = `memo ${word}`
      putCoding(layer, { id: randomUUID(), code, anchor, createdAt: "", memo, shareMemo: span.from === from })
    }
  }
  putMemo(layer, { id: "m", text: `private ${word}`, anchor: null, createdAt: "", changedAt: "" })
  const room = roomName({ kind: "layer", source, coder })
  const entries = updates.map((data) => ({ data, member: coder, session: null }))
  await app.services.docs.append(room, entries)
}
