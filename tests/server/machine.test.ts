/** [S88] A program that transcribes: what it is sent, where its words go, and what happens where it fails or is late. */
import { readFile } from "node:fs/promises"
import { join } from "node:path"
import { Readable } from "node:stream"
import { eq } from "drizzle-orm"
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { encodeStateAsUpdate } from "yjs"
import * as readingRoute from "../../app/api/sources/[source]/machine-transcript/reading/route"
import * as machineRoute from "../../app/api/sources/[source]/machine-transcript/route"
import * as sourceRoute from "../../app/api/sources/[source]/route"
import * as transcribing from "../../app/api/sources/[source]/transcribing/route"
import * as transcript from "../../app/api/sources/[source]/transcript/route"
import { type } from "../../core/ydoc/editing"
import { standingWords } from "../../core/ydoc/wordTimes"
import { recording as recordings, source as sources } from "../../db/schema"
import { attachRecording } from "../../server/commands/attachRecording"
import { createSource } from "../../server/commands/createSource"
import { deleteSource } from "../../server/commands/deleteSource"
import { destroyRecording } from "../../server/commands/keepUntil"
import { finishMachine, listenAnew } from "../../server/commands/machineTranscript"
import { loadTranscript } from "../../server/documents"
import { wordTimesOf } from "../../server/wordTimes"
import { type ListeningProgram, spokenWords, startListeningProgram } from "../support/listeningProgram"
import { openShortStudy } from "../support/shortStudy"
import { openTestApp, type TestApp } from "../support/testApp"

let app: TestApp
let program: ListeningProgram
type Person = Awaited<ReturnType<TestApp["person"]>>
let [ana, ben, sue] = [] as unknown as [Person, Person, Person]
let source: string
let sound: Buffer

beforeAll(async () => {
  program = await startListeningProgram()
  sound = await readFile(join(import.meta.dirname, "../fixtures/audio/tiny.wav"))
  app = await openTestApp({
    TRANSCRIBE_URL: program.url,
    TRANSCRIBE_KEY: "a key of the program",
    TRANSCRIBE_LANGUAGE: "fr",
  })
})
beforeEach(async () => {
  await app.empty()
  ;[ana, ben, sue] = [await app.person("Ana"), await app.person("Ben"), await app.person("Sue")]
  const project = await app.project(ana.id)
  await app.join(project, ben.id, "coder")
  await app.join(project, sue.id, "observer")
  const key = app.services.ids.newId()
  await app.services.recordings.write(key, Readable.from([sound]), { maxBytes: sound.length })
  const made = await createSource(app.services, {
    project,
    by: ana.id,
    title: "M8",
    kind: "interview",
    blindness: "passage",
    coders: [ana.id, ben.id],
    context: { who: "", where: "", how: "" },
    transcript: { speakers: [], turns: [{ speaker: null, startMs: 0, endMs: null, text: "" }] },
    recording: {
      key,
      mime: "audio/wav",
      bytes: sound.length,
      originalName: "Mme Durand.wav",
      durationMs: 1_000,
    },
    toTranscribe: true,
  })
  source = made.id
  program.answer({ body: spokenWords })
})
afterAll(async () => {
  await app.close()
  await program.stop()
})

const call = (route: Parameters<TestApp["call"]>[0], method: string, as: Person) =>
  app.call(route, { method, as: as.token, params: { source } })
const ask = (as = ben) => call(machineRoute.POST, "POST", as)
const said = async () =>
  (await call(transcript.GET, "GET", ana)).body.turns.map((turn: { text: string }) => turn.text)
const machine = async () => (await call(sourceRoute.GET, "GET", ana)).body.machine
const done = () => app.services.machine.idle()

describe("[S88] a recording that a program transcribes", () => {
  it("is sent as it is, without the name it had, and comes back as turns with speakers and times", async () => {
    const { heard } = program
    expect(await machine()).toEqual({ state: null, why: null, host: new URL(program.url).host })
    expect((await ask()).status).toBe(201)
    await done()
    const { headers, body, path } = heard.at(-1)!
    expect([path, headers.authorization]).toEqual(["/v1/audio/transcriptions", "Bearer a key of the program"])
    expect(body.includes(sound)).toBe(true)
    const form = body.toString("latin1")
    for (const part of [
      '"response_format"\r\n\r\nverbose_json',
      '"model"\r\n\r\nwhisper-1',
      '"language"\r\n\r\nfr',
    ])
      expect(form).toContain(part)
    expect(form).not.toContain("Durand")
    const { turns, speakers } = (await call(transcript.GET, "GET", ana)).body
    expect(turns).toMatchObject([
      { text: "Vous avez peur ?", startMs: 500 },
      { text: "Oui, du vide.", startMs: 1_800 },
    ])
    expect(new Set(turns.map((turn: { speaker: string }) => turn.speaker)).size).toBe(2)
    expect(speakers).toHaveLength(2)
    expect((await machine()).state).toBe("draft")
  })

  it("is a draft until somebody who may write says to have been through it", async () => {
    await ask()
    await done()
    await call(transcribing.DELETE, "DELETE", ana)
    expect((await machine()).state).toBe("draft")
    expect((await call(readingRoute.POST, "POST", sue)).status).toBe(403)
    expect((await machine()).state).toBe("draft")
    expect((await call(readingRoute.POST, "POST", ben)).status).toBe(201)
    expect((await machine()).state).toBe("read")
  })

  it("is not sent where words stand already, where the words are fixed, or for who may not write", async () => {
    const before = program.heard.length
    expect((await ask(sue)).status).toBe(403)
    await ask()
    await done()
    expect((await ask()).body.code).toBe("already-written")
    await call(transcribing.DELETE, "DELETE", ana)
    expect((await ask()).body.code).toBe("not-being-transcribed")
    expect(program.heard.length).toBe(before + 1)
  })

  it.each([
    ["refused", { status: 500, body: "{}" }],
    ["not-understood", { body: "<html>" }],
    ["not-understood", { body: '{"segments":"none"}' }],
    ["not-understood", { body: `{"segments":[${Array(30_001).fill('{"start":0,"end":1,"text":"a"}')}]}` }],
    ["no-words", { body: '{"segments":[{"start":0,"end":1,"text":" "}]}' }],
  ] as const)("says why no words came (%s), and can be asked again", async (why, answer) => {
    program.answer(answer)
    await ask()
    await done()
    expect(await machine()).toMatchObject({ state: "failed", why })
    expect(await said()).toEqual([""])
    program.answer({ body: spokenWords })
    await ask()
    await done()
    expect(await said()).toEqual(["Vous avez peur ?", "Oui, du vide."])
  })

  it("says that a program that is not there did not answer", async () => {
    const gone = await startListeningProgram()
    await gone.stop()
    const { program: known } = app.services.machine
    Object.assign(known!, { url: gone.url })
    await ask()
    await done()
    Object.assign(known!, { url: program.url })
    expect(await machine()).toMatchObject({ state: "failed", why: "unreachable" })
  })
})

describe("[S88] while a program listens", () => {
  let say: () => void
  beforeEach(() => {
    const after = new Promise<void>((resolve) => {
      say = resolve
    })
    program.answer({ body: spokenWords, after })
  })
  const isHeard = async (before: number) => {
    await expect.poll(() => program.heard.length).toBeGreaterThan(before)
  }

  it("it is asked once, whoever asks again; who waits no more gets no words", async () => {
    const before = program.heard.length
    await Promise.all([ask(ana), ask(ben)])
    await isHeard(before)
    expect((await machine()).state).toBe("asked")
    expect((await call(machineRoute.DELETE, "DELETE", ben)).status).toBe(204)
    say()
    await done()
    expect([await said(), (await machine()).state, program.heard.length]).toEqual([[""], null, before + 1])
  })

  it("what is written meanwhile stands above its words", async () => {
    const before = program.heard.length
    await ask()
    await isHeard(before)
    const { doc } = await loadTranscript(app.services, source)
    type(doc, 0, "Bonjour.")
    const update = encodeStateAsUpdate(doc)
    await app.services.docs.append(`source/${source}`, [{ data: update, member: ana.id, session: null }])
    say()
    await done()
    expect(await said()).toEqual(["Bonjour.", "Vous avez peur ?", "Oui, du vide."])
    const now = await loadTranscript(app.services, source)
    const times = standingWords(now.doc, (await wordTimesOf(app.services.db, source))!)
    expect(times.map(({ at, ms }) => [now.text.slice(at, at + 2), ms])).toEqual([
      ["Vo", 500],
      ["du", 2_400],
    ])
  })

  it("a transcript that was closed meanwhile gets no words, and nobody waits for any", async () => {
    const before = program.heard.length
    await ask()
    await isHeard(before)
    const transcribed = { from: 0, closedBy: ana.id }
    await app.services.db.update(sources).set({ transcribing: transcribed }).where(eq(sources.id, source))
    say()
    await done()
    expect([await said(), (await machine()).state]).toEqual([[""], null])
  })

  const listening = () => app.services.machine.has(source)
  const stored = async () => {
    const key = app.services.ids.newId()
    await app.services.recordings.write(key, Readable.from([sound]), { maxBytes: sound.length })
    return { key, mime: "audio/wav", bytes: sound.length, originalName: "M8.wav", durationMs: 1_000 }
  }

  it("another recording is listened to in the place of the first, none of whose words come in", async () => {
    const before = program.heard.length
    await ask()
    await isHeard(before)
    // Just before who replaced it comes to break off what listens.
    const { key } = await stored()
    await app.services.db.update(recordings).set({ key }).where(eq(recordings.source, source))
    say()
    await done()
    expect([await said(), (await machine()).state]).toEqual([[""], "asked"])
    program.answer({ body: spokenWords, after: new Promise(() => {}) })
    await listenAnew(app.services, source)
    await isHeard(before + 1)
    program.answer({ body: spokenWords })
    await attachRecording(app.services, { source, by: ana.id, recording: await stored() })
    await done()
    expect(program.heard.length).toBe(before + 3)
    expect([await said(), (await machine()).state]).toEqual([["Vous avez peur ?", "Oui, du vide."], "draft"])
  })

  it.each([
    ["its recording is destroyed", () => destroyRecording(app.services, { source, by: ana.id, title: "M8" })],
    ["the transcript is called ready", () => call(transcribing.DELETE, "DELETE", ana)],
  ])("nobody listens or waits any more once %s", async (_, end) => {
    const before = program.heard.length
    await ask()
    await isHeard(before)
    const { doc } = await loadTranscript(app.services, source)
    type(doc, 0, "Bonjour.")
    const update = encodeStateAsUpdate(doc)
    await app.services.docs.append(`source/${source}`, [{ data: update, member: ana.id, session: null }])
    expect([listening(), (await machine()).state]).toEqual([true, "asked"])
    await end()
    expect([listening(), (await machine()).state]).toEqual([false, null])
    say()
    await done()
    expect(await said()).toEqual(["Bonjour."])
  })

  it("nobody listens any more to a source that is deleted", async () => {
    const before = program.heard.length
    await ask()
    await isHeard(before)
    await deleteSource(app.services, { source, by: ana.id, title: "M8" })
    expect(listening()).toBe(false)
    await done()
  })

  it("a server that ends and starts again asks again", async () => {
    const before = program.heard.length
    await ask()
    await isHeard(before)
    // As a process that is gone leaves it: asked for, and done by nobody.
    app.services.machine.breakOff(source)
    await done()
    say()
    expect((await machine()).state).toBe("asked")
    await finishMachine(app.services)
    await done()
    expect(program.heard.length).toBe(before + 2)
    expect([await said(), (await machine()).state]).toEqual([["Vous avez peur ?", "Oui, du vide."], "draft"])
  })
})

it("[S88] without a program nothing is sent, and it is said", async () => {
  const bare = await openTestApp()
  try {
    expect(bare.services.machine.program).toBeNull()
    const study = await openShortStudy(bare)
    const answer = await bare.call(machineRoute.POST, {
      method: "POST",
      as: study.ana.token,
      params: { source: study.source },
    })
    expect([answer.status, answer.body.code]).toEqual([409, "no-machine"])
  } finally {
    await bare.close()
  }
})
