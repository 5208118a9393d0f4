/**
 * A study in which Ana works and Ben is recorded. What Ana has not revealed is given from outside, so that two runs
 * can differ in it and in nothing else: with a seed, ids and times repeat.
 */
import { Readable } from "node:stream"
import { WebSocket } from "ws"
import * as awareness from "y-protocols/awareness"
import * as Y from "yjs"
import { roomName } from "../../core/access"
import type { Blindness } from "../../core/model"
import { anchorTo } from "../../core/ydoc/anchors"
import { putCoding, putMemo, removeCoding, suggestCode } from "../../core/ydoc/layer"
import { membership, session } from "../../db/schema"
import { createCode } from "../../server/commands/changeCodebook"
import { createSource } from "../../server/commands/createSource"
import { loadTranscript } from "../../server/documents"
import { awarenessFrame, updateFrame } from "../../server/sync/frames"
import { askApi } from "./api"
import { type Recorder, recorder } from "./recorder"
import { voice, wavOf } from "./sounds"
import { openTestApp, type TestApp } from "./testApp"

/** What Ana keeps to herself until the reveal. */
export interface Secret {
  /** Which two passages she completes, in this order. */
  readonly completes: readonly [number, number]
  /** Words she codes, each with a code of the codebook (by name) or a new one. */
  readonly codings: readonly { readonly words: string; readonly code: string; readonly memo?: string }[]
  readonly newCodes: readonly { readonly id: string; readonly name: string; readonly definition: string }[]
  readonly memo: string
  /** What her client says of itself where it is not asked. */
  readonly caret: string
  /** How many of her codings she drops again after taking back. */
  readonly drops: number
  /** Whether she consents to the weaker policy that is asked for. */
  readonly consents: boolean
}

const tone = { rate: 8_000, channels: 1, bits: 8 } as const

const words = [
  ["Comment avez-vous appris à renouveler ces traitements ?", "On hérite du prédécesseur ou de l’hôpital."],
  ["Et la fois suivante ?", "Je vois la ligne à chaque fois et je n’ouvre pas cette porte."],
  ["Qu’est-ce qu’il y a derrière ?", "De la peur, la sienne d’abord, et un peu la mienne."],
]

export interface Story {
  readonly app: TestApp
  readonly origin: string
  readonly source: string
  readonly project: string
  readonly passages: readonly string[]
  /** Runs the project. */
  readonly odile: Player
  readonly ana: Player
  readonly ben: Player
  readonly record: Recorder
  readonly close: () => Promise<void>
}

export interface Player {
  readonly id: string
  readonly token: string
  /** Asks the API; the answer's body. Nothing of it is recorded. */
  ask(method: string, path: string, params: Record<string, string>, body?: unknown): Promise<Answered>
}

interface Answered {
  readonly status: number
  readonly body: Record<string, unknown>
}

/** Opens the study. `seed` decides every id and time. */
export async function openStory(seed: string, blindness: Blindness): Promise<Story> {
  const app = await openTestApp({ BINOME_SEED: seed })
  const { services } = app
  const { origin, stop } = await app.listen()
  const [odile, ana, ben] = [await app.person("Odile"), await app.person("Ana"), await app.person("Ben")]
  const project = await app.project(odile.id)
  for (const { id } of [ana, ben]) await app.join(project, id, "coder")
  // What the database stamps with its own clock.
  await services.db.update(membership).set({ joinedAt: services.clock() })
  await services.db.update(session).set({ createdAt: services.clock() })
  for (const name of ["hériter", "peur"]) {
    const more = { parent: null, codable: true, definition: "", colour: null }
    await createCode(services, { project, by: odile.id, id: name, name, ...more })
  }
  const key = services.ids.newId()
  const sound = wavOf(tone, voice(0.25, tone))
  await services.recordings.write(key, Readable.from([sound]), { maxBytes: sound.length })
  const speakers = [
    { id: services.ids.newId(), label: "Int.", interviewer: true },
    { id: services.ids.newId(), label: "M7", interviewer: false },
  ]
  const made = await createSource(services, {
    project,
    by: odile.id,
    title: "Entretien M7",
    kind: "interview",
    blindness,
    coders: [ana.id, ben.id],
    context: { who: "", where: "", how: "" },
    transcript: {
      speakers,
      turns: words
        .flat()
        .map((text, at) => ({ speaker: speakers[at % 2]!.id, startMs: at * 1000, endMs: null, text })),
    },
    passages: words.map((_, at) => ({ fromTurn: at * 2, toTurn: at * 2 + 2 })),
    recording: { key, bytes: sound.length, mime: "audio/wav", originalName: "m7.wav", durationMs: 6_000 },
  })
  // How far a waveform is goes by the wall clock.
  await services.waveforms.idle()
  const player = (person: { id: string; token: string }): Player => ({
    ...person,
    async ask(method, path, params, body) {
      const answer = await askApi(origin, {
        method,
        path,
        params,
        headers: { authorization: `Bearer ${person.token}` },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
      const text = await answer.text()
      return { status: answer.status, body: text === "" ? {} : JSON.parse(text) }
    },
  })
  const record = recorder({ origin, headers: { authorization: `Bearer ${ben.token}` } })
  return {
    app,
    origin,
    project,
    source: made.id,
    passages: made.passages,
    odile: player(odile),
    ana: player(ana),
    ben: player(ben),
    record,
    close: async () => {
      record.leave()
      await app.sync.stop()
      await stop()
      await app.close()
    },
  }
}

export interface Writer {
  readonly doc: Y.Doc
  /** Says something of itself, as awareness. */
  present(state: object): void
  /** Resolves when everything written so far is durable. */
  saved(): Promise<void>
  leave(): void
}

/** Somebody at work in a room, with a client id of their own choosing. */
export async function write(story: Story, who: Player, room: string, clientId: number): Promise<Writer> {
  const doc = new Y.Doc()
  doc.clientID = clientId
  const socket = new WebSocket(`${story.origin.replace(/^http/, "ws")}/collab/${room}?ack=1`, {
    headers: { authorization: `Bearer ${who.token}` },
  })
  await new Promise((resolve, reject) => socket.on("open", resolve).on("error", reject))
  let sent = 0
  let durable = 0
  socket.on("message", (data: Buffer) => {
    if (data[0] === 100) durable = data[1]! >= 128 ? (data[1]! & 127) + (data[2]! << 7) : data[1]!
  })
  doc.on("update", (update: Uint8Array) => {
    sent++
    socket.send(updateFrame(update))
  })
  return {
    doc,
    present(state) {
      const own = new awareness.Awareness(doc)
      own.setLocalState(state)
      socket.send(awarenessFrame(awareness.encodeAwarenessUpdate(own, [clientId])))
      own.destroy()
    },
    async saved() {
      while (durable < sent) await new Promise((resolve) => setTimeout(resolve, 2))
    },
    leave: () => socket.terminate(),
  }
}

/** Ana's steps, one after the other; between two of them Ben looks around. The same steps whatever her secret is. */
export async function* anaWorks(story: Story, secret: Secret): AsyncGenerator<string> {
  const { odile, ana, source, passages } = story
  const transcript = await loadTranscript(story.app.services, source)
  const layer = await write(story, ana, roomName({ kind: "layer", source, coder: ana.id }), 1001)
  const reading = await write(story, ana, `source/${source}`, 1002)
  const reviewing = await write(story, ana, `review/${source}`, 1003)
  const handIns = "/api/sources/{source}/hand-ins"
  const weakening = "/api/sources/{source}/weakening"
  const complete = (at: number, key: string) =>
    ana.ask("POST", handIns, { source }, { passage: passages[at], idempotencyKey: key })

  for (const code of secret.newCodes) suggestCode(layer.doc, { ...code, parent: null }, null)
  for (const [at, { words, code, memo = null }] of secret.codings.entries()) {
    const from = transcript.text.indexOf(words)
    const anchor = anchorTo(transcript.doc, transcript.text, { from, to: from + words.length })
    putCoding(layer.doc, { id: `a${at}`, code, anchor, createdAt: "", memo, shareMemo: at % 2 === 0 })
  }
  putMemo(layer.doc, { id: "m", text: secret.memo, anchor: null, createdAt: "", changedAt: "" })
  await layer.saved()
  const memos = [...(secret.memo.match(/\S+/g) ?? [])].slice(0, 3)
  for (const [at, title] of memos.entries()) {
    const said = { title, idempotencyKey: `memo-${at}` }
    const { status } = await ana.ask(
      "POST",
      "/api/projects/{project}/memos",
      { project: story.project },
      said,
    )
    if (status !== 201) throw new Error("her memo was refused")
  }
  // Each memo reads the clock and draws an id twice, and a seed would tell.
  for (let at = memos.length * 2; at < 6; at++) {
    story.app.services.clock()
    story.app.services.ids.newId()
  }
  yield "Ana has coded"

  reading.present({ user: { name: "Ana" }, cursor: secret.caret })
  reviewing.present({ here: { screen: "review" }, caret: secret.caret })
  yield "Ana has moved her caret"

  await complete(secret.completes[0], "one")
  yield "Ana has completed a passage"

  await complete(secret.completes[0], "another")
  await ana.ask("DELETE", handIns, { source }, { passage: passages[secret.completes[0]] })
  const asked = await odile.ask("POST", weakening, { source }, { to: "open" })
  if (secret.consents) {
    const { status } = await ana.ask("POST", `${weakening}/consents`, { source }, asked.body)
    if (status !== 201) throw new Error("nothing was asked of her")
  } else {
    // A consent reads the clock once, and a seeded clock would tell.
    story.app.services.clock()
  }
  yield "Ana has taken it back, and was asked for a weaker policy"

  for (let at = 0; at < secret.drops; at++) removeCoding(layer.doc, `a${at}`)
  await layer.saved()
  await complete(secret.completes[0], "two")
  yield "Ana has completed it anew"

  await complete(secret.completes[1], "three")
  for (const writer of [layer, reading, reviewing]) writer.leave()
  yield "Ana has completed two passages and left"
}
